package io.portolan.model.reach.oracle;

import io.portolan.model.policy.Capture;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Replies;
import io.portolan.model.policy.View;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Asks the points of a plan: which of them sit at a site, and what each says.
final class Points {
    private final List<EnforcementPoint> points;

    Points(EnforcementPlan plan) {
        this.points = plan.points();
    }

    static Site workload(Direction direction, Place place, Optional<Capture> capture) {
        return new Site.Workload(direction, place, capture.map(Capture::name).orElse(""));
    }

    static Matching.Sight sight(Site site, Packet packet) {
        return new Matching.Sight(
                packet,
                site,
                switch (site) {
                    case Site.Workload(var direction, _, _) -> member(direction, packet).endpoint();
                    case Site.InRelay _ -> packet.destination().endpoint();
                    case Site.Border _, Site.Device _ -> Optional.empty();
                });
    }

    private static Packet.Party member(Direction direction, Packet packet) {
        return direction == Direction.IN ? packet.destination() : packet.source();
    }

    /// Every point at the site has its say; a denial does not stop the walk, so that all denials
    /// are reported.
    List<Flow> visit(Flow flow, Site site) {
        List<Flow> flows = List.of(flow.visited(site));
        for (EnforcementPoint point : points) {
            flows = Flow.each(flows, f -> asked(f, point, sight(site, f.packet()), ""));
        }
        return flows;
    }

    /// The reply meets every point that judges each packet, at the mirrored sites in reverse.
    List<Flow> replied(Flow flow) {
        List<Flow> flows = List.of(flow);
        for (Flow.Visit visit : flow.visits().reversed()) {
            Matching.Sight sight = sight(visit.site().mirrored(), visit.packet().reply());
            for (EnforcementPoint point : points) {
                if (point.replies() == Replies.FILTERED) {
                    flows = Flow.each(flows, f -> asked(f, point, sight, "reply: "));
                }
            }
        }
        return flows;
    }

    boolean guard(String device) {
        return points.stream()
                .anyMatch(p ->
                        p.position() instanceof Position.AtDevice at && at.device().equals(device));
    }

    private static List<Flow> asked(
            Flow flow, EnforcementPoint point, Matching.Sight seen, String prefix) {
        Matching.Sight sight = viewed(point, seen);
        Matching.Truth here = sits(point, sight);
        if (here == Matching.Truth.NO) {
            return List.of(flow);
        }
        List<Flow> flows = new ArrayList<>();
        for (Deciding.Decision d : Deciding.decide(point.blocks(), sight)) {
            flows.add(
                    flow.saying(
                            prefix + point.id(), verdict(d.effect()), d.because(), sight.packet()));
        }
        if (here == Matching.Truth.MAYBE) {
            flows.add(
                    flow.saying(
                            prefix + point.id(),
                            Interpreter.Verdict.NOT_IN_SCOPE,
                            "may not govern",
                            sight.packet()));
        }
        return flows;
    }

    private static Interpreter.Verdict verdict(Deciding.Effect effect) {
        return switch (effect) {
            case ALLOW -> Interpreter.Verdict.ALLOW;
            case DENY -> Interpreter.Verdict.DENY;
            case PASS -> Interpreter.Verdict.NOT_IN_SCOPE;
        };
    }

    private static Matching.Sight viewed(EnforcementPoint point, Matching.Sight sight) {
        return point.position() instanceof Position.AtDevice(_, _, var view, _)
                        && view == View.ORIGINAL
                        && sight.site() instanceof Site.Device device
                ? new Matching.Sight(device.arrived(), device, sight.subject())
                : sight;
    }

    private static Matching.Truth sits(EnforcementPoint point, Matching.Sight sight) {
        return switch (point.position()) {
            case Position.AtEndpoint at -> beside(at, point.owner(), sight);
            case Position.AtBorder(var direction, var segment) ->
                    Matching.Truth.of(sight.site().equals(new Site.Border(direction, segment)));
            case Position.AtDevice(var device, var slot, _, var through) ->
                    sight.site() instanceof Site.Device d
                                    && d.device().equals(device)
                                    && d.slot() == slot
                            ? Matching.matches(Match.any().passing(through), sight)
                            : Matching.Truth.NO;
            case Position.AtRelay(var relay) ->
                    Matching.Truth.of(sight.site().equals(new Site.InRelay(relay)));
        };
    }

    private static Matching.Truth beside(
            Position.AtEndpoint at, String owner, Matching.Sight sight) {
        boolean here =
                sight.site() instanceof Site.Workload(var direction, var place, var capture)
                        && direction == at.direction()
                        && place == at.place()
                        && (place != Place.PROXY || capture.equals(owner));
        return here && sight.subject().isPresent()
                ? Matching.governs(at.governed(), member(at.direction(), sight.packet()), sight)
                : Matching.Truth.NO;
    }
}
