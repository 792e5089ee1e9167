package io.portolan.model.reach;

import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Position;
import io.portolan.model.reach.Alternative.Said;
import io.portolan.model.reach.Alternative.Stage;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Asks points as `Judging` does, and says more: which policies select the endpoint, what would
/// have to be added where it is denied, and why a proxy has no say.
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
        List<String> policies = policies(point, sight);
        Stream<Said> added =
                hops.subList(before, hops.size()).stream()
                        .map(said ->
                                new Said(
                                        said.hop().explained(policies, remedy(said, point, sight)),
                                        said.ports()));
        return alternative.saying(Stream.concat(hops.subList(0, before).stream(), added).toList());
    }

    /// Nobody is selected on devices: their lists hold for whatever passes.
    private List<String> policies(EnforcementPoint point, Sight sight) {
        return point.position() instanceof Position.AtEndpoint
                ? deciding.selecting(point.blocks(), sight)
                : List.of();
    }

    private static Optional<String> remedy(Said said, EnforcementPoint point, Sight sight) {
        return said.hop().outcome() == Outcome.DENY
                ? Optional.of(addition(said, point, sight))
                : Optional.empty();
    }

    private static String addition(Said said, EnforcementPoint point, Sight sight) {
        Packet packet = sight.packet();
        String traffic =
                packet.protocol().transport().isPresent()
                        ? packet.destination().port().text(said.ports()) + "/" + packet.protocol()
                        : packet.protocol().toString();
        return switch (point.position()) {
            case Position.AtEndpoint(var direction, _, _) ->
                    switch (direction) {
                        case IN ->
                                "a rule that lets %s in to %s on %s"
                                        .formatted(
                                                who(packet.source()),
                                                who(packet.destination()),
                                                traffic);
                        case OUT ->
                                "a rule that lets %s out to %s on %s"
                                        .formatted(
                                                who(packet.source()),
                                                who(packet.destination()),
                                                traffic);
                    };
            case Position.AtBorder _, Position.AtDevice _, Position.AtRelay _ ->
                    "a rule before the one that denies: permit " + said.hop().seen();
        };
    }

    private static String who(Party party) {
        return party.member().map(m -> m.name()).orElseGet(party::text);
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
