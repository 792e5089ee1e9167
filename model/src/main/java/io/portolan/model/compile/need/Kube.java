package io.portolan.model.compile.need;

import io.portolan.model.compile.ground.Ground;
import io.portolan.model.compile.ground.PodIndex;
import io.portolan.model.design.Cluster;
import io.portolan.model.design.Element;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.RuleSource;
import io.portolan.model.design.Service;
import io.portolan.model.design.Workload;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PeerKind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How Kubernetes tells pods apart: by cluster, namespace and labels.
public final class Kube {
    private Kube() {}

    /// The labels of the pods. A workload that is drawn without any gets `app`, for otherwise no
    /// derived policy could mean it; in an imported cluster none means none.
    public static Map<String, String> labels(Ground ground, Element element) {
        Map<String, String> own =
                switch (element) {
                    case Workload w -> w.labels();
                    case Gateway g -> g.labels();
                    default -> Map.of();
                };
        boolean derived =
                ground.clusterOf(element.id())
                        .filter(c -> c.policy() == RuleSource.DERIVED)
                        .isPresent();
        return own.isEmpty() && derived ? Map.of("app", element.label()) : own;
    }

    /// All pods of a cluster.
    public static Expr<Peer> podsOf(Cluster cluster) {
        return new Expr.AllOf<>(inCluster(Terms.pods(), cluster));
    }

    /// All pods of a namespace.
    public static Expr<Peer> podsOf(Cluster cluster, String namespace) {
        return new Expr.AllOf<>(inNamespace(Terms.pods(), cluster, namespace));
    }

    /// The pods of a workload or gateway: cluster, namespace and every label.
    public static Expr<Peer> podsOf(Ground ground, Cluster cluster, Element element) {
        return selected(cluster, ground.namespaceOf(element.id()), labels(ground, element));
    }

    /// The pods of a namespace that have all these labels.
    public static Expr<Peer> selected(
            Cluster cluster, String namespace, Map<String, String> labels) {
        return selected(Terms.pods(), cluster, namespace, labels);
    }

    /// The same with those in the network of their node, to which a service sends as well.
    public static Expr<Peer> behind(Cluster cluster, String namespace, Map<String, String> labels) {
        Expr<Peer> onNode = Expr.is(new Peer.OfKind(PeerKind.HOST_POD));
        return selected(Expr.anyOf(Terms.pods(), onNode), cluster, namespace, labels);
    }

    private static Expr<Peer> selected(
            Expr<Peer> kind, Cluster cluster, String namespace, Map<String, String> labels) {
        List<Expr<Peer>> terms = inNamespace(kind, cluster, namespace);
        new TreeMap<>(labels)
                .forEach((key, value) -> terms.add(Terms.label(LabelOwner.WORKLOAD, key, value)));
        return new Expr.AllOf<>(terms);
    }

    private static List<Expr<Peer>> inNamespace(
            Expr<Peer> kind, Cluster cluster, String namespace) {
        List<Expr<Peer>> terms = inCluster(kind, cluster);
        terms.add(Terms.label(LabelOwner.NAMESPACE, Terms.NAMESPACE_NAME, namespace));
        return terms;
    }

    private static List<Expr<Peer>> inCluster(Expr<Peer> kind, Cluster cluster) {
        List<Expr<Peer>> terms = new ArrayList<>();
        terms.add(kind);
        terms.add(Terms.label(LabelOwner.CLUSTER, Terms.NAME, cluster.id().value()));
        return terms;
    }

    /// The workloads and gateways that a service sends to, in the order of the design.
    public static List<Element> backends(Ground ground, Service service) {
        if (service.selector().isEmpty()) {
            return List.of();
        }
        return PodIndex.placeOf(ground.design(), service.id())
                .map(ground.pods()::at)
                .orElse(List.of())
                .stream()
                .filter(e ->
                        labels(ground, e).entrySet().containsAll(service.selector().entrySet()))
                .toList();
    }
}
