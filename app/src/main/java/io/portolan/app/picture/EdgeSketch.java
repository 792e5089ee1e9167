package io.portolan.app.picture;

import io.portolan.model.design.ElementId;
import io.portolan.model.design.Intent;

import java.util.ArrayList;
import java.util.List;

/// Draws the way of a flow: lines and arrowheads below the nodes, and its sign above them.
final class EdgeSketch {
    static final double DISC = 10;
    private static final double ARROW = 7;
    private static final double FROM_END = 30;

    private final EdgePlan.OfFlow plan;
    private final List<Route> legs;
    private final EdgeStyle style;
    private final Palette palette;
    private final List<Op> under = new ArrayList<>();
    private final List<Op> over = new ArrayList<>();

    EdgeSketch(EdgePlan.OfFlow plan, List<Route> legs, Palette palette) {
        this.plan = plan;
        this.legs = legs;
        this.palette = palette;
        this.style = EdgeStyle.of(plan.mark().kind(), plan.flow().intent(), palette);
    }

    Strokes draw(boolean stopsAtTarget) {
        switch (plan.mark().kind()) {
            case ALLOWED -> allowed();
            case UNCHECKED -> lines();
            case UNDEFINED -> marked(Op.Sign.QUESTION);
            case DENIED, NO_ROUTE ->
                    stopped(stop(stopsAtTarget), isForbidden() ? Op.Sign.CHECK : Op.Sign.CROSS);
            case PARTLY -> stopped(stop(stopsAtTarget), Op.Sign.PART);
        }
        return new Strokes(under, over);
    }

    /// Nothing to be said where it is wanted.
    private void allowed() {
        if (isForbidden()) {
            marked(Op.Sign.ALARM);
        } else {
            lines();
        }
    }

    private boolean isForbidden() {
        return plan.flow().intent() == Intent.NEVER;
    }

    private void lines() {
        legs.forEach(leg -> line(leg, style.pen(), true));
    }

    private void marked(Op.Sign sign) {
        lines();
        Route longest = legs.getFirst();
        for (Route leg : legs) {
            longest = leg.length() > longest.length() ? leg : longest;
        }
        disc(longest.at(longest.length() / 2), sign);
    }

    /// The verdict's line up to the element that decides, a quiet one behind it.
    private void stopped(Stop stop, Op.Sign sign) {
        for (int i = 0; i < legs.size(); i++) {
            Route leg = legs.get(i);
            if (i < stop.leg() || (i == stop.leg() && stop.atEnd())) {
                line(leg, style.pen(), true);
            } else if (i > stop.leg()) {
                line(leg, style.notReached(), true);
            } else {
                double to = Math.min(leg.length() / 2, FROM_END);
                line(leg.part(0, to), style.pen(), false);
                line(leg.part(to, leg.length()), style.notReached(), true);
            }
        }
        Route leg = legs.get(stop.leg());
        double near = Math.min(leg.length() / 2, FROM_END);
        disc(leg.at(stop.atEnd() ? leg.length() - near : near), sign);
    }

    /// On which leg the flow is stopped, and at which end of it.
    private record Stop(int leg, boolean atEnd) {}

    private Stop stop(boolean atTarget) {
        ElementId decider = plan.mark().decider().orElse(plan.stations().getFirst());
        int station = plan.stations().indexOf(decider);
        if (station > 0) {
            return new Stop(station - 1, true);
        }
        return atTarget ? new Stop(legs.size() - 1, true) : new Stop(0, false);
    }

    private void line(Route way, Pen pen, boolean arrow) {
        double length = way.length();
        if (!arrow || length < 2 * ARROW) {
            under.add(new Op.Line(way, pen));
        } else {
            under.add(new Op.Line(way.part(0, length - ARROW), pen));
            under.add(new Op.Arrow(way.segments().getLast(), pen.colour()));
        }
    }

    private void disc(Point centre, Op.Sign sign) {
        over.add(new Op.Disc(centre, DISC, style.colour(), sign, palette.onVerdict()));
    }
}
