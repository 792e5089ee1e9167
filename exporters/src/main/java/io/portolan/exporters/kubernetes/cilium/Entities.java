package io.portolan.exporters.kubernetes.cilium;

import io.portolan.model.net.Cidr;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Text;

import java.util.List;

/// Cilium's words for kinds of peers.
final class Entities {
    private Entities() {}

    static Expr<Peer> of(String name, Endpoints endpoints) {
        return switch (name) {
            case "all" -> Expr.any();
            case "world" -> endpoints.world();
            case "world-ipv4" -> Expr.allOf(endpoints.world(), family(false));
            case "world-ipv6" -> Expr.allOf(endpoints.world(), family(true));
            case "cluster" -> Expr.anyOf(endpoints.pods(), endpoints.nodes());
            case "host", "remote-node" -> one(endpoints);
            case "kube-apiserver" ->
                    Expr.allOf(
                            Expr.not(endpoints.pods()),
                            new Expr.Unknown<>("where the API server stands is not known"));
            case "ingress" -> proxy(endpoints);
            case "init", "health", "unmanaged", "none" -> Expr.none();
            default -> new Expr.Unknown<>("the entity (%s) is not known".formatted(name));
        };
    }

    private static Expr<Peer> family(boolean v6) {
        return Expr.is(new Peer.At(List.of(Cidr.all(v6))));
    }

    /// All nodes of a cluster are one here, so that the pod's own and the others are not told
    /// apart.
    private static Expr<Peer> one(Endpoints endpoints) {
        return Expr.allOf(
                endpoints.nodes(), new Expr.Unknown<>("on which node the pod is, is not known"));
    }

    /// Envoy of Cilium is no workload of the manifests, but may be one of their gateways.
    private static Expr<Peer> proxy(Endpoints endpoints) {
        Expr<Peer> workload =
                Expr.is(
                        new Peer.Labelled(
                                LabelOwner.NAMESPACE,
                                "kubernetes.io/metadata.name",
                                new Text.Present()));
        return Expr.allOf(
                endpoints.pods(),
                Expr.not(workload),
                new Expr.Unknown<>("which gateways are Cilium's own is not known"));
    }
}
