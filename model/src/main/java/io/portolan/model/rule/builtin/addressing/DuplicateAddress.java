package io.portolan.model.rule.builtin.addressing;

import io.portolan.model.change.Change;
import io.portolan.model.design.Cluster;
import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.Service;
import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;
import io.portolan.model.rule.DesignRule;
import io.portolan.model.rule.Finding;
import io.portolan.model.rule.RuleContext;
import io.portolan.model.rule.RuleInfo;
import io.portolan.model.rule.Severity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// IPM-004: one address on two interfaces, hosts or virtual addresses of a routing domain.
final class DuplicateAddress implements DesignRule {
    @Override
    public RuleInfo info() {
        return new RuleInfo("IPM-004", "Duplicate address", Severity.ERROR);
    }

    private record Spot(String domain, Address address) {}

    @Override
    public Stream<Finding> check(RuleContext context) {
        Design design = context.design();
        RoutingDomains domains = new RoutingDomains(design);
        return design.elements().values().stream()
                .flatMap(AddressUse::of)
                .collect(
                        Collectors.groupingBy(
                                use -> spot(design, domains, use),
                                LinkedHashMap::new,
                                Collectors.toList()))
                .values()
                .stream()
                .filter(uses -> uses.size() > 1 && !isOneGateway(design, uses))
                .map(uses -> finding(design, uses));
    }

    /// Addresses of services exist in their cluster only.
    private static Spot spot(Design design, RoutingDomains domains, AddressUse use) {
        Optional<Cluster> cluster =
                design.find(use.owner(), Service.class)
                        .flatMap(s -> design.enclosing(s.id(), Cluster.class))
                        .filter(c -> within(c.serviceRanges(), use.address()));
        String domain =
                cluster.map(c -> "services of " + c.id())
                        .orElseGet(() -> domains.of(use.owner(), use.on().flatMap(i -> i.vrf())));
        return new Spot(domain, use.address());
    }

    private static boolean within(List<Cidr> ranges, Address address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    /// The Service in front of a gateway's pods shows the address of the gateway.
    private static boolean isOneGateway(Design design, List<AddressUse> uses) {
        return uses.size() == 2
                && uses.stream().anyMatch(u -> design.find(u.owner(), Gateway.class).isPresent())
                && uses.stream().anyMatch(u -> design.find(u.owner(), Service.class).isPresent());
    }

    private Finding finding(Design design, List<AddressUse> uses) {
        Address address = uses.getFirst().address();
        String message =
                "The address %s is used %d times in one routing domain: by %s. Give each its own."
                        .formatted(
                                address,
                                uses.size(),
                                uses.stream()
                                        .map(AddressUse::place)
                                        .collect(Collectors.joining(", ")));
        Finding finding =
                Finding.of(
                                info(),
                                message,
                                uses.stream()
                                        .map(AddressUse::owner)
                                        .distinct()
                                        .toArray(ElementId[]::new))
                        .withWitness(address.toString());
        return reassigned(design, uses.getLast()).map(finding::withFix).orElse(finding);
    }

    /// The next address of the same segment that nobody has, for a host with this address alone.
    private static Optional<Change> reassigned(Design design, AddressUse use) {
        Set<Address> taken =
                design.elements().values().stream()
                        .flatMap(AddressUse::of)
                        .map(AddressUse::address)
                        .collect(Collectors.toSet());
        return Segment.of(design, use)
                .flatMap(segment -> free(segment, taken))
                .flatMap(free -> Readdressing.change(design, use, free));
    }

    private static Optional<Address> free(Segment segment, Set<Address> taken) {
        return Stream.iterate(segment.range().first(), segment.range()::contains, Address::next)
                .limit(1 << 16)
                .filter(a -> !taken.contains(a) && !Segment.isReserved(segment.range(), a))
                .filter(a -> segment.gateway().filter(a::equals).isEmpty())
                .findFirst();
    }
}
