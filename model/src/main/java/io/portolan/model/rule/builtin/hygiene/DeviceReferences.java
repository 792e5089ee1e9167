package io.portolan.model.rule.builtin.hygiene;

import io.portolan.model.design.AccessGroup;
import io.portolan.model.design.DeviceInterface;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.FilterChain;
import io.portolan.model.design.FilterRule;
import io.portolan.model.design.Firewall;
import io.portolan.model.design.NatKind;
import io.portolan.model.design.NatRule;
import io.portolan.model.design.Router;
import io.portolan.model.design.StaticRoute;
import io.portolan.model.rule.builtin.hygiene.References.Dangling;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a router or firewall names of its own: interfaces and zones, lists and chains, virtual IPs.
record DeviceReferences(
        ElementId id,
        List<DeviceInterface> interfaces,
        List<StaticRoute> routes,
        List<FilterRule> rules,
        List<AccessGroup> groups,
        List<FilterChain> chains,
        List<NatRule> nat) {
    static DeviceReferences of(Router router) {
        return new DeviceReferences(
                router.id(),
                router.interfaces(),
                router.routes(),
                router.rules(),
                router.accessGroups(),
                List.of(),
                router.nat());
    }

    static DeviceReferences of(Firewall firewall) {
        return new DeviceReferences(
                firewall.id(),
                firewall.interfaces(),
                firewall.routes(),
                firewall.rules(),
                firewall.accessGroups(),
                firewall.chains(),
                firewall.nat());
    }

    Stream<Dangling> dangling() {
        return Stream.of(
                        rules.stream().flatMap(this::of),
                        groups.stream().flatMap(this::of),
                        nat.stream().flatMap(n -> borders("NAT rule " + n.name(), n.in(), n.out())),
                        routes.stream().flatMap(this::of))
                .flatMap(all -> all);
    }

    private Stream<Dangling> of(FilterRule rule) {
        String named = "rule " + rule.name();
        return Stream.of(
                        borders(named, rule.in(), rule.out()),
                        named("chain of " + named, rule.jump(), lists()),
                        rule.translatedBy().stream()
                                .filter(name -> !name.equals("any"))
                                .flatMap(name ->
                                        named(
                                                "translation of " + named,
                                                Optional.of(name),
                                                translations())))
                .flatMap(all -> all);
    }

    private Stream<Dangling> of(AccessGroup group) {
        String named = "access list " + group.list();
        return Stream.concat(
                borders(named, group.in(), group.out()),
                named("access list", Optional.of(group.list()), lists()));
    }

    private Stream<Dangling> of(StaticRoute route) {
        List<String> names = interfaces.stream().map(DeviceInterface::name).toList();
        return named("exit of route " + route.prefix(), route.exit(), names);
    }

    private Stream<Dangling> borders(String what, Optional<String> in, Optional<String> out) {
        return Stream.of(in, out)
                .flatMap(name -> named("interface or zone of " + what, name, sides()));
    }

    private Stream<Dangling> named(String what, Optional<String> name, Collection<String> offered) {
        return name.filter(n -> !offered.contains(n)).stream()
                .map(n -> new Dangling(Reference.of(id, what, n), offered));
    }

    /// Names that rules may use for a side of a device: its interfaces and their zones.
    private Collection<String> sides() {
        return sorted(
                interfaces.stream()
                        .flatMap(i -> Stream.concat(Stream.of(i.name()), i.zone().stream())));
    }

    /// A list is defined by the rules that stand in it.
    private Collection<String> lists() {
        return sorted(rules.stream().flatMap(r -> r.list().stream()));
    }

    private Collection<String> translations() {
        return sorted(
                nat.stream()
                        .filter(n -> n.kind() == NatKind.DESTINATION || n.kind() == NatKind.STATIC)
                        .map(NatRule::name));
    }

    private static Collection<String> sorted(Stream<String> names) {
        return names.collect(Collectors.toCollection(TreeSet::new));
    }
}
