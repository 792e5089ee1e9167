package io.portolan.model.reach;

import io.portolan.model.net.PortSet;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Position;
import io.portolan.model.reach.Decision.Effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts what a point decided on the path: a hop for every part of the ports on which it is clear,
/// and one where it may deny or not.
record Judgement(EnforcementPoint point, Sight sight, String prefix) {
    Alternative record(Alternative alternative, Truth governs, List<Decision> decisions) {
        PortSet denies = Decision.ports(decisions, Effect.DENY);
        PortSet lets =
                Decision.ports(decisions, Effect.ALLOW)
                        .union(Decision.ports(decisions, Effect.PASS))
                        .union(alternative.ports().minus(governs.surely()));
        PortSet unsure = denies.intersection(lets);
        return alternative.judged(hops(decisions, unsure), denies.minus(lets), unsure);
    }

    private List<Alternative.Said> hops(List<Decision> decisions, PortSet unsure) {
        List<Alternative.Said> hops = new ArrayList<>();
        PortSet told = unsure;
        for (Decision decision : decisions) {
            PortSet ports = decision.ports().minus(told);
            if (!ports.isEmpty()) {
                hops.add(
                        said(
                                outcome(decision.effect()),
                                decision.because(),
                                decision.origin(),
                                ports));
                told = told.union(ports);
            }
        }
        if (!unsure.isEmpty()) {
            hops.add(undecided(decisions, unsure));
        }
        return hops;
    }

    private Alternative.Said undecided(List<Decision> decisions, PortSet ports) {
        List<Decision> about =
                decisions.stream().filter(d -> !d.ports().intersection(ports).isEmpty()).toList();
        Optional<Origin> place = place(about);
        String because =
                about.stream().map(d -> words(d, place)).collect(Collectors.joining(", or "));
        return said(
                Outcome.UNDEFINED,
                about.size() > 1 ? because : because + ", if this stage governs it" + ungoverned(),
                place,
                ports);
    }

    /// Where the rule is written of which it cannot be said whether it counts.
    private Optional<Origin> place(List<Decision> about) {
        return Stream.concat(
                        about.stream().filter(d -> d.doubts(sight).findAny().isPresent()),
                        about.stream())
                .flatMap(d -> d.origin().stream())
                .findFirst();
    }

    private String words(Decision decision, Optional<Origin> place) {
        Stream<String> elsewhere =
                decision.origin().filter(o -> !place.equals(Optional.of(o))).stream()
                        .map(Origin::words);
        return outcome(decision.effect())
                + " by "
                + decision.because()
                + inBrackets(Stream.concat(decision.doubts(sight), elsewhere));
    }

    private String ungoverned() {
        return switch (point.position()) {
            case Position.AtEndpoint at ->
                    inBrackets(Doubts.governs(at.governed(), sight).stream());
            case Position.AtDevice at ->
                    inBrackets(Doubts.matches(Match.any().passing(at.through()), sight).stream());
            case Position.AtBorder _, Position.AtRelay _ -> "";
        };
    }

    private static String inBrackets(Stream<String> reasons) {
        String all = reasons.distinct().collect(Collectors.joining("; "));
        return all.isEmpty() ? "" : " (" + all + ")";
    }

    private Alternative.Said said(
            Outcome outcome, String because, Optional<Origin> origin, PortSet ports) {
        return new Alternative.Said(
                () ->
                        new Hop(
                                        prefix + point.id(),
                                        point.owner(),
                                        outcome,
                                        because,
                                        origin,
                                        sight.packet().text(ports))
                                .about(subject()),
                ports);
    }

    /// Whom it governs, where it sits beside somebody.
    private Optional<String> subject() {
        return point.position() instanceof Position.AtEndpoint
                ? sight.subject().map(m -> m.name())
                : Optional.empty();
    }

    private static Outcome outcome(Effect effect) {
        return switch (effect) {
            case ALLOW -> Outcome.ALLOW;
            case DENY -> Outcome.DENY;
            case PASS -> Outcome.NOT_IN_SCOPE;
        };
    }
}
