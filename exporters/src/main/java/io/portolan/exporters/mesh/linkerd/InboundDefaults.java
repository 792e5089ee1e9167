package io.portolan.exporters.mesh.linkerd;

import io.portolan.exporters.manifest.Part;
import io.portolan.model.net.Cidr;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What Linkerd lets in where no Server speaks: the default inbound policies by their names. `near`
/// is who stands in the networks of the cluster.
record InboundDefaults(Expr<Peer> near) {
    /// `clusterNetworks` where an installation sets none.
    private static final String NETWORKS =
            "10.0.0.0/8,100.64.0.0/10,172.16.0.0/12,192.168.0.0/16,fd00::/8";

    static final InboundDefaults OF_UNKNOWN_CLUSTER =
            new InboundDefaults(
                    new Expr.Unknown<>("the networks of the cluster are not in the manifests"));

    /// The policies in a cluster of these networks.
    ///
    /// @throws IllegalArgumentException if one of them is no block
    static InboundDefaults within(Part networks) {
        List<Cidr> blocks =
                Stream.of(networks.text(NETWORKS).split(","))
                        .map(text -> Cidr.parse(text.strip()))
                        .toList();
        return new InboundDefaults(Expr.is(new Peer.At(blocks)));
    }

    /// What is known of a cluster whose settings were not given.
    static Rule ofUnknownCluster() {
        String why = "the default inbound policy of the cluster is not in the manifests";
        return new Rule(
                "default of the cluster",
                Match.any(),
                new Action.Either(why, List.of(LinkerdPolicies.DENY, new Action.Allow())),
                new Remark(new Origin.BuiltIn(why), "", false));
    }

    /// The rule of the policy that an annotation names.
    Rule annotated(String policy) {
        return rule(
                policy,
                clients(policy)
                        .orElse(
                                new Expr.Unknown<>(
                                        "the inbound policy %s is not known".formatted(policy))));
    }

    /// The rule of the policy that a part names.
    ///
    /// @throws Part.Unfit if it is none of Linkerd's
    Rule named(Part policy, String fallback) {
        String name = policy.text(fallback);
        Optional<Expr<Peer>> clients = clients(name);
        if (clients.isEmpty()) {
            throw new Part.Unfit(policy, "The inbound policy (%s) is not known.".formatted(name));
        }
        return rule(name, clients.get());
    }

    /// Whom a policy lets in; everybody else stays outside.
    private Optional<Expr<Peer>> clients(String policy) {
        return switch (policy) {
            case "all-unauthenticated", "audit" -> Optional.of(Expr.any());
            case "all-authenticated" -> Optional.of(LinkerdIdentity.AUTHENTICATED);
            case "cluster-authenticated" ->
                    Optional.of(Expr.allOf(LinkerdIdentity.AUTHENTICATED, near));
            case "cluster-unauthenticated" -> Optional.of(near);
            case "deny" -> Optional.of(Expr.none());
            default -> Optional.empty();
        };
    }

    private static Rule rule(String policy, Expr<Peer> clients) {
        Remark remark = new Remark(new Origin.BuiltIn("inbound policy " + policy), "", false);
        return new Rule(policy, Match.any().from(clients), new Action.Allow(), remark);
    }
}
