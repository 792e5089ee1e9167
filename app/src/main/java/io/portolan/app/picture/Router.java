package io.portolan.app.picture;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/// Finds ways for lines between boxes. Up to `CAREFUL` lines are routed one after the other, each
/// minding those before it; more of them get the first plain shape that is free, each for itself.
final class Router {
    private static final int CAREFUL = 150;
    private static final double[] REACHES = {90, 400};

    private final Surface surface;
    private final Steps steps;

    Router(Surface surface, Steps steps) {
        this.surface = surface;
        this.steps = steps;
    }

    /// One line to route, from box to box.
    record Trip(Area from, Area to) {}

    List<Route> routes(List<Trip> trips) {
        if (trips.size() > CAREFUL) {
            return trips.parallelStream().map(this::counted).toList();
        }
        List<Route> found = new ArrayList<>();
        for (Trip trip : trips) {
            steps.next();
            Route route = careful(trip);
            surface.add(route);
            found.add(route);
        }
        return found;
    }

    private Route counted(Trip trip) {
        steps.next();
        return quick(trip);
    }

    private Route careful(Trip trip) {
        if (isNested(trip)) {
            return outward(trip);
        }
        Optional<Route> straight =
                QuickRoutes.straights(trip.from(), trip.to()).stream()
                        .filter(r -> isGood(r, trip))
                        .findFirst();
        if (straight.isPresent()) {
            return straight.get();
        }
        for (double reach : REACHES) {
            Optional<Route> found = search(trip, reach);
            if (found.isPresent()) {
                return found.get();
            }
        }
        return quick(trip);
    }

    private boolean isGood(Route route, Trip trip) {
        Segment line = route.segments().getFirst();
        List<Area> hit = surface.boxesIn(line.bounds().grownBy(Surface.CLEARANCE));
        return hit.stream().allMatch(b -> b.equals(trip.from()) || b.equals(trip.to()))
                && surface.headersIn(line.bounds().grownBy(1)).isEmpty()
                && !surface.isTaken(line);
    }

    private Optional<Route> search(Trip trip, double reach) {
        Area region = trip.from().union(trip.to()).grownBy(reach);
        List<Port> starts = Port.of(trip.from(), trip.to());
        List<Port> goals = Port.of(trip.to(), trip.from());
        SequencedSet<Area> boxes = new LinkedHashSet<>(List.of(trip.from(), trip.to()));
        surface.boxesIn(region).forEach(boxes::add);
        List<Point> anchors = new ArrayList<>();
        starts.forEach(p -> anchors.add(p.stub()));
        goals.forEach(p -> anchors.add(p.stub()));
        List<Area> frames = surface.framesIn(region);
        SequencedSet<Area> lanes = new LinkedHashSet<>(boxes);
        lanes.addAll(frames);
        Raster raster = new Raster(lanes, anchors);
        frames.forEach(raster::skirt);
        boxes.forEach(b -> raster.block(b.grownBy(Surface.CLEARANCE)));
        surface.headersIn(region).forEach(raster::discourage);
        surface.drawnIn(region).forEach(raster::occupy);
        return new GridSearch(raster, trip.to()).find(starts, goals);
    }

    /// The first plain shape that enters no box, else the one that enters the fewest.
    private Route quick(Trip trip) {
        if (isNested(trip)) {
            return outward(trip);
        }
        List<Route> shapes = new ArrayList<>();
        QuickRoutes.straight(trip.from(), trip.to()).ifPresent(shapes::add);
        shapes.addAll(QuickRoutes.bent(trip.from(), trip.to()));
        Route best = shapes.getFirst();
        long fewest = Long.MAX_VALUE;
        for (Route shape : shapes) {
            long hits = hits(shape);
            if (hits == 0) {
                return shape;
            }
            if (hits < fewest) {
                fewest = hits;
                best = shape;
            }
        }
        return best;
    }

    /// Pieces that enter a box; the ends touch theirs from outside and do not count.
    private long hits(Route route) {
        return route.segments().stream().filter(s -> !surface.isFree(s, -0.5)).count();
    }

    private static boolean isNested(Trip trip) {
        return trip.from().contains(trip.to()) || trip.to().contains(trip.from());
    }

    /// From a box to the nearest side of the box around it.
    private static Route outward(Trip trip) {
        boolean leaving = trip.to().contains(trip.from());
        Area inner = leaving ? trip.from() : trip.to();
        Area outer = leaving ? trip.to() : trip.from();
        Point c = inner.centre();
        double left = inner.x() - outer.x();
        double right = outer.right() - inner.right();
        Route out =
                left < right
                        ? new Route(
                                List.of(new Point(inner.x(), c.y()), new Point(outer.x(), c.y())))
                        : new Route(
                                List.of(
                                        new Point(inner.right(), c.y()),
                                        new Point(outer.right(), c.y())));
        return leaving ? out : new Route(out.points().reversed());
    }
}
