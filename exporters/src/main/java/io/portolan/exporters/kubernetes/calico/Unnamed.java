package io.portolan.exporters.kubernetes.calico;

import io.portolan.model.policy.Block;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Traffic;

/// Rules without names of ports, for receivers of whom nobody knows what their ports are called.
final class Unnamed {
    private Unnamed() {}

    static Block ports(Block block) {
        return block.with(block.policies().stream().map(Unnamed::ports).toList());
    }

    private static Policy ports(Policy p) {
        return p.with(p.rules().stream().map(Unnamed::ports).toList());
    }

    private static Rule ports(Rule rule) {
        Match match = rule.match().on(ports(rule.match().traffic()));
        return new Rule(rule.name(), match, rule.action(), rule.remark());
    }

    private static Expr<Traffic> ports(Expr<Traffic> expr) {
        return switch (expr) {
            case Expr.Is<Traffic>(Traffic.NamedPort(_, var name)) ->
                    new Expr.Unknown<>("the port %s of a host is not known".formatted(name));
            case Expr.AnyOf<Traffic>(var terms) ->
                    new Expr.AnyOf<>(terms.stream().map(Unnamed::ports).toList());
            case Expr.AllOf<Traffic>(var terms) ->
                    new Expr.AllOf<>(terms.stream().map(Unnamed::ports).toList());
            case Expr.Not<Traffic>(var term) -> Expr.not(ports(term));
            case Expr.Named<Traffic>(var name, var meaning) ->
                    new Expr.Named<>(name, ports(meaning));
            case Expr.Any<Traffic> any -> any;
            case Expr.Is<Traffic> is -> is;
            case Expr.Unknown<Traffic> unknown -> unknown;
        };
    }
}
