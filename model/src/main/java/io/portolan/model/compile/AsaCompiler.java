package io.portolan.model.compile;

import io.portolan.model.design.FilterRule;
import io.portolan.model.design.Firewall;
import io.portolan.model.design.RuleSource;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Forwarding;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Passage;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Replies;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Slot;
import io.portolan.model.policy.View;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Cisco ASA: a list on each interface that looks at what comes in, after the destination was
/// translated back, and the security levels, which hold for interfaces without a list and always
/// between equal levels and within one interface.
final class AsaCompiler {
    private final FilterRules rules;
    private final Routing routing;

    AsaCompiler(FilterRules rules, Routing routing) {
        this.rules = rules;
        this.routing = routing;
    }

    Stream<EnforcementPoint> points(Firewall firewall) {
        List<Forwarding.Interface> faces =
                routing.of(firewall.id().value()).map(Forwarding::interfaces).orElse(List.of());
        Stream<EnforcementPoint> lists =
                faces.stream().filter(f -> hasList(firewall, f)).map(f -> list(firewall, f));
        return Stream.concat(lists, Stream.of(levels(firewall, faces)));
    }

    /// Derived: every interface has a list, so that no level opens anything.
    private static boolean hasList(Firewall firewall, Forwarding.Interface face) {
        return firewall.policy() == RuleSource.DERIVED
                || firewall.rules().stream().anyMatch(r -> isFor(r, face));
    }

    private static boolean isFor(FilterRule rule, Forwarding.Interface face) {
        return rule.in()
                .map(name -> name.equals(face.name()) || name.equals(face.zone()))
                .orElse(true);
    }

    private EnforcementPoint list(Firewall firewall, Forwarding.Interface face) {
        List<Rule> all = new ArrayList<>();
        firewall.rules().stream()
                .filter(r -> isFor(r, face))
                .map(r -> written(firewall, r))
                .forEach(all::add);
        rules.crossings(firewall)
                .filter(c -> c.in().name().equals(face.name()))
                .forEach(
                        c -> Named.add(all, c.need().flow().id(), List.of(FilterRules.between(c))));
        return point(
                firewall, face.name() + "-in", Slot.AFTER_DNAT, Terms.enters(face.name()), all);
    }

    /// The list is bound to the interface; a condition on the outgoing one stays in the rule where
    /// the destination does not say it already.
    private Rule written(Firewall firewall, FilterRule rule) {
        Rule plain = FilterRules.rule(rule);
        Match match = plain.match().passing(leaving(firewall, rule));
        return new Rule(plain.name(), match, plain.action(), plain.remark());
    }

    private Expr<Passage> leaving(Firewall firewall, FilterRule rule) {
        boolean implied =
                rule.out().isEmpty()
                        || rule.out()
                                .filter(out -> OutgoingNetworks.imply(firewall, routing, rule, out))
                                .isPresent();
        return implied ? Expr.any() : Terms.leaves(rule.out().orElse(""));
    }

    // ---------------------------------------------------------------- security levels

    private EnforcementPoint levels(Firewall firewall, List<Forwarding.Interface> faces) {
        List<Rule> all = new ArrayList<>();
        for (Forwarding.Interface in : faces) {
            for (Forwarding.Interface out : faces) {
                if (!in.equals(out) && opens(firewall, in, out)) {
                    all.add(pair(firewall, in, out));
                }
            }
        }
        return point(firewall, "levels", Slot.BEFORE_SNAT, Expr.any(), all);
    }

    private boolean opens(Firewall firewall, Forwarding.Interface in, Forwarding.Interface out) {
        int from = level(firewall, in);
        int to = level(firewall, out);
        if (from == to) {
            return rules.crossings(firewall)
                    .anyMatch(c -> c.in().equals(in) && c.out().equals(out));
        }
        return hasList(firewall, in) || from > to;
    }

    /// The default of a new interface: 100 if it is called `inside`, else 0.
    private static int level(Firewall firewall, Forwarding.Interface face) {
        return firewall.interfaces().stream()
                .filter(i -> i.name().equals(face.name()))
                .flatMap(i -> i.securityLevel().stream())
                .findFirst()
                .orElse(face.name().equals("inside") ? 100 : 0);
    }

    private static Rule pair(Firewall firewall, Forwarding.Interface in, Forwarding.Interface out) {
        boolean equal = level(firewall, in) == level(firewall, out);
        String words =
                equal
                        ? "same-security-traffic permit inter-interface"
                        : "security level %d to %d"
                                .formatted(level(firewall, in), level(firewall, out));
        Expr<Passage> through = Expr.allOf(Terms.enters(in.name()), Terms.leaves(out.name()));
        return Terms.allow(
                in.name() + " to " + out.name(),
                Terms.any().passing(through),
                Terms.builtIn(words));
    }

    private static EnforcementPoint point(
            Firewall firewall, String name, Slot slot, Expr<Passage> through, List<Rule> rules) {
        String id = firewall.id().value();
        return new EnforcementPoint(
                id + "/" + name,
                id,
                Layer.DEVICE,
                new Position.AtDevice(id, slot, View.CURRENT, through),
                Replies.ADMITTED,
                List.of(Terms.list(name, Terms.DENY, rules)));
    }
}
