package io.portolan.app.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/// The cheapest orthogonal way over a raster (A*): short, with few bends, crossings and shared
/// lanes.
final class GridSearch {
    private static final double BEND = 30;

    private final Raster raster;
    private final Area target;
    private final double[] best;
    private final int[] from;
    private final PriorityQueue<State> open = new PriorityQueue<>();
    private final Map<Integer, Port> ends = new HashMap<>();
    private final BitSet isEnd = new BitSet();
    private final Map<Integer, Port> begins = new HashMap<>();

    GridSearch(Raster raster, Area target) {
        this.raster = raster;
        this.target = target;
        int states = raster.columns() * raster.rows() * 4;
        best = new double[states];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        from = new int[states];
        Arrays.fill(from, -1);
    }

    /// The order of states is by cost and then by number: the same input gives the same way.
    private record State(int number, double cost, double estimate) implements Comparable<State> {
        @Override
        public int compareTo(State other) {
            int byCost = Double.compare(estimate, other.estimate);
            return byCost != 0 ? byCost : Integer.compare(number, other.number);
        }
    }

    Optional<Route> find(List<Port> starts, List<Port> goals) {
        for (Port goal : goals) {
            int number = number(goal, inward(goal));
            ends.merge(number, goal, GridSearch::cheaper);
            isEnd.set(number);
        }
        for (Port start : starts) {
            int number = number(start, start.out());
            begins.merge(number, start, GridSearch::cheaper);
            reach(number, -1, start.cost());
        }
        while (!open.isEmpty()) {
            State state = open.poll();
            if (state.number() < 0) {
                return Optional.of(route(-state.number() - 1));
            }
            if (state.cost() <= best[state.number()]) {
                expand(state);
            }
        }
        return Optional.empty();
    }

    private void expand(State state) {
        int number = state.number();
        if (isEnd.get(number)) {
            Port end = port(ends, number);
            // A goal counts with its own cost, so it waits in the queue like any other step.
            open.add(new State(-number - 1, state.cost() + end.cost(), state.cost() + end.cost()));
        }
        Compass before = Compass.of(number % 4);
        for (Compass next : Compass.all()) {
            if (next != before.opposite()) {
                step(state, next, next == before ? 0 : BEND);
            }
        }
    }

    private void step(State state, Compass heading, double bend) {
        int i = state.number() / 4 / raster.rows();
        int j = state.number() / 4 % raster.rows();
        int ni = i + heading.dx;
        int nj = j + heading.dy;
        if (ni < 0 || nj < 0 || ni >= raster.columns() || nj >= raster.rows()) {
            return;
        }
        double price =
                heading.dx != 0
                        ? raster.across(Math.min(i, ni), j)
                        : raster.down(i, Math.min(j, nj));
        reach(number(ni, nj, heading), state.number(), state.cost() + price + bend);
    }

    private void reach(int number, int before, double cost) {
        if (cost < best[number]) {
            best[number] = cost;
            from[number] = before;
            open.add(new State(number, cost, cost + distance(number)));
        }
    }

    private double distance(int number) {
        Point p = point(number);
        double dx = Math.max(0, Math.max(target.x() - p.x(), p.x() - target.right()));
        double dy = Math.max(0, Math.max(target.y() - p.y(), p.y() - target.bottom()));
        return Math.max(0, dx + dy - Port.STUB);
    }

    private Route route(int last) {
        List<Point> points = new ArrayList<>();
        points.add(port(ends, last).border());
        int at = last;
        while (from[at] >= 0) {
            points.add(point(at));
            at = from[at];
        }
        points.add(point(at));
        points.add(port(begins, at).border());
        return new Route(Corners.only(points.reversed()));
    }

    private static Port port(Map<Integer, Port> ports, int number) {
        Port port = ports.get(number);
        if (port == null) {
            throw new IllegalStateException("No port at state (%d).".formatted(number));
        }
        return port;
    }

    private Point point(int number) {
        return raster.point(number / 4 / raster.rows(), number / 4 % raster.rows());
    }

    private int number(Port port, Compass heading) {
        return number(raster.column(port.stub().x()), raster.row(port.stub().y()), heading);
    }

    private int number(int i, int j, Compass heading) {
        return (i * raster.rows() + j) * 4 + heading.number;
    }

    private static Compass inward(Port port) {
        return port.out().opposite();
    }

    private static Port cheaper(Port a, Port b) {
        return b.cost() < a.cost() ? b : a;
    }
}
