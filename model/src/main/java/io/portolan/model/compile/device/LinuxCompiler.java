package io.portolan.model.compile.device;

import io.portolan.model.compile.device.WrittenRules.States;
import io.portolan.model.compile.need.Terms;
import io.portolan.model.design.ChainHook;
import io.portolan.model.design.FilterAction;
import io.portolan.model.design.FilterChain;
import io.portolan.model.design.FilterRule;
import io.portolan.model.design.Firewall;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Replies;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Slot;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// nftables and iptables: a point for each base chain, all of which must let a packet pass; other
/// chains are entered. Every packet is judged, `ct state` decides about replies. The priorities are
/// those of the kernel's netfilter hooks.
final class LinuxCompiler {
    private static final int CONNTRACK = -200;
    private static final int DSTNAT = -100;
    private static final int SRCNAT = 100;
    private static final int MANGLE = -150;
    private static final String FORWARD = "forward";

    private final FilterRules derived;

    LinuxCompiler(FilterRules derived) {
        this.derived = derived;
    }

    Stream<EnforcementPoint> points(Firewall firewall) {
        return firewall.chains().isEmpty()
                ? Stream.of(forwardChain(firewall))
                : Stream.concat(
                        firewall.chains().stream().map(c -> point(firewall, c)),
                        unplaced(firewall));
    }

    private static DevicePoints at(Firewall firewall) {
        return new DevicePoints(firewall.id().value(), Replies.FILTERED);
    }

    /// One chain that drops what it does not know; replies pass by connection state.
    private EnforcementPoint forwardChain(Firewall firewall) {
        List<Rule> all = new ArrayList<>();
        all.add(FilterRules.sessions());
        firewall.rules().stream()
                .filter(r -> r.list().filter(l -> !l.equals(FORWARD)).isEmpty())
                .map(r -> rule(firewall, r, States.TRACKED, Terms.DENY, Set.of(FORWARD)))
                .forEach(all::add);
        all.addAll(derived.derived(firewall));
        Block block = Terms.list(FORWARD, Terms.DENY, all);
        return at(firewall).at(Slot.BEFORE_SNAT, Expr.any(), FORWARD, block);
    }

    private EnforcementPoint point(Firewall firewall, FilterChain chain) {
        Optional<String> open = undecided(firewall, chain);
        Block block =
                open.map(why -> DevicePoints.undecided(chain.name(), why))
                        .orElseGet(() -> base(firewall, chain));
        return at(firewall).at(slot(chain), Expr.any(), chain.name(), block);
    }

    private Block base(Firewall firewall, FilterChain chain) {
        Action policy = chain.policy() == FilterAction.PERMIT ? Terms.ALLOW : Terms.DENY;
        States states = priority(chain) > CONNTRACK ? States.TRACKED : States.NONE;
        List<Rule> all = new ArrayList<>(rules(firewall, chain.name(), states, policy, Set.of()));
        if (chain.hook() == ChainHook.FORWARD && policy.equals(Terms.DENY)) {
            all.addAll(derived.derived(firewall));
        }
        return Terms.list(chain.name(), policy, all);
    }

    // ---------------------------------------------------------------- where a chain stands

    private static int priority(FilterChain chain) {
        return chain.priority().orElse(chain.hook() == ChainHook.FORWARD ? 0 : MANGLE);
    }

    private static Slot slot(FilterChain chain) {
        int priority = priority(chain);
        return switch (chain.hook()) {
            case PREROUTING -> priority < DSTNAT ? Slot.BEFORE_DNAT : Slot.AFTER_DNAT;
            case FORWARD -> Slot.BEFORE_SNAT;
            case POSTROUTING -> priority < SRCNAT ? Slot.BEFORE_SNAT : Slot.AFTER_SNAT;
        };
    }

    /// Equal priorities of one hook are asked in no order that is told.
    private static Optional<String> undecided(Firewall firewall, FilterChain chain) {
        int priority = priority(chain);
        boolean tied =
                switch (chain.hook()) {
                    case PREROUTING -> priority == DSTNAT;
                    case FORWARD -> false;
                    case POSTROUTING -> priority == SRCNAT;
                };
        return tied && !firewall.nat().isEmpty()
                ? Optional.of("it has the priority of the translations (%d)".formatted(priority))
                : Optional.empty();
    }

    // ---------------------------------------------------------------- rules

    private static List<Rule> rules(
            Firewall firewall, String chain, States states, Action end, Set<String> within) {
        Set<String> longer = new LinkedHashSet<>(within);
        longer.add(chain);
        return firewall.rules().stream()
                .filter(r -> r.list().filter(chain::equals).isPresent())
                .map(r -> rule(firewall, r, states, end, longer))
                .toList();
    }

    /// `end` is what a return from this chain comes to.
    private static Rule rule(
            Firewall firewall, FilterRule rule, States states, Action end, Set<String> within) {
        Rule plain = WrittenRules.rule(rule, states);
        return switch (rule.action()) {
            case PERMIT, DENY, REJECT, LOG -> plain;
            case NEXT -> WrittenRules.with(plain, end);
            case JUMP ->
                    rule.jump()
                            .filter(chain -> !within.contains(chain))
                            .filter(chain -> stands(firewall, chain))
                            .map(chain -> entered(firewall, chain, states, within))
                            .map(block -> WrittenRules.with(plain, new Action.Enter(block)))
                            .orElse(plain);
        };
    }

    private static boolean stands(Firewall firewall, String chain) {
        return firewall.rules().stream().anyMatch(r -> r.list().filter(chain::equals).isPresent());
    }

    private static Block entered(
            Firewall firewall, String chain, States states, Set<String> within) {
        return Terms.list(chain, Terms.PASS, rules(firewall, chain, states, Terms.PASS, within));
    }

    /// Where chains are drawn, a rule must say in which one it stands.
    private static Stream<EnforcementPoint> unplaced(Firewall firewall) {
        List<Rule> open =
                firewall.rules().stream()
                        .filter(r -> r.list().isEmpty())
                        .map(WrittenRules::rule)
                        .map(r ->
                                WrittenRules.with(
                                        r,
                                        Terms.either("it does not say in which chain it stands")))
                        .toList();
        return open.isEmpty()
                ? Stream.empty()
                : Stream.of(
                        at(firewall)
                                .at(
                                        Slot.BEFORE_SNAT,
                                        Expr.any(),
                                        "unplaced",
                                        Terms.list("unplaced", Terms.PASS, open)));
    }
}
