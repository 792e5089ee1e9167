package io.portolan.model.compile.pod;

import io.portolan.model.design.Cni;
import io.portolan.model.net.PortRange;
import io.portolan.model.net.PortSet;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Traffic;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Ranges of ports (`endPort`) where the network plug-in may not know them. Cilium does from
/// version 1.16 (its release notes); before, a policy was taken without a word and its first port
/// alone counted (cilium/cilium, issue 28684).
final class PortRanges {
    private static final String WHY =
            "Cilium knows endPort from version 1.16: before, the first port alone counts";

    private PortRanges() {}

    static UnaryOperator<Policy> inCilium(Cni cni) {
        boolean known = PlugInVersion.of(cni).filter(v -> !v.isBefore(1, 16)).isPresent();
        return known ? UnaryOperator.identity() : PortRanges::perhaps;
    }

    private static Policy perhaps(Policy policy) {
        return policy.with(policy.rules().stream().flatMap(PortRanges::perhaps).toList());
    }

    /// The rule for the first ports, and the whole of it, which may say nothing.
    private static Stream<Rule> perhaps(Rule rule) {
        Expr<Traffic> first = first(rule.match().traffic());
        return first.equals(rule.match().traffic())
                ? Stream.of(rule)
                : Stream.of(
                        new Rule(rule.name(), rule.match().on(first), rule.action(), rule.remark()),
                        new Rule(
                                rule.name(),
                                rule.match(),
                                new Action.Either(
                                        WHY, List.of(rule.action(), new Action.Continue())),
                                rule.remark()));
    }

    private static Expr<Traffic> first(Expr<Traffic> expr) {
        return switch (expr) {
            case Expr.Is<Traffic>(Traffic.Ports ports) -> Expr.is(first(ports));
            case Expr.AnyOf<Traffic>(var terms) ->
                    new Expr.AnyOf<>(terms.stream().map(PortRanges::first).toList());
            case Expr.AllOf<Traffic>(var terms) ->
                    new Expr.AllOf<>(terms.stream().map(PortRanges::first).toList());
            case Expr.Named<Traffic>(var name, var meaning) ->
                    new Expr.Named<>(name, first(meaning));
            case Expr.Is<Traffic> _,
                    Expr.Not<Traffic> _,
                    Expr.Any<Traffic> _,
                    Expr.Unknown<Traffic> _ ->
                    expr;
        };
    }

    /// Every port is no range: it is written without numbers.
    private static Traffic first(Traffic.Ports ports) {
        return ports.destination().equals(PortSet.ALL)
                ? ports
                : Traffic.to(ports.transport(), first(ports.destination()));
    }

    private static PortSet first(PortSet ports) {
        return new PortSet(
                ports.ranges().stream().map(r -> new PortRange(r.low(), r.low())).toList());
    }
}
