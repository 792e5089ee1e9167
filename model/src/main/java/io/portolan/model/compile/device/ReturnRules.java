package io.portolan.model.compile.device;

import io.portolan.model.compile.need.Named;
import io.portolan.model.compile.route.Crossing;
import io.portolan.model.net.Protocol;
import io.portolan.model.policy.ConnectionState;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Expr.AllOf;
import io.portolan.model.policy.Expr.Any;
import io.portolan.model.policy.Expr.AnyOf;
import io.portolan.model.policy.Expr.Is;
import io.portolan.model.policy.Expr.Not;
import io.portolan.model.policy.Expr.Unknown;
import io.portolan.model.policy.Forwarding.Interface;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Passage;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Traffic;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/// What the flows need of a filter that knows no connections: the way there where they come in, the
/// way back where the answers do.
public record ReturnRules(List<Crossing> crossings, boolean isDerived) {
    static final ReturnRules NOTHING = new ReturnRules(List.of(), false);

    /// The incoming list of an interface.
    List<Rule> at(Interface face) {
        List<Rule> rules = new ArrayList<>();
        for (Crossing c : crossings) {
            String flow = c.need().flow().id();
            if (c.in().equals(face)) {
                Named.add(rules, flow, List.of(FilterRules.byAddress(c)));
            }
            if (c.out().equals(face)) {
                Named.add(rules, flow, List.of(answer(c)));
            }
        }
        return rules;
    }

    private static Match answer(Crossing crossing) {
        Match back = mirrored(FilterRules.byAddress(crossing));
        return crossing.need().protocol().equals(Protocol.TCP)
                ? back.passing(
                        Expr.is(new Passage.InState(EnumSet.of(ConnectionState.ESTABLISHED))))
                : back;
    }

    /// The packets that answer those of a match, wherever they pass.
    public static Match mirrored(Match match) {
        return Match.any()
                .from(match.destination())
                .to(match.source())
                .on(mirrored(match.traffic()));
    }

    private static Expr<Traffic> mirrored(Expr<Traffic> traffic) {
        return switch (traffic) {
            case Any<Traffic> any -> any;
            case Is<Traffic>(Traffic atom) -> mirrored(atom);
            case AnyOf<Traffic>(var terms) ->
                    new AnyOf<>(terms.stream().map(ReturnRules::mirrored).toList());
            case AllOf<Traffic>(var terms) ->
                    new AllOf<>(terms.stream().map(ReturnRules::mirrored).toList());
            case Not<Traffic>(var term) -> new Not<>(mirrored(term));
            case Expr.Named<Traffic>(var name, var meaning) ->
                    new Expr.Named<>(name, mirrored(meaning));
            case Unknown<Traffic> unknown -> unknown;
        };
    }

    private static Expr<Traffic> mirrored(Traffic atom) {
        return switch (atom) {
            case Traffic.Ports(var transport, var to, var from) ->
                    Expr.is(new Traffic.Ports(transport, from, to));
            case Traffic.NamedPort(_, var name) ->
                    new Unknown<>("the number of the port " + name + " is not known here");
            case Traffic.Icmp _, Traffic.IpProtocol _ -> Expr.is(atom);
        };
    }
}
