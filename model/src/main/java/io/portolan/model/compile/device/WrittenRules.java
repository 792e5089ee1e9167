package io.portolan.model.compile.device;

import io.portolan.model.compile.need.Terms;
import io.portolan.model.design.FilterRule;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.ConnectionState;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Passage;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Refusal;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Traffic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Says the rules that a design writes down in the words of the plan.
public final class WrittenRules {
    static final Action REJECT = new Action.Deny(Refusal.REJECT);
    private static final Expr<Traffic> TCP = Terms.protocol(Protocol.TCP.number());

    private WrittenRules() {}

    /// What a platform takes `established` for.
    enum States {
        /// Packets of connections that it tracks, and errors about them.
        TRACKED,
        /// TCP with ACK or RST.
        FLAGS,
        /// Nothing: it looks before connections are known.
        NONE
    }

    /// By number or priority; those without one stand last, as listed.
    public static Stream<FilterRule> sorted(List<FilterRule> rules) {
        return rules.stream()
                .sorted(Comparator.comparingInt(r -> r.order().orElse(Integer.MAX_VALUE)));
    }

    /// What a written rule matches and does.
    public static Rule rule(FilterRule rule) {
        return rule(rule, States.TRACKED);
    }

    static Rule rule(FilterRule rule, States states) {
        return new Rule(rule.name(), match(rule, states), action(rule), remark(rule));
    }

    static Match match(FilterRule rule, States states) {
        return new Match(
                source(rule),
                peers(rule.destinations()),
                traffic(rule, states),
                Expr.any(),
                passage(rule, states));
    }

    /// The same rule for other packets.
    public static Rule with(Rule rule, Match match) {
        return new Rule(rule.name(), match, rule.action(), rule.remark());
    }

    /// The same rule with another action.
    public static Rule with(Rule rule, Action action) {
        return new Rule(rule.name(), rule.match(), action, rule.remark());
    }

    /// An action that only some platforms have is theirs to give a meaning to.
    static Action action(FilterRule rule) {
        return switch (rule.action()) {
            case PERMIT -> Terms.ALLOW;
            case DENY -> Terms.DENY;
            case REJECT -> REJECT;
            case LOG -> new Action.Continue();
            case NEXT, JUMP ->
                    new Action.Either(
                            "this list has no such action",
                            List.of(Terms.ALLOW, Terms.DENY, new Action.Continue()));
        };
    }

    static Remark remark(FilterRule rule) {
        Origin origin =
                rule.flow()
                        .<Origin>map(Origin.Flow::new)
                        .orElseGet(
                                () -> new Origin.BuiltIn("rule " + rule.name() + " of the design"));
        return new Remark(origin, rule.comment().orElse(""), rule.log());
    }

    /// A device knows no groups of a cloud.
    private static Expr<Peer> source(FilterRule rule) {
        return rule.groups().isEmpty()
                ? peers(rule.sources())
                : new Expr.Unknown<>("a device knows no members of " + rule.groups());
    }

    /// The addresses of a rule; none written means all.
    public static Expr<Peer> peers(List<Cidr> blocks) {
        return blocks.isEmpty() ? Expr.any() : Terms.at(blocks);
    }

    // ---------------------------------------------------------------- traffic

    private static Expr<Traffic> traffic(FilterRule rule, States states) {
        List<Expr<Traffic>> terms = new ArrayList<>();
        terms.add(
                rule.icmpType()
                        .map(type -> messages(rule.protocol(), type))
                        .orElseGet(() ->
                                traffic(
                                        rule.protocol(),
                                        rule.ports().orElse(PortSet.ALL),
                                        rule.sourcePorts().orElse(PortSet.ALL))));
        if (rule.established() && states == States.FLAGS) {
            terms.add(TCP);
        }
        rule.condition().ifPresent(what -> terms.add(new Expr.Unknown<>(what)));
        return Terms.both(terms);
    }

    /// Without a protocol the family is not said, and types differ by family.
    private static Expr<Traffic> messages(Optional<Protocol> protocol, int type) {
        if (protocol.isEmpty()) {
            return Expr.allOf(
                    Expr.anyOf(icmp(4, OptionalInt.empty()), icmp(6, OptionalInt.empty())),
                    new Expr.Unknown<>("of which ICMP the type " + type + " is meant"));
        }
        if (protocol.get().equals(Protocol.ICMP)) {
            return icmp(4, OptionalInt.of(type));
        }
        return protocol.get().equals(Protocol.ICMPV6) ? icmp(6, OptionalInt.of(type)) : Expr.none();
    }

    private static Expr<Traffic> icmp(int family, OptionalInt type) {
        return Expr.is(new Traffic.Icmp(family, type, OptionalInt.empty()));
    }

    /// Ports without a protocol are those of TCP and of UDP.
    static Expr<Traffic> traffic(Optional<Protocol> protocol, PortSet ports, PortSet from) {
        if (protocol.isPresent()) {
            return traffic(protocol.get(), ports, from);
        }
        return ports.equals(PortSet.ALL) && from.equals(PortSet.ALL)
                ? Expr.any()
                : Expr.anyOf(
                        traffic(Protocol.TCP, ports, from), traffic(Protocol.UDP, ports, from));
    }

    private static Expr<Traffic> traffic(Protocol protocol, PortSet ports, PortSet from) {
        if (protocol.equals(Protocol.ICMP)) {
            return icmp(4, OptionalInt.empty());
        }
        if (protocol.equals(Protocol.ICMPV6)) {
            return icmp(6, OptionalInt.empty());
        }
        return protocol.transport()
                .map(t -> Expr.<Traffic>is(new Traffic.Ports(t, ports, from)))
                .orElseGet(() -> Terms.protocol(protocol.number()));
    }

    // ---------------------------------------------------------------- passage

    private static Expr<Passage> passage(FilterRule rule, States states) {
        List<Expr<Passage>> terms = new ArrayList<>();
        rule.in().ifPresent(name -> terms.add(Terms.enters(name)));
        rule.out().ifPresent(name -> terms.add(Terms.leaves(name)));
        if (rule.established()) {
            terms.add(known(states));
        }
        if (!rule.translatedBy().isEmpty()) {
            terms.add(translated(rule.translatedBy()));
        }
        return terms.isEmpty() ? Expr.any() : Terms.both(terms);
    }

    private static Expr<Passage> known(States states) {
        return switch (states) {
            case TRACKED -> in(ConnectionState.ESTABLISHED, ConnectionState.RELATED);
            case FLAGS -> in(ConnectionState.ESTABLISHED);
            case NONE -> Expr.none();
        };
    }

    private static Expr<Passage> in(ConnectionState first, ConnectionState... more) {
        return Expr.is(new Passage.InState(EnumSet.of(first, more)));
    }

    static Expr<Passage> translated(List<String> by) {
        return Terms.union(
                by.stream()
                        .map(name ->
                                name.equals("any") ? Optional.<String>empty() : Optional.of(name))
                        .map(name -> Expr.<Passage>is(new Passage.Translated(name)))
                        .toList());
    }
}
