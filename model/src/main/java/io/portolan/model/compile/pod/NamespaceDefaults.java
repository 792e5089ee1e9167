package io.portolan.model.compile.pod;

import io.portolan.model.compile.ground.Ground;
import io.portolan.model.compile.ground.PodIndex;
import io.portolan.model.compile.need.Kube;
import io.portolan.model.compile.need.Terms;
import io.portolan.model.design.Cluster;
import io.portolan.model.design.Mesh;
import io.portolan.model.design.MeshProduct;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What every namespace gets before its flows: all closed, names can be looked up, and the mesh can
/// do its work.
final class NamespaceDefaults {
    private static final PortSet DNS = PortSet.of(53);
    private static final Expr<Traffic> DNS_PORTS =
            Expr.anyOf(Terms.to(Transport.UDP, DNS), Terms.to(Transport.TCP, DNS));
    private static final String DNS_HOME = "kube-system";
    private static final String ISTIO_HOME = "istio-system";
    private static final Expr<Traffic> ISTIOD_PORT = Terms.to(Transport.TCP, PortSet.of(15012));

    /// The source of kubelet probes towards ambient pods (Istio's CNI translates them).
    private static final Cidr AMBIENT_PROBES = Cidr.parse("169.254.7.127/32");

    private final Ground ground;
    private final Cluster cluster;
    private final PolicyMode mode;

    NamespaceDefaults(Ground ground, Cluster cluster) {
        this.ground = ground;
        this.cluster = cluster;
        this.mode = CniProfile.of(cluster.cni()).mode();
    }

    List<Policy> of(String namespace, Direction direction) {
        List<Policy> policies = new ArrayList<>();
        policies.add(Terms.policy(namespace + "/default-deny", pods(namespace), mode, List.of()));
        switch (direction) {
            case OUT -> {
                policies.add(dns(namespace));
                if (has(namespace, MeshProduct.ISTIO_SIDECAR)) {
                    policies.add(controlPlane(namespace));
                }
            }
            case IN -> {
                served(namespace).ifPresent(policies::add);
                if (has(namespace, MeshProduct.ISTIO_AMBIENT)) {
                    policies.add(probes(namespace));
                }
            }
        }
        return policies;
    }

    private Expr<Peer> pods(String namespace) {
        return Kube.podsOf(cluster, namespace);
    }

    private boolean has(String namespace, MeshProduct product) {
        return ground.pods().at(new PodIndex.Place(cluster.id(), namespace)).stream()
                .flatMap(e -> ground.meshes().of(e.id()).stream())
                .map(Mesh::product)
                .anyMatch(product::equals);
    }

    private Policy dns(String namespace) {
        Match match = Terms.any().to(dnsPods()).on(DNS_PORTS);
        return single(
                namespace + "/allow-dns", namespace, match, "names are looked up in cluster DNS");
    }

    private Policy controlPlane(String namespace) {
        Match match = Terms.any().to(istiod()).on(ISTIOD_PORT);
        return single(
                namespace + "/allow-istiod",
                namespace,
                match,
                "sidecars ask istiod for their orders");
    }

    /// Who serves every namespace must let every pod in, or the permission to ask is worth nothing.
    private Optional<Policy> served(String namespace) {
        if (namespace.equals(DNS_HOME)) {
            return Optional.of(served("kube-system/serve-dns", dnsPods(), DNS_PORTS));
        }
        return namespace.equals(ISTIO_HOME) && hasSidecars()
                ? Optional.of(served("istio-system/serve-istiod", istiod(), ISTIOD_PORT))
                : Optional.empty();
    }

    private Policy served(String name, Expr<Peer> servers, Expr<Traffic> traffic) {
        Match match = Terms.any().from(Kube.podsOf(cluster)).on(traffic);
        Rule rule = Terms.allow(name, match, Terms.builtIn("every pod of the cluster may ask"));
        return Terms.policy(name, servers, mode, List.of(rule));
    }

    private Expr<Peer> dnsPods() {
        return Kube.selected(cluster, DNS_HOME, Map.of("k8s-app", "kube-dns"));
    }

    private Expr<Peer> istiod() {
        return Kube.selected(cluster, ISTIO_HOME, Map.of("app", "istiod"));
    }

    private boolean hasSidecars() {
        return ground.design()
                .all(Mesh.class)
                .filter(mesh -> mesh.product() == MeshProduct.ISTIO_SIDECAR)
                .flatMap(mesh -> ground.meshes().members(mesh).stream())
                .flatMap(id -> ground.clusterOf(id).stream())
                .anyMatch(c -> c.id().equals(cluster.id()));
    }

    private Policy probes(String namespace) {
        return single(
                namespace + "/allow-ambient-probes",
                namespace,
                Terms.any().from(Terms.at(List.of(AMBIENT_PROBES))),
                "kubelet probes of ambient pods");
    }

    private Policy single(String name, String namespace, Match match, String why) {
        return Terms.policy(
                name, pods(namespace), mode, List.of(Terms.allow(name, match, Terms.builtIn(why))));
    }
}
