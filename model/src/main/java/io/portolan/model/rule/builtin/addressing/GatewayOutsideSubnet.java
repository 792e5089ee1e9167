package io.portolan.model.rule.builtin.addressing;

import io.portolan.model.change.Change;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.Subnet;
import io.portolan.model.design.Vlan;
import io.portolan.model.net.Address;
import io.portolan.model.rule.DesignRule;
import io.portolan.model.rule.Finding;
import io.portolan.model.rule.RuleContext;
import io.portolan.model.rule.RuleInfo;
import io.portolan.model.rule.Severity;

import java.util.Optional;
import java.util.stream.Stream;

/// IPM-006: the default gateway of a segment is not on the segment.
final class GatewayOutsideSubnet implements DesignRule {
    @Override
    public RuleInfo info() {
        return new RuleInfo("IPM-006", "Default gateway outside subnet", Severity.ERROR);
    }

    @Override
    public Stream<Finding> check(RuleContext context) {
        Design design = context.design();
        return Segment.all(design)
                .filter(s -> s.gateway().filter(g -> !s.range().contains(g)).isPresent())
                .map(segment -> finding(design, segment));
    }

    private Finding finding(Design design, Segment segment) {
        Address gateway = segment.gateway().orElseThrow();
        String message =
                "The default gateway of %s (%s) is not in its subnet (%s), so its hosts have no next"
                                .formatted(segment.id(), gateway, segment.range())
                        + " hop. Name the address of a router's interface there.";
        Finding finding = Finding.of(info(), message, segment.id()).withWitness(gateway.toString());
        return repair(design, segment).map(finding::withFix).orElse(finding);
    }

    /// The first interface of a device that has an address in the segment.
    private static Optional<Change> repair(Design design, Segment segment) {
        return design.elements().values().stream()
                .flatMap(AddressUse::of)
                .filter(use -> use.on().isPresent() && segment.range().contains(use.address()))
                .findFirst()
                .flatMap(use -> change(design, segment, use));
    }

    private static Optional<Change> change(Design design, Segment segment, AddressUse use) {
        return design.find(segment.id())
                .flatMap(element -> with(element, use.address()))
                .map(element ->
                        new Change.Put(
                                "make %s (%s) the gateway of %s"
                                        .formatted(use.place(), use.address(), segment.id()),
                                element));
    }

    private static Optional<Element> with(Element element, Address gateway) {
        return switch (element) {
            case Vlan vlan -> Optional.of(vlan.withGateway(gateway));
            case Subnet subnet -> Optional.of(subnet.withGateway(gateway));
            default -> Optional.empty();
        };
    }
}
