package io.portolan.app.picture;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/// The lines along which a route may run near some boxes, and what each step on them costs.
final class Raster {
    /// Distances from a box at which lines may pass it.
    private static final double[] LANES = {12, 20};

    private static final double NEAR = 6;
    private static final double ALONG_BORDER = 1.5;
    private static final double CROSSING = 45;
    private static final double ON_TOP = 12;
    private static final double THROUGH_WRITING = 3;

    private final double[] xs;
    private final double[] ys;
    private final double[] across;
    private final double[] down;

    Raster(Collection<Area> boxes, Collection<Point> anchors) {
        TreeSet<Double> columns = new TreeSet<>();
        TreeSet<Double> rows = new TreeSet<>();
        for (Area b : boxes) {
            for (double lane : LANES) {
                columns.addAll(List.of(b.x() - lane, b.right() + lane));
                rows.addAll(List.of(b.y() - lane, b.bottom() + lane));
            }
        }
        for (Point p : anchors) {
            columns.add(p.x());
            rows.add(p.y());
        }
        xs = columns.stream().mapToDouble(Double::doubleValue).toArray();
        ys = rows.stream().mapToDouble(Double::doubleValue).toArray();
        across = new double[xs.length * ys.length];
        down = new double[xs.length * ys.length];
        lengths();
    }

    private void lengths() {
        for (int i = 0; i < xs.length; i++) {
            for (int j = 0; j < ys.length; j++) {
                across[at(i, j)] = i + 1 < xs.length ? xs[i + 1] - xs[i] : Double.MAX_VALUE;
                down[at(i, j)] = j + 1 < ys.length ? ys[j + 1] - ys[j] : Double.MAX_VALUE;
            }
        }
    }

    int columns() {
        return xs.length;
    }

    int rows() {
        return ys.length;
    }

    Point point(int i, int j) {
        return new Point(xs[i], ys[j]);
    }

    int column(double x) {
        return Arrays.binarySearch(xs, x);
    }

    int row(double y) {
        return Arrays.binarySearch(ys, y);
    }

    /// The cost of going right from a crossing of lines; infinite where a box is in the way.
    double across(int i, int j) {
        return across[at(i, j)];
    }

    double down(int i, int j) {
        return down[at(i, j)];
    }

    /// No line may enter this area.
    void block(Area area) {
        charge(area, Double.POSITIVE_INFINITY);
    }

    /// Lines should not run through this writing.
    void discourage(Area area) {
        charge(area, THROUGH_WRITING);
    }

    /// Lines should not run along the border of this container.
    void skirt(Area frame) {
        Area top = new Area(frame.x(), frame.y(), frame.width(), 0).grownBy(NEAR);
        Area left = new Area(frame.x(), frame.y(), 0, frame.height()).grownBy(NEAR);
        chargeAcross(top, ALONG_BORDER);
        chargeAcross(top.movedBy(0, frame.height()), ALONG_BORDER);
        chargeDown(left, ALONG_BORDER);
        chargeDown(left.movedBy(frame.width(), 0), ALONG_BORDER);
    }

    /// A line that is there: running on it is dear, crossing it has a price.
    void occupy(Segment piece) {
        Area lane = piece.bounds().grownBy(NEAR);
        if (piece.isHorizontal()) {
            chargeAcross(lane, ON_TOP);
            crossDown(piece.bounds());
        } else {
            chargeDown(lane, ON_TOP);
            crossAcross(piece.bounds());
        }
    }

    private void charge(Area area, double perUnit) {
        chargeAcross(area, perUnit);
        chargeDown(area, perUnit);
    }

    private void chargeAcross(Area area, double perUnit) {
        for (int j = after(ys, area.y()); j < ys.length && ys[j] < area.bottom(); j++) {
            for (int i = Math.max(0, after(xs, area.x()) - 1); i + 1 < xs.length; i++) {
                double shared = shared(xs[i], xs[i + 1], area.x(), area.right());
                if (xs[i] >= area.right()) {
                    break;
                }
                across[at(i, j)] += shared > 0 ? shared * perUnit : 0;
            }
        }
    }

    private void chargeDown(Area area, double perUnit) {
        for (int i = after(xs, area.x()); i < xs.length && xs[i] < area.right(); i++) {
            for (int j = Math.max(0, after(ys, area.y()) - 1); j + 1 < ys.length; j++) {
                double shared = shared(ys[j], ys[j + 1], area.y(), area.bottom());
                if (ys[j] >= area.bottom()) {
                    break;
                }
                down[at(i, j)] += shared > 0 ? shared * perUnit : 0;
            }
        }
    }

    /// Steps down over a horizontal line.
    private void crossDown(Area line) {
        int j = after(ys, line.y()) - 1;
        for (int i = after(xs, line.x()); j >= 0 && i < xs.length && xs[i] < line.right(); i++) {
            down[at(i, j)] += CROSSING;
        }
    }

    private void crossAcross(Area line) {
        int i = after(xs, line.x()) - 1;
        for (int j = after(ys, line.y()); i >= 0 && j < ys.length && ys[j] < line.bottom(); j++) {
            across[at(i, j)] += CROSSING;
        }
    }

    private static double shared(double a, double b, double c, double d) {
        return Math.min(b, d) - Math.max(a, c);
    }

    /// The first line strictly behind a coordinate.
    private static int after(double[] lines, double coordinate) {
        int found = Arrays.binarySearch(lines, coordinate);
        return found >= 0 ? found + 1 : -found - 1;
    }

    private int at(int i, int j) {
        return i * ys.length + j;
    }
}
