package io.portolan.model.compile;

import io.portolan.model.design.FilterAction;
import io.portolan.model.design.FilterRule;
import io.portolan.model.design.Firewall;
import io.portolan.model.design.RuleSource;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;
import io.portolan.model.policy.ConnectionState;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Passage;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Traffic;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// The rules of a packet filter: those written in the design, in their order, then those that its
/// flows need.
final class FilterRules {
    private final List<Crossing> crossings;

    FilterRules(List<Crossing> crossings) {
        this.crossings = crossings;
    }

    /// Packets of connections that were let pass before.
    static Rule sessions() {
        Expr<Passage> known =
                Expr.is(
                        new Passage.InState(
                                EnumSet.of(ConnectionState.ESTABLISHED, ConnectionState.RELATED)));
        return Terms.allow(
                "established", Terms.any().passing(known), Terms.builtIn("replies and errors"));
    }

    List<Rule> written(Firewall firewall) {
        return firewall.rules().stream().map(FilterRules::rule).toList();
    }

    static Rule rule(FilterRule rule) {
        Match match =
                new Match(
                        peers(rule.sources()),
                        peers(rule.destinations()),
                        traffic(rule),
                        Expr.any(),
                        passage(rule));
        return new Rule(
                rule.name(),
                match,
                rule.action() == FilterAction.PERMIT ? Terms.ALLOW : Terms.DENY,
                remark(rule));
    }

    private static Remark remark(FilterRule rule) {
        Origin origin =
                rule.flow()
                        .<Origin>map(Origin.Flow::new)
                        .orElseGet(
                                () -> new Origin.BuiltIn("rule " + rule.name() + " of the design"));
        return new Remark(origin, rule.comment().orElse(""), rule.log());
    }

    private static Expr<Peer> peers(List<Cidr> blocks) {
        return blocks.isEmpty() ? Expr.any() : Terms.at(blocks);
    }

    private static Expr<Traffic> traffic(FilterRule rule) {
        return rule.protocol()
                .map(p -> traffic(p, rule.ports().orElse(PortSet.ALL)))
                .orElseGet(() -> rule.ports().map(FilterRules::anyTransport).orElseGet(Expr::any));
    }

    /// Ports without a protocol: of TCP and of UDP.
    private static Expr<Traffic> anyTransport(PortSet ports) {
        return Expr.anyOf(traffic(Protocol.TCP, ports), traffic(Protocol.UDP, ports));
    }

    static Expr<Traffic> traffic(Protocol protocol, PortSet ports) {
        if (protocol.equals(Protocol.ICMP)) {
            return Expr.is(new Traffic.Icmp(4, OptionalInt.empty(), OptionalInt.empty()));
        }
        if (protocol.equals(Protocol.ICMPV6)) {
            return Expr.is(new Traffic.Icmp(6, OptionalInt.empty(), OptionalInt.empty()));
        }
        return protocol.transport()
                .map(t -> Terms.to(t, ports))
                .orElseGet(() -> Terms.protocol(protocol.number()));
    }

    private static Expr<Passage> passage(FilterRule rule) {
        List<Expr<Passage>> terms = new ArrayList<>();
        rule.in().ifPresent(name -> terms.add(Terms.enters(name)));
        rule.out().ifPresent(name -> terms.add(Terms.leaves(name)));
        return terms.isEmpty() ? Expr.any() : Terms.both(terms);
    }

    // ---------------------------------------------------------------- from flows

    /// What the flows need here; nothing where the design says that its own rules are all there is.
    List<Rule> derived(Firewall firewall) {
        List<Rule> rules = new ArrayList<>();
        crossings(firewall)
                .forEach(c ->
                        Named.add(
                                rules,
                                c.need().flow().id(),
                                List.of(byAddress(c).passing(interfaces(c)))));
        return rules;
    }

    Stream<Crossing> crossings(Firewall firewall) {
        return firewall.policy() == RuleSource.DERIVED
                ? crossings.stream().filter(c -> c.device().equals(firewall.id().value()))
                : Stream.empty();
    }

    /// The connection as the device sees it: a tunnel of a mesh does not leave the cluster.
    static Match between(Crossing crossing) {
        return Terms.any()
                .from(crossing.source())
                .to(crossing.destination())
                .on(crossing.need().traffic());
    }

    /// Only some platforms take names for addresses.
    private static Match byAddress(Crossing crossing) {
        return between(crossing)
                .from(Seen.withoutNames(crossing.source()))
                .to(Seen.withoutNames(crossing.destination()));
    }

    private static Expr<Passage> interfaces(Crossing crossing) {
        return Expr.allOf(Terms.enters(crossing.in().name()), Terms.leaves(crossing.out().name()));
    }
}
