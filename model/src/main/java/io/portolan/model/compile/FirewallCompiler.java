package io.portolan.model.compile;

import io.portolan.model.design.Design;
import io.portolan.model.design.Firewall;
import io.portolan.model.design.RuleSource;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Passage;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Replies;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Slot;
import io.portolan.model.policy.View;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The filters of firewalls, each platform in the slots that it has.
final class FirewallCompiler {
    private final Design design;
    private final FilterRules rules;
    private final AsaCompiler asa;

    FirewallCompiler(Ground ground, Routing routing, List<Crossing> crossings) {
        this.design = ground.design();
        this.rules = new FilterRules(crossings);
        this.asa = new AsaCompiler(rules, routing);
    }

    List<EnforcementPoint> points() {
        return design.all(Firewall.class)
                .filter(f -> !isObserved(f) || f.policy() == RuleSource.DERIVED)
                .flatMap(this::points)
                .toList();
    }

    /// A device whose running rules were imported is judged by them alone.
    private boolean isObserved(Firewall firewall) {
        return firewall.rules().isEmpty()
                && !design.observed().pointsOf(firewall.id().value()).isEmpty();
    }

    private Stream<EnforcementPoint> points(Firewall firewall) {
        return switch (firewall.platform()) {
            case NFTABLES, IPTABLES -> Stream.of(forwardChain(firewall));
            case ASA -> asa.points(firewall);
            case JUNOS -> Stream.of(zonePairs(firewall, View.CURRENT, List.of()));
            case PAN_OS -> Stream.of(withoutNat(firewall, intrazone(firewall), View.ORIGINAL));
            case FORTI_OS -> Stream.of(withoutNat(firewall, List.of(), View.CURRENT));
            case IOS -> Stream.of(notModelled(firewall));
        };
    }

    /// One forward chain that drops what it does not know; replies pass by connection state.
    private EnforcementPoint forwardChain(Firewall firewall) {
        List<Rule> all = new ArrayList<>();
        all.add(FilterRules.sessions());
        all.addAll(rules.written(firewall));
        all.addAll(rules.derived(firewall));
        return point(firewall, "/forward", View.CURRENT, Replies.FILTERED, all);
    }

    private EnforcementPoint zonePairs(Firewall firewall, View view, List<Rule> last) {
        List<Rule> all = new ArrayList<>(rules.written(firewall));
        all.addAll(rules.derived(firewall));
        all.addAll(last);
        return point(firewall, "/policy", view, Replies.ADMITTED, all);
    }

    /// Which address a policy of these names depends on how translation is set up, which is not
    /// modelled yet.
    private EnforcementPoint withoutNat(Firewall firewall, List<Rule> last, View view) {
        return firewall.nat().isEmpty() ? zonePairs(firewall, view, last) : notModelled(firewall);
    }

    /// PAN-OS lets traffic pass that stays in its zone.
    private static List<Rule> intrazone(Firewall firewall) {
        return firewall.interfaces().stream()
                .map(i -> i.zone().orElse(i.name()))
                .distinct()
                .map(FirewallCompiler::intrazone)
                .toList();
    }

    private static Rule intrazone(String zone) {
        Expr<Passage> stays = Expr.allOf(Terms.enters(zone), Terms.leaves(zone));
        return Terms.allow(
                "intrazone " + zone,
                Terms.any().passing(stays),
                Terms.builtIn("intrazone-default"));
    }

    private static EnforcementPoint notModelled(Firewall firewall) {
        String why = firewall.platform() + " is not modelled yet";
        Rule rule = new Rule("not modelled", Terms.any(), Terms.either(why), Terms.builtIn(why));
        return point(firewall, "/policy", View.CURRENT, Replies.ADMITTED, List.of(rule));
    }

    private static EnforcementPoint point(
            Firewall firewall, String name, View view, Replies replies, List<Rule> rules) {
        return new EnforcementPoint(
                firewall.id() + name,
                firewall.id().value(),
                Layer.DEVICE,
                new Position.AtDevice(firewall.id().value(), Slot.BEFORE_SNAT, view, Expr.any()),
                replies,
                List.of(Terms.list(name.substring(1), Terms.DENY, rules)));
    }
}
