package io.portolan.model.reach;

import io.portolan.model.net.PortSet;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Passage;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.View;

/// Asks the points of a plan: which of them sit at a site, and what each says.
final class Points {
    private final PlanIndex plan;
    private final Deciding deciding;

    Points(PlanIndex plan, Deciding deciding) {
        this.plan = plan;
        this.deciding = deciding;
    }

    /// Every point at the site has its say; a denial does not stop the walk, so that all denials
    /// are reported.
    Alternative visit(Alternative alternative, Site site) {
        Alternative visited = alternative.visited(site);
        for (EnforcementPoint point : plan.points(site)) {
            visited = asked(visited, point, Sight.of(site, visited.packet()), "");
        }
        return visited;
    }

    Alternative beside(Alternative alternative, Direction direction, Place place) {
        return visit(alternative, Site.workload(direction, place));
    }

    /// The reply meets every point that judges each packet, at the mirrored sites in reverse.
    Alternative replied(Alternative alternative) {
        Alternative replied = alternative;
        for (Alternative.Visit visit : alternative.visits().reversed()) {
            Site site = visit.site().mirrored();
            for (EnforcementPoint point : plan.filtering(site)) {
                Sight sight = Sight.of(site, visit.packet().reply());
                replied = asked(replied, point, sight, "reply: ");
            }
        }
        return replied;
    }

    private Alternative asked(
            Alternative alternative, EnforcementPoint point, Sight seen, String prefix) {
        Sight sight = viewed(point, seen);
        Truth governs = governs(point, sight);
        PortSet ports = alternative.ports().intersection(governs.possibly());
        return ports.isEmpty()
                ? alternative
                : new Judgement(point, sight, prefix)
                        .record(
                                alternative,
                                governs,
                                deciding.decide(point.blocks(), sight, ports));
    }

    private static Sight viewed(EnforcementPoint point, Sight sight) {
        return point.position() instanceof Position.AtDevice(_, _, var view, _)
                        && view == View.ORIGINAL
                        && sight.site() instanceof Site.Device device
                ? new Sight(device.arrived(), device, sight.subject())
                : sight;
    }

    private static Truth governs(EnforcementPoint point, Sight sight) {
        return switch (point.position()) {
            case Position.AtEndpoint at -> beside(at, point.owner(), sight);
            case Position.AtDevice(_, _, _, var through) -> passes(through, sight);
            case Position.AtBorder _, Position.AtRelay _ -> Truth.YES;
        };
    }

    private static Truth passes(Expr<Passage> through, Sight sight) {
        return Matching.matches(Match.any().passing(through), sight);
    }

    private static Truth beside(Position.AtEndpoint at, String owner, Sight sight) {
        boolean here =
                sight.site() instanceof Site.Workload(_, var place, var capture)
                        && (place != Place.PROXY || capture.equals(owner));
        return here && sight.subject().isPresent()
                ? Matching.governs(at.governed(), sight.subjectParty(), sight)
                : Truth.NO;
    }
}
