package io.portolan.model.reach;

import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Position;
import io.portolan.model.reach.Alternative.Said;

import java.util.List;
import java.util.stream.Stream;

/// Asks points as `Judging` does, and says more: what made them govern the connection, the header
/// to reckon with, and why a proxy has no say.
final class Explaining implements Points.Asking {
    private final Judging judging;
    private final Deciding deciding;

    Explaining(Deciding deciding) {
        this.deciding = deciding;
        this.judging = new Judging(deciding);
    }

    @Override
    public Alternative ask(
            Alternative alternative, List<EnforcementPoint> points, Sight sight, Points.Way way) {
        Alternative asked = alternative;
        for (EnforcementPoint point : points) {
            Alternative next = judging.ask(asked, List.of(point), sight, way);
            asked =
                    next.hops().size() == asked.hops().size()
                            ? silent(next, point, sight)
                            : explained(next, asked.hops().size(), point, sight);
        }
        return asked;
    }

    private Alternative explained(
            Alternative alternative, int before, EnforcementPoint point, Sight sight) {
        List<Said> hops = alternative.hops();
        List<String> selectors = selectors(point, sight);
        Stream<Said> added =
                hops.subList(before, hops.size()).stream()
                        .map(said ->
                                new Said(
                                        () ->
                                                said.hop()
                                                        .explained(
                                                                selectors,
                                                                Header.of(
                                                                        sight.packet(),
                                                                        said.ports())),
                                        said.ports()));
        return alternative.saying(Stream.concat(hops.subList(0, before).stream(), added).toList());
    }

    /// The policies beside an endpoint; where none selects it, and on devices, of which the lists
    /// hold for whatever passes, the place.
    private List<String> selectors(EnforcementPoint point, Sight sight) {
        List<String> policies =
                point.position() instanceof Position.AtEndpoint
                        ? deciding.selecting(point.blocks(), sight)
                        : List.of();
        return policies.isEmpty() ? List.of(Selectors.of(point)) : policies;
    }

    /// A proxy that is there and does not take this connection over.
    private static Alternative silent(
            Alternative alternative, EnforcementPoint point, Sight sight) {
        boolean bypassed =
                point.position() instanceof Position.AtEndpoint at
                        && at.place() == Place.PROXY
                        && !Judging.isHere(point.owner(), sight.site())
                        && Matching.governs(at.governed(), sight.subjectParty(), sight).isAlways();
        return bypassed
                ? alternative.noting(
                        Stage.of(point.id(), point.owner()),
                        Outcome.NOT_IN_SCOPE,
                        "%s does not take this connection over".formatted(point.owner()))
                : alternative;
    }
}
