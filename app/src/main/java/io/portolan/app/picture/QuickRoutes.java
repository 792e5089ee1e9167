package io.portolan.app.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A few plain shapes between two boxes, in the order in which a draughtsman tries them.
final class QuickRoutes {
    private static final double LANE = 12;
    private static final double LEAST_SHARED = 16;

    /// Lines side by side keep this far from each other.
    private static final double BESIDE = 9;

    private QuickRoutes() {}

    /// A straight line, if the boxes face each other.
    static Optional<Route> straight(Area a, Area b) {
        double top = Math.max(a.y(), b.y());
        double bottom = Math.min(a.bottom(), b.bottom());
        if (bottom - top >= LEAST_SHARED && (a.right() < b.x() || b.right() < a.x())) {
            double y = within(a.centre().y(), b.centre().y(), top, bottom);
            return Optional.of(
                    a.right() < b.x()
                            ? route(a.right(), y, b.x(), y)
                            : route(a.x(), y, b.right(), y));
        }
        double left = Math.max(a.x(), b.x());
        double right = Math.min(a.right(), b.right());
        if (right - left >= LEAST_SHARED && (a.bottom() < b.y() || b.bottom() < a.y())) {
            double x = within(a.centre().x(), b.centre().x(), left, right);
            return Optional.of(
                    a.bottom() < b.y()
                            ? route(x, a.bottom(), x, b.y())
                            : route(x, a.y(), x, b.bottom()));
        }
        return Optional.empty();
    }

    /// The straight line and those beside it on which both boxes still face each other.
    static List<Route> straights(Area a, Area b) {
        Optional<Route> middle = straight(a, b);
        List<Route> lines = new ArrayList<>(middle.stream().toList());
        for (double offset : new double[] {-BESIDE, BESIDE, -2 * BESIDE, 2 * BESIDE}) {
            middle.map(line -> beside(line, offset))
                    .filter(line -> touches(line, a, b))
                    .ifPresent(lines::add);
        }
        return lines;
    }

    private static Route beside(Route line, double offset) {
        boolean level = line.start().y() == line.end().y();
        double dx = level ? 0 : offset;
        double dy = level ? offset : 0;
        return new Route(List.of(line.start().plus(dx, dy), line.end().plus(dx, dy)));
    }

    private static boolean touches(Route line, Area a, Area b) {
        return within(line.start(), line.end(), a) && within(line.end(), line.start(), b);
    }

    /// Not at the round corner of the box.
    private static boolean within(Point end, Point other, Area box) {
        double inset = LEAST_SHARED / 2;
        return end.y() == other.y()
                ? end.y() >= box.y() + inset && end.y() <= box.bottom() - inset
                : end.x() >= box.x() + inset && end.x() <= box.right() - inset;
    }

    /// The middle of one of the boxes if the other one reaches there, else the middle between.
    private static double within(double first, double second, double low, double high) {
        double inset = LEAST_SHARED / 2;
        if (first >= low + inset && first <= high - inset) {
            return first;
        }
        return second >= low + inset && second <= high - inset ? second : (low + high) / 2;
    }

    /// Ways from side to side and round corners.
    static List<Route> bent(Area a, Area b) {
        List<Route> routes = new ArrayList<>();
        boolean ahead = b.centre().x() >= a.centre().x();
        boolean below = b.centre().y() >= a.centre().y();
        Point out = new Point(ahead ? a.right() : a.x(), a.centre().y());
        Point in = new Point(ahead ? b.x() : b.right(), b.centre().y());
        double lane = ahead ? LANE : -LANE;
        for (double x : new double[] {(out.x() + in.x()) / 2, out.x() + lane, in.x() - lane}) {
            routes.add(new Route(Corners.only(List.of(out, at(x, out), at(x, in), in))));
        }
        Point down = new Point(a.centre().x(), below ? a.bottom() : a.y());
        Point up = new Point(b.centre().x(), below ? b.y() : b.bottom());
        double y = (down.y() + up.y()) / 2;
        routes.add(
                new Route(
                        Corners.only(
                                List.of(down, new Point(down.x(), y), new Point(up.x(), y), up))));
        routes.add(new Route(Corners.only(List.of(out, new Point(up.x(), out.y()), up))));
        routes.add(new Route(Corners.only(List.of(down, new Point(down.x(), in.y()), in))));
        for (double row :
                new double[] {
                    below ? a.bottom() + LANE : a.y() - LANE,
                    below ? b.y() - LANE : b.bottom() + LANE
                }) {
            routes.add(channel(out, in, lane, row));
        }
        return routes;
    }

    private static Route channel(Point out, Point in, double lane, double row) {
        double first = out.x() + lane;
        double last = in.x() - lane;
        return new Route(
                Corners.only(
                        List.of(
                                out,
                                new Point(first, out.y()),
                                new Point(first, row),
                                new Point(last, row),
                                new Point(last, in.y()),
                                in)));
    }

    private static Point at(double x, Point p) {
        return new Point(x, p.y());
    }

    private static Route route(double x1, double y1, double x2, double y2) {
        return new Route(List.of(new Point(x1, y1), new Point(x2, y2)));
    }
}
