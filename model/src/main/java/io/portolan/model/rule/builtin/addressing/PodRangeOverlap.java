package io.portolan.model.rule.builtin.addressing;

import io.portolan.model.design.Cluster;
import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.GatewayProduct;
import io.portolan.model.design.Masquerade;
import io.portolan.model.design.Mesh;
import io.portolan.model.rule.DesignRule;
import io.portolan.model.rule.Finding;
import io.portolan.model.rule.RuleContext;
import io.portolan.model.rule.RuleInfo;
import io.portolan.model.rule.Severity;
import io.portolan.model.rule.builtin.addressing.Prefixes.Pair;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// IPM-003: clusters whose pods talk to each other directly use the same pod addresses.
final class PodRangeOverlap implements DesignRule {
    @Override
    public RuleInfo info() {
        return new RuleInfo(
                "IPM-003", "Pod CIDR overlap across directly routed clusters", Severity.ERROR);
    }

    @Override
    public Stream<Finding> check(RuleContext context) {
        Design design = context.design();
        Prefixes prefixes = new Prefixes(design);
        List<Prefix> pods = design.all(Cluster.class).flatMap(prefixes::pods).toList();
        return Prefixes.meeting(anywhere(pods)).stream()
                .filter(pair -> !pair.first().owner().equals(pair.second().owner()))
                .filter(pair -> routed(design, pair) || oneNetworkMesh(design, pair))
                .map(pair -> finding(design, pair));
    }

    /// A mesh joins clusters whatever lies between them, so domains are not looked at yet.
    private static List<Prefix> anywhere(List<Prefix> prefixes) {
        return prefixes.stream().map(p -> new Prefix(p.owner(), p.use(), p.range(), "")).toList();
    }

    private static boolean routed(Design design, Pair pair) {
        RoutingDomains domains = new RoutingDomains(design);
        return Stream.of(pair.first(), pair.second())
                        .map(Prefix::owner)
                        .allMatch(id -> keepsAddresses(design, id))
                && domains.of(pair.first().owner(), Optional.empty())
                        .equals(domains.of(pair.second().owner(), Optional.empty()));
    }

    private static boolean keepsAddresses(Design design, ElementId cluster) {
        return design.find(cluster, Cluster.class)
                .filter(c -> c.masquerade() == Masquerade.NEVER)
                .isPresent();
    }

    /// Gateways between the networks of a mesh make direct routing unnecessary.
    private static boolean oneNetworkMesh(Design design, Pair pair) {
        ElementId a = pair.first().owner();
        ElementId b = pair.second().owner();
        return design.all(Mesh.class).anyMatch(m -> reaches(design, m, a) && reaches(design, m, b))
                && !(hasEastWest(design, a) && hasEastWest(design, b));
    }

    private static boolean reaches(Design design, Mesh mesh, ElementId cluster) {
        return mesh.members().stream()
                .anyMatch(member ->
                        design.enclosing(member, Cluster.class)
                                .filter(c -> c.id().equals(cluster))
                                .isPresent());
    }

    private static boolean hasEastWest(Design design, ElementId cluster) {
        return design.all(Gateway.class)
                .filter(g -> g.product() == GatewayProduct.ISTIO_EAST_WEST)
                .map(g -> design.enclosing(g.id(), Cluster.class).map(Cluster::id))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet())
                .contains(cluster);
    }

    private Finding finding(Design design, Pair pair) {
        String message =
                "Pods of %s and %s talk directly, but %s and %s share the addresses %s. Give one"
                                .formatted(
                                        pair.first().owner(),
                                        pair.second().owner(),
                                        pair.first(),
                                        pair.second(),
                                        pair.shared())
                        + " cluster another pod range, or join them by east-west gateways.";
        Finding finding =
                Finding.of(info(), message, pair.first().owner(), pair.second().owner())
                        .withWitness(pair.shared().toString());
        return Renumbering.offered(finding, design, pair.second());
    }
}
