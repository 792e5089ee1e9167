package io.portolan.app.picture;

import java.util.ArrayList;
import java.util.List;

/// The way of a line: points joined by horizontal and vertical pieces.
public record Route(List<Point> points) {
    /// Radius of the corners, in drawing units.
    public static final double CORNER = 8;

    public Route {
        points = List.copyOf(points);
    }

    public Point start() {
        return points.getFirst();
    }

    public Point end() {
        return points.getLast();
    }

    public double length() {
        double sum = 0;
        for (int i = 1; i < points.size(); i++) {
            sum += points.get(i - 1).walkTo(points.get(i));
        }
        return sum;
    }

    public Area bounds() {
        Area all = Area.between(start(), start());
        for (Point p : points) {
            all = all.union(Area.between(p, p));
        }
        return all;
    }

    /// The straight pieces, in order.
    public List<Segment> segments() {
        List<Segment> pieces = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            pieces.add(new Segment(points.get(i - 1), points.get(i)));
        }
        return pieces;
    }

    /// The place that far along the way; the end if the way is shorter.
    public Point at(double distance) {
        double left = distance;
        for (Segment s : segments()) {
            if (left <= s.length()) {
                return s.at(left);
            }
            left -= s.length();
        }
        return end();
    }

    /// The part of the way between two distances from its start.
    public Route part(double from, double to) {
        List<Point> kept = new ArrayList<>();
        kept.add(at(from));
        double walked = 0;
        for (int i = 1; i < points.size() - 1; i++) {
            walked += points.get(i - 1).walkTo(points.get(i));
            if (walked > from && walked < to) {
                kept.add(points.get(i));
            }
        }
        kept.add(at(to));
        return new Route(kept);
    }

    /// The distance of a point from the nearest piece.
    public double distanceTo(Point p) {
        double nearest = Double.MAX_VALUE;
        for (Segment s : segments()) {
            nearest = Math.min(nearest, s.distanceTo(p));
        }
        return nearest;
    }
}
