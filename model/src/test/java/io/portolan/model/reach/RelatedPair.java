package io.portolan.model.reach;

import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.design.Design;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.Estate;
import io.portolan.model.reach.Question.Payload;
import io.portolan.model.reach.oracle.Notation;
import io.portolan.model.reach.oracle.Shrinking;

import java.util.List;

/// Two members of which the relation must say what the path says, as a value that can be made
/// smaller.
public record RelatedPair(
        String from,
        String to,
        Transport transport,
        PortSet ports,
        Estate estate,
        EnforcementPlan plan) {
    /// Passes, or fails with the smallest plan that makes a difference. `paths` and `relation` are
    /// of this plan.
    public void agrees(Reachability paths, Relation relation) {
        if (!related(relation).equals(asked(paths))) {
            Shrinking.check(this, RelatedPair::agrees, RelatedPair::text);
        }
    }

    private void agrees() {
        Reachability paths = Reachability.of(new CompiledDesign(Design.EMPTY, estate, plan));
        PortSet related = related(paths.relation());
        PortSet asked = asked(paths);
        if (!related.equals(asked)) {
            throw new AssertionError("relation: (%s), path: (%s)".formatted(related, asked));
        }
    }

    private String text() {
        return "%s to %s over %s %s%n%s"
                .formatted(from, to, transport, ports, Notation.of(estate, plan));
    }

    private PortSet related(Relation relation) {
        return relation.allowed(from, to).ports(transport).intersection(ports);
    }

    /// The ports that the path allows.
    private PortSet asked(Reachability paths) {
        Verdict verdict =
                paths.evaluate(
                        new Question(
                                new Question.Party.Member(from),
                                new Question.Party.Member(to),
                                new Protocol(transport.number()),
                                ports,
                                Payload.UNSPECIFIED,
                                List.of()));
        return switch (verdict) {
            case Verdict.Allowed _ -> ports;
            case Verdict.Partly partly -> partly.allowed();
            case Verdict.Denied _, Verdict.NoRoute _, Verdict.Undefined _ -> PortSet.NONE;
        };
    }
}
