package io.portolan.model.rule.builtin.network;

import io.portolan.model.change.Change;
import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Link;
import io.portolan.model.design.Router;
import io.portolan.model.design.RouterPlatform;
import io.portolan.model.design.Vlan;
import io.portolan.model.rule.DesignRule;
import io.portolan.model.rule.Finding;
import io.portolan.model.rule.RuleContext;
import io.portolan.model.rule.RuleInfo;
import io.portolan.model.rule.Severity;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// NET-001: a VLAN id that a device it is plugged into keeps for itself, or VLAN 1.
final class InvalidVlanId implements DesignRule {
    private record Reserved(int first, int last) {
        boolean contains(int tag) {
            return first <= tag && tag <= last;
        }
    }

    @Override
    public RuleInfo info() {
        return new RuleInfo("NET-001", "Invalid VLAN id", Severity.ERROR);
    }

    @Override
    public Stream<Finding> check(RuleContext context) {
        Design design = context.design();
        return Stream.concat(
                design.links().values().stream().flatMap(link -> reserved(design, link)),
                design.all(Vlan.class)
                        .filter(vlan -> vlan.tag() == 1)
                        .map(vlan -> standard(design, vlan)));
    }

    /// IOS keeps 1002 to 1005 (token ring, FDDI), NX-OS 3968 to 4094 (internal use).
    private static Optional<Reserved> reserved(RouterPlatform platform) {
        return switch (platform) {
            case IOS -> Optional.of(new Reserved(1002, 1005));
            case NX_OS -> Optional.of(new Reserved(3968, 4094));
            case EOS, JUNOS, FRR, OTHER -> Optional.empty();
        };
    }

    private Stream<Finding> reserved(Design design, Link link) {
        return Stream.concat(
                reserved(design, link.from(), link.to()), reserved(design, link.to(), link.from()));
    }

    private Stream<Finding> reserved(Design design, ElementId vlan, ElementId router) {
        return design.find(vlan, Vlan.class).stream()
                .flatMap(v ->
                        design.find(router, Router.class).stream()
                                .flatMap(r -> reserved(design, v, r).stream()));
    }

    private Optional<Finding> reserved(Design design, Vlan vlan, Router router) {
        return reserved(router.platform())
                .filter(range -> range.contains(vlan.tag()))
                .map(range -> finding(design, vlan, router, range));
    }

    private Finding finding(Design design, Vlan vlan, Router router, Reserved range) {
        String message =
                "The VLAN id of %s (%d) is one that %s (%s) keeps for itself (%d to %d), so it"
                                .formatted(
                                        vlan.id(),
                                        vlan.tag(),
                                        router.id(),
                                        router.platform(),
                                        range.first(),
                                        range.last())
                        + " refuses the configuration. Take another id.";
        Finding finding = Finding.of(info(), message, vlan.id(), router.id());
        return renumbered(design, vlan).map(finding::withFix).orElse(finding);
    }

    private Finding standard(Design design, Vlan vlan) {
        String message =
                "%s has the VLAN id 1, which switches use for untagged and control traffic. Take"
                                .formatted(vlan.id())
                        + " another id.";
        Finding finding = Finding.of(info(), message, vlan.id()).with(Severity.WARNING);
        return renumbered(design, vlan).map(finding::withFix).orElse(finding);
    }

    /// The next id above that no VLAN has and no platform keeps, beginning again at 2.
    private static Optional<Change> renumbered(Design design, Vlan vlan) {
        Set<Integer> taken = design.all(Vlan.class).map(Vlan::tag).collect(Collectors.toSet());
        return IntStream.concat(
                        IntStream.rangeClosed(vlan.tag() + 1, 3967), IntStream.rangeClosed(2, 3967))
                .filter(tag -> !taken.contains(tag) && (tag < 1002 || tag > 1005))
                .boxed()
                .findFirst()
                .map(tag ->
                        new Change.Put(
                                "give %s the VLAN id %d".formatted(vlan.id(), tag),
                                vlan.withTag(tag)));
    }
}
