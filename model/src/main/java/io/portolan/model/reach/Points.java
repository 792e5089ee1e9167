package io.portolan.model.reach;

import io.portolan.model.policy.Direction;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Place;

import java.util.List;

/// The points of a plan along a path: which of them sit at a site, and what is done about them.
final class Points {
    private final PlanIndex plan;
    private final Asking asking;

    /// What happens where points sit: they are asked, or noted for later.
    interface Asking {
        Alternative ask(
                Alternative alternative, List<EnforcementPoint> points, Sight sight, Way way);
    }

    /// The first packet of a connection, or the answer to it.
    enum Way {
        THERE(""),
        BACK("reply: ");

        private final String prefix;

        Way(String prefix) {
            this.prefix = prefix;
        }

        String prefix() {
            return prefix;
        }
    }

    Points(PlanIndex plan, Asking asking) {
        this.plan = plan;
        this.asking = asking;
    }

    Alternative visit(Alternative alternative, Site site) {
        Alternative visited = plan.isRemembered(site) ? alternative.visited(site) : alternative;
        List<EnforcementPoint> points = plan.points(site);
        return points.isEmpty()
                ? visited
                : asking.ask(visited, points, Sight.of(site, visited.packet()), Way.THERE);
    }

    Alternative beside(Alternative alternative, Direction direction, Place place) {
        return visit(alternative, Site.workload(direction, place));
    }

    /// The reply meets every point that judges each packet, at the mirrored sites in reverse.
    Alternative replied(Alternative alternative) {
        Alternative replied = alternative;
        for (Alternative.Visit visit : alternative.visits().reversed()) {
            Site site = visit.site().mirrored();
            List<EnforcementPoint> points = plan.filtering(site);
            if (!points.isEmpty()) {
                Sight sight = Sight.of(site, visit.packet().reply());
                replied = asking.ask(replied, points, sight, Way.BACK);
            }
        }
        return replied;
    }
}
