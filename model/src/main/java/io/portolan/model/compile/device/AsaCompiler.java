package io.portolan.model.compile.device;

import io.portolan.model.compile.need.Named;
import io.portolan.model.compile.need.Terms;
import io.portolan.model.compile.route.OutgoingNetworks;
import io.portolan.model.compile.route.Routing;
import io.portolan.model.design.AccessGroup;
import io.portolan.model.design.FilterRule;
import io.portolan.model.design.Firewall;
import io.portolan.model.design.RuleSource;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Forwarding;
import io.portolan.model.policy.Forwarding.Interface;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Passage;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Replies;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Slot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Cisco ASA: what comes in is judged after the destination was translated back, by the list of the
/// interface, then by the global one; what goes out by the list bound there, before the source is
/// translated. The security levels are theirs to judge as well.
final class AsaCompiler {
    private final FilterRules rules;
    private final Routing routing;

    AsaCompiler(FilterRules rules, Routing routing) {
        this.rules = rules;
        this.routing = routing;
    }

    Stream<EnforcementPoint> points(Firewall firewall) {
        List<Interface> faces =
                routing.of(firewall.id().value()).map(Forwarding::interfaces).orElse(List.of());
        List<Interface> listed =
                faces.stream().filter(f -> !incoming(firewall, f).isEmpty()).toList();
        AsaLevels levels = new AsaLevels(firewall, rules.crossings(firewall).toList(), listed);
        return Stream.of(
                        listed.stream().map(f -> in(firewall, f)),
                        faces.stream().flatMap(f -> out(firewall, f).stream()),
                        Stream.of(levels.point(at(firewall), faces)),
                        new AsaReversePath(firewall).point(at(firewall)).stream())
                .flatMap(all -> all);
    }

    private static DevicePoints at(Firewall firewall) {
        return new DevicePoints(firewall.id().value(), Replies.ADMITTED);
    }

    private EnforcementPoint in(Firewall firewall, Interface face) {
        String name = face.name() + "-in";
        Block block = new Block(name, Terms.FIRST, incoming(firewall, face), Terms.DENY);
        return at(firewall).at(Slot.AFTER_DNAT, Terms.enters(face.name()), name, block);
    }

    private Optional<EnforcementPoint> out(Firewall firewall, Interface face) {
        List<Policy> lists =
                firewall.accessGroups().stream()
                        .filter(g -> g.out().filter(n -> isNamed(face, n)).isPresent())
                        .map(g -> list(firewall, g))
                        .toList();
        String name = face.name() + "-out";
        return lists.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        at(firewall)
                                .at(
                                        Slot.BEFORE_SNAT,
                                        Terms.leaves(face.name()),
                                        name,
                                        new Block(name, Terms.FIRST, lists, Terms.DENY)));
    }

    // ---------------------------------------------------------------- lists

    /// The lists that judge what comes in, in their order. Derived: every interface has one, so
    /// that no level opens anything.
    private List<Policy> incoming(Firewall firewall, Interface face) {
        List<Policy> lists = new ArrayList<>();
        List<Rule> own = own(firewall, face);
        if (firewall.policy() == RuleSource.DERIVED || !own.isEmpty()) {
            lists.add(list(face.name() + "-in", own));
        }
        groups(firewall, face).forEach(g -> lists.add(list(firewall, g)));
        return lists;
    }

    private static Stream<AccessGroup> groups(Firewall firewall, Interface face) {
        return Stream.concat(
                firewall.accessGroups().stream()
                        .filter(g -> g.in().filter(n -> isNamed(face, n)).isPresent()),
                firewall.accessGroups().stream()
                        .filter(g -> g.in().isEmpty() && g.out().isEmpty()));
    }

    /// Rules that name an interface instead of a list, then those that the flows need.
    private List<Rule> own(Firewall firewall, Interface face) {
        List<Rule> all = new ArrayList<>();
        firewall.rules().stream()
                .filter(r -> r.list().isEmpty() && isFor(r, face))
                .map(r -> written(firewall, r))
                .forEach(all::add);
        rules.crossings(firewall)
                .filter(c -> c.in().name().equals(face.name()))
                .forEach(
                        c -> Named.add(all, c.need().flow().id(), List.of(FilterRules.between(c))));
        return all;
    }

    private static boolean isFor(FilterRule rule, Interface face) {
        return rule.in().map(name -> isNamed(face, name)).orElse(true);
    }

    private static boolean isNamed(Interface face, String name) {
        return name.equals(face.name()) || name.equals(face.zone());
    }

    /// The list is bound to the interface; a condition on the outgoing one stays in the rule where
    /// the destination does not say it already.
    private Rule written(Firewall firewall, FilterRule rule) {
        Rule plain = WrittenRules.rule(rule);
        Match match = plain.match().passing(leaving(firewall, rule));
        return WrittenRules.with(plain, match);
    }

    private Expr<Passage> leaving(Firewall firewall, FilterRule rule) {
        boolean implied =
                rule.out().isEmpty()
                        || rule.out()
                                .filter(out -> OutgoingNetworks.imply(firewall, routing, rule, out))
                                .isPresent();
        return implied ? Expr.any() : Terms.leaves(rule.out().orElse(""));
    }

    /// A list that is bound must be there: ASA refuses any other configuration.
    private static Policy list(Firewall firewall, AccessGroup group) {
        List<Rule> rules =
                firewall.rules().stream()
                        .filter(r -> r.list().filter(group.list()::equals).isPresent())
                        .map(WrittenRules::rule)
                        .toList();
        return rules.isEmpty()
                ? DevicePoints.undecided(group.list(), "the access list is not defined")
                        .policies()
                        .getFirst()
                : list(group.list(), rules);
    }

    private static Policy list(String name, List<Rule> rules) {
        return new Policy(
                name,
                Terms.UNSET,
                Expr.any(),
                PolicyMode.ISOLATES,
                rules,
                Terms.builtIn("the list"));
    }
}
