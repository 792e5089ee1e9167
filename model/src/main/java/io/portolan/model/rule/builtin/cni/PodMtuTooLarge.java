package io.portolan.model.rule.builtin.cni;

import io.portolan.model.change.Change;
import io.portolan.model.design.Cluster;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Encapsulation;
import io.portolan.model.design.Link;
import io.portolan.model.design.Subnet;
import io.portolan.model.design.Vlan;
import io.portolan.model.net.Cidr;
import io.portolan.model.rule.DesignRule;
import io.portolan.model.rule.Finding;
import io.portolan.model.rule.RuleContext;
import io.portolan.model.rule.RuleInfo;
import io.portolan.model.rule.Severity;

import java.util.Optional;
import java.util.stream.Stream;

/// CNI-003: packets of pods do not fit between nodes once they are encapsulated.
final class PodMtuTooLarge implements DesignRule {
    @Override
    public RuleInfo info() {
        return new RuleInfo("CNI-003", "Pod MTU too large for encapsulation", Severity.ERROR);
    }

    @Override
    public Stream<Finding> check(RuleContext context) {
        return context.design()
                .all(Cluster.class)
                .flatMap(cluster -> check(context.design(), cluster).stream());
    }

    private Optional<Finding> check(Design design, Cluster cluster) {
        Optional<Integer> under = underlay(design, cluster);
        if (cluster.podMtu().isEmpty() || cluster.cni().isEmpty() || under.isEmpty()) {
            return Optional.empty();
        }
        Encapsulation encapsulation = cluster.cni().get().encapsulation();
        int fits = under.get() - overhead(encapsulation, cluster);
        return cluster.podMtu().get() > fits
                ? Optional.of(finding(cluster, under.get(), fits))
                : Optional.empty();
    }

    /// Bytes that the encapsulation adds, by the family that nodes talk in (Calico's MTU table;
    /// Geneve without options is as large as VXLAN).
    private static int overhead(Encapsulation encapsulation, Cluster cluster) {
        boolean v6 =
                !cluster.nodeRanges().isEmpty()
                        && cluster.nodeRanges().stream().map(Cidr::first).allMatch(a -> a.v6());
        return switch (encapsulation) {
            case NONE -> 0;
            case IP_IN_IP -> 20;
            case VXLAN, GENEVE -> v6 ? 70 : 50;
            case WIREGUARD -> v6 ? 80 : 60;
        };
    }

    /// The smallest MTU that is known of the nodes and of what they are plugged into.
    private static Optional<Integer> underlay(Design design, Cluster cluster) {
        return Stream.concat(
                        cluster.nodeMtu().stream(),
                        design.links().values().stream()
                                .filter(l -> touches(l, cluster.id()))
                                .flatMap(link -> mtus(design, link)))
                .min(Integer::compare);
    }

    private static boolean touches(Link link, ElementId id) {
        return link.from().equals(id) || link.to().equals(id);
    }

    private static Stream<Integer> mtus(Design design, Link link) {
        return Stream.concat(
                link.mtu().stream(),
                Stream.of(link.from(), link.to())
                        .flatMap(id -> design.find(id).stream())
                        .flatMap(element -> mtu(element).stream()));
    }

    private static Optional<Integer> mtu(Element element) {
        return switch (element) {
            case Vlan vlan -> vlan.mtu();
            case Subnet subnet -> subnet.mtu();
            default -> Optional.empty();
        };
    }

    private Finding finding(Cluster cluster, int under, int fits) {
        String message =
                "Pods of %s send packets of up to %d bytes, but %s between nodes with an MTU of %d"
                                .formatted(
                                        cluster.id(),
                                        cluster.podMtu().orElseThrow(),
                                        cluster.cni().orElseThrow().encapsulation(),
                                        under)
                        + " leaves room for %d, so large packets are lost. Set the pod MTU to %d."
                                .formatted(fits, fits);
        return Finding.of(info(), message, cluster.id())
                .withFix(
                        new Change.Put(
                                "set the pod MTU of %s to %d".formatted(cluster.id(), fits),
                                cluster.withPodMtu(fits)));
    }
}
