package io.portolan.exporters.kubernetes.cilium;

import io.portolan.exporters.kubernetes.networkpolicy.PodPoint;
import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.exporters.manifest.LabelSelector.Requirement;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PeerKind;
import io.portolan.model.policy.Text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Selectors as expressions over the endpoints that Cilium manages. What they ask for may be a
/// label of the pod, its namespace or a label of it, its service account; a selector of a policy of
/// a namespace looks into that one, unless it speaks of namespaces itself.
record Endpoints(String cluster) {
    private static final String NAMESPACE = "io.kubernetes.pod.namespace";
    private static final String NAMESPACE_LABELS = "io.cilium.k8s.namespace.labels.";
    private static final String ACCOUNT = "io.cilium.k8s.policy.serviceaccount";
    private static final String CLUSTER = "io.cilium.k8s.policy.cluster";
    private static final String METADATA_NAME = "kubernetes.io/metadata.name";
    private static final String RESERVED = "reserved:";

    /// Every pod of the cluster.
    Expr<Peer> pods() {
        return new Expr.AllOf<>(PodPoint.podsOf(cluster));
    }

    /// Every node of the cluster, with the pods that live in its network.
    Expr<Peer> nodes() {
        return Expr.allOf(
                Expr.anyOf(
                        Expr.is(new Peer.OfKind(PeerKind.NODE)),
                        Expr.is(new Peer.OfKind(PeerKind.HOST_POD))),
                labelled(LabelOwner.CLUSTER, "name", new Text.Exact(cluster)));
    }

    /// Whoever is no endpoint of the cluster and none of its nodes: all that blocks of addresses
    /// ever mean.
    Expr<Peer> world() {
        return Expr.not(Expr.anyOf(pods(), nodes()));
    }

    /// The pods that a policy governs, which are always of its own namespace.
    Expr<Peer> governed(LabelSelector labels, Optional<String> namespace) {
        List<Expr<Peer>> terms = terms(labels);
        namespace.ifPresent(ns -> terms.add(inNamespace(ns)));
        return new Expr.AllOf<>(terms);
    }

    /// The peers that a rule selects; reserved labels stand for entities.
    Expr<Peer> selected(LabelSelector labels, Optional<String> namespace) {
        Optional<String> reserved = reserved(labels);
        if (reserved.isPresent()) {
            return Entities.of(reserved.get(), this);
        }
        List<Expr<Peer>> terms = terms(labels);
        namespace.filter(_ -> !asksNamespace(labels)).ifPresent(ns -> terms.add(inNamespace(ns)));
        return new Expr.AllOf<>(terms);
    }

    private static Optional<String> reserved(LabelSelector labels) {
        return labels.requirements().stream()
                .map(Requirement::key)
                .filter(key -> key.startsWith(RESERVED) || key.startsWith("reserved."))
                .map(key -> key.substring(RESERVED.length()))
                .findFirst();
    }

    private static boolean asksNamespace(LabelSelector labels) {
        return labels.requirements().stream()
                .map(r -> plain(r.key()))
                .anyMatch(key -> key.equals(NAMESPACE) || key.startsWith(NAMESPACE_LABELS));
    }

    Expr<Peer> inNamespace(String name) {
        return labelled(LabelOwner.NAMESPACE, METADATA_NAME, new Text.Exact(name));
    }

    private List<Expr<Peer>> terms(LabelSelector labels) {
        List<Expr<Peer>> terms = new ArrayList<>(PodPoint.podsOf(cluster));
        labels.requirements().stream().map(Endpoints::term).forEach(terms::add);
        return terms;
    }

    private static Expr<Peer> term(Requirement r) {
        return switch (r.operator()) {
            case IN -> label(r.key(), new Text.OneOf(r.values()));
            case NOT_IN -> Expr.not(label(r.key(), new Text.OneOf(r.values())));
            case EXISTS -> label(r.key(), new Text.Present());
            case DOES_NOT_EXIST -> Expr.not(label(r.key(), new Text.Present()));
        };
    }

    private static Expr<Peer> label(String written, Text value) {
        String key = plain(written);
        if (key.indexOf(':') >= 0) {
            return new Expr.Unknown<>("the source of the label (%s) is not known".formatted(key));
        }
        if (key.equals(NAMESPACE)) {
            return labelled(LabelOwner.NAMESPACE, METADATA_NAME, value);
        }
        if (key.startsWith(NAMESPACE_LABELS)) {
            String own = key.substring(NAMESPACE_LABELS.length());
            return labelled(LabelOwner.NAMESPACE, own, value);
        }
        if (key.equals(ACCOUNT)) {
            return labelled(LabelOwner.SERVICE_ACCOUNT, "name", value);
        }
        return key.equals(CLUSTER)
                ? new Expr.Unknown<>("the name of the cluster is not in its manifests")
                : labelled(LabelOwner.WORKLOAD, key, value);
    }

    /// Without a source that stands for Kubernetes or for any.
    private static String plain(String key) {
        return key.startsWith("k8s:") || key.startsWith("any:") ? key.substring(4) : key;
    }

    private static Expr<Peer> labelled(LabelOwner owner, String key, Text value) {
        return Expr.is(new Peer.Labelled(owner, key, value));
    }
}
