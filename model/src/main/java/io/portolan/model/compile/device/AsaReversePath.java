package io.portolan.model.compile.device;

import io.portolan.model.compile.ground.Device;
import io.portolan.model.compile.need.Terms;
import io.portolan.model.compile.route.NatOrder;
import io.portolan.model.design.Firewall;
import io.portolan.model.design.NatRule;
import io.portolan.model.net.PortSet;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Passage;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Slot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The reverse path check of an ASA: an answer must be translated by the rule that translated the
/// request. Whoever dials the real address of a host that is translated towards him gets no answer
/// and is refused (message 305013), unless a rule before it exempts the pair.
record AsaReversePath(Firewall firewall) {
    private static final String WORDS = "NAT reverse path check";

    /// Nothing where nothing is translated.
    Optional<EnforcementPoint> point(DevicePoints points) {
        List<Rule> all = new ArrayList<>();
        NatOrder.of(Device.of(firewall)).forEach(rule -> rules(rule).forEach(all::add));
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        points.at(
                                Slot.BEFORE_SNAT,
                                Expr.any(),
                                "reverse-path",
                                Terms.list("reverse-path", Terms.PASS, all)));
    }

    private static Stream<Rule> rules(NatRule rule) {
        return switch (rule.kind()) {
            case NONE -> Stream.of(rule(rule, reverse(rule), Terms.PASS));
            case SOURCE -> Stream.of(rule(rule, reverse(rule), Terms.DENY));
            case STATIC ->
                    Stream.of(
                            rule(rule, translated(rule, reverse(rule)), Terms.PASS),
                            rule(rule, reverse(rule), Terms.DENY));
            case DESTINATION -> Stream.of(rule(rule, translated(rule, Match.any()), Terms.PASS));
        };
    }

    private static Rule rule(NatRule rule, Match match, Action action) {
        return new Rule(rule.name(), match, action, Terms.builtIn(WORDS + ", nat " + rule.name()));
    }

    /// The request whose answer the rule translates.
    private static Match reverse(NatRule rule) {
        List<Expr<Passage>> through = new ArrayList<>();
        rule.out().ifPresent(name -> through.add(Terms.enters(name)));
        rule.in().ifPresent(name -> through.add(Terms.leaves(name)));
        PortSet real = rule.toPort().map(PortSet::of).or(rule::ports).orElse(PortSet.ALL);
        return Match.any()
                .from(WrittenRules.peers(rule.destinations()))
                .to(WrittenRules.peers(rule.sources()))
                .on(WrittenRules.traffic(rule.protocol(), real, PortSet.ALL))
                .passing(through.isEmpty() ? Expr.any() : Terms.both(through));
    }

    private static Match translated(NatRule rule, Match match) {
        Expr<Passage> by = WrittenRules.translated(List.of(rule.name()));
        return match.passing(
                match.passage() instanceof Expr.Any<Passage>
                        ? by
                        : Expr.allOf(match.passage(), by));
    }
}
