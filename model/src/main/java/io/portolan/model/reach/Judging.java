package io.portolan.model.reach;

import io.portolan.model.net.PortSet;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Passage;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.View;

import java.util.List;

/// Asks points what they say of a packet.
final class Judging implements Points.Asking {
    private final Deciding deciding;

    Judging(Deciding deciding) {
        this.deciding = deciding;
    }

    /// Every point at the site has its say; a denial does not stop the walk, so that all denials
    /// are reported.
    @Override
    public Alternative ask(
            Alternative alternative, List<EnforcementPoint> points, Sight sight, Points.Way way) {
        Alternative asked = alternative;
        for (EnforcementPoint point : points) {
            asked = asked(asked, point, viewed(point, sight), way);
        }
        return asked;
    }

    private Alternative asked(
            Alternative alternative, EnforcementPoint point, Sight sight, Points.Way way) {
        Truth governs = governs(point, sight);
        PortSet ports = alternative.ports().intersection(governs.possibly());
        return ports.isEmpty()
                ? alternative
                : new Judgement(point, sight, way.prefix())
                        .record(
                                alternative,
                                governs,
                                deciding.decide(point.blocks(), sight, ports));
    }

    static Sight viewed(EnforcementPoint point, Sight sight) {
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

    static Truth passes(Expr<Passage> through, Sight sight) {
        return Matching.matches(Match.any().passing(through), sight);
    }

    private static Truth beside(Position.AtEndpoint at, String owner, Sight sight) {
        return isHere(owner, sight.site()) && sight.subject().isPresent()
                ? Matching.governs(at.governed(), sight.subjectParty(), sight)
                : Truth.NO;
    }

    /// In a proxy only the points of the capture in force count.
    static boolean isHere(String owner, Site site) {
        return site instanceof Site.Workload(_, var place, var capture)
                && (place != Place.PROXY || capture.equals(owner));
    }
}
