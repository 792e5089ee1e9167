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
        return new Block(
                block.name(),
                block.discipline(),
                block.policies().stream().map(Unnamed::ports).toList(),
                block.otherwise());
    }

    private static Policy ports(Policy p) {
        return new Policy(
                p.name(),
                p.order(),
                p.subject(),
                p.mode(),
                p.rules().stream().map(Unnamed::ports).toList(),
                p.remark());
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
