package io.portolan.model.compile.device;

import io.portolan.model.compile.need.Terms;
import io.portolan.model.design.FilterRule;
import io.portolan.model.design.Firewall;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Passage;
import io.portolan.model.policy.Replies;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Slot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Firewalls with one policy for pairs of zones. Junos asks the policies of the pair, then the
/// global ones, and sees the translated destination with the original source. PAN-OS asks from top
/// to bottom, sees the original header, but the zone that the translated destination lies in.
final class ZonePolicyCompiler {
    private static final String POLICY = "policy";

    private final FilterRules derived;

    ZonePolicyCompiler(FilterRules derived) {
        this.derived = derived;
    }

    private static DevicePoints at(Firewall firewall) {
        return new DevicePoints(firewall.id().value(), Replies.ADMITTED);
    }

    EnforcementPoint junos(Firewall firewall) {
        Stream<FilterRule> pairs = firewall.rules().stream().filter(r -> !isGlobal(r));
        Stream<FilterRule> global = firewall.rules().stream().filter(ZonePolicyCompiler::isGlobal);
        Block block =
                block("default-policy deny-all", firewall, Stream.concat(pairs, global), List.of());
        return at(firewall).at(Slot.BEFORE_SNAT, Expr.any(), POLICY, block);
    }

    /// A policy that does not name both zones is a global one.
    private static boolean isGlobal(FilterRule rule) {
        return rule.in().isEmpty() || rule.out().isEmpty();
    }

    EnforcementPoint panOs(Firewall firewall) {
        Block block =
                block(
                        "interzone-default",
                        firewall,
                        firewall.rules().stream(),
                        intrazone(firewall));
        return at(firewall).original(Slot.BEFORE_SNAT, POLICY, block);
    }

    private Block block(
            String otherwise, Firewall firewall, Stream<FilterRule> written, List<Rule> last) {
        List<Rule> all = new ArrayList<>(written.map(WrittenRules::rule).toList());
        all.addAll(derived.derived(firewall));
        all.addAll(last);
        return Terms.list(otherwise, Terms.DENY, all);
    }

    /// PAN-OS lets traffic pass that stays in its zone.
    private static List<Rule> intrazone(Firewall firewall) {
        return firewall.interfaces().stream()
                .map(i -> i.zone().orElse(i.name()))
                .distinct()
                .map(ZonePolicyCompiler::intrazone)
                .toList();
    }

    private static Rule intrazone(String zone) {
        Expr<Passage> stays = Expr.allOf(Terms.enters(zone), Terms.leaves(zone));
        return Terms.allow(
                "intrazone " + zone,
                Terms.any().passing(stays),
                Terms.builtIn("intrazone-default"));
    }
}
