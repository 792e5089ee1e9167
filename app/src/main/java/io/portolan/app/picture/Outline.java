package io.portolan.app.picture;

import java.util.ArrayList;
import java.util.List;

/// A line or shape as steps of a pen: what every painter understands.
final class Outline {
    /// A quarter of a circle as a curve: the distance of its handles for radius 1.
    static final double QUARTER = 0.5522847498;

    private static final double ARROW_LENGTH = 9;
    private static final double ARROW_HALF = 4.5;

    private Outline() {}

    /// One step.
    sealed interface Step {
        record Move(double x, double y) implements Step {}

        record Line(double x, double y) implements Step {}

        record Curve(double x1, double y1, double x2, double y2, double x, double y)
                implements Step {}

        record Close() implements Step {}
    }

    /// Path data with absolute `M`, `L`, `C` and `Z`, moved and scaled.
    static List<Step> parse(String path, Point at, double scale) {
        List<Step> steps = new ArrayList<>();
        String[] parts = path.splitWithDelimiters("[MLCZ]", 0);
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].isBlank() && "MLCZ".contains(parts[i])) {
                String rest = i + 1 < parts.length ? parts[i + 1] : "";
                steps.add(step(parts[i], numbers(rest, at, scale)));
            }
        }
        return steps;
    }

    private static double[] numbers(String text, Point at, double scale) {
        if (text.isBlank()) {
            return new double[0];
        }
        String[] words = text.strip().split("[ ,]+", -1);
        double[] found = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            found[i] = Double.parseDouble(words[i]) * scale + (i % 2 == 0 ? at.x() : at.y());
        }
        return found;
    }

    private static Step step(String letter, double[] n) {
        return switch (letter) {
            case "M" -> new Step.Move(n[0], n[1]);
            case "L" -> new Step.Line(n[0], n[1]);
            case "C" -> new Step.Curve(n[0], n[1], n[2], n[3], n[4], n[5]);
            default -> new Step.Close();
        };
    }

    /// A way with rounded corners; short pieces get smaller corners.
    static List<Step> of(Route route) {
        List<Point> p = route.points();
        List<Step> steps = new ArrayList<>();
        steps.add(new Step.Move(p.getFirst().x(), p.getFirst().y()));
        for (int i = 1; i < p.size() - 1; i++) {
            corner(steps, p.get(i - 1), p.get(i), p.get(i + 1));
        }
        steps.add(new Step.Line(p.getLast().x(), p.getLast().y()));
        return steps;
    }

    private static void corner(List<Step> steps, Point before, Point at, Point after) {
        double room = Math.min(before.walkTo(at), at.walkTo(after)) / 2;
        double r = Math.min(Route.CORNER, room);
        Point in = new Segment(at, before).at(r);
        Point out = new Segment(at, after).at(r);
        double k = 1 - QUARTER;
        Point h1 = new Segment(at, before).at(r * k);
        Point h2 = new Segment(at, after).at(r * k);
        steps.add(new Step.Line(in.x(), in.y()));
        steps.add(new Step.Curve(h1.x(), h1.y(), h2.x(), h2.y(), out.x(), out.y()));
    }

    /// A rectangle with round corners.
    static List<Step> of(Area a, double radius) {
        double r = Math.min(radius, Math.min(a.width(), a.height()) / 2);
        double k = r * (1 - QUARTER);
        double x = a.x();
        double y = a.y();
        double e = a.right();
        double b = a.bottom();
        return List.of(
                new Step.Move(x + r, y),
                new Step.Line(e - r, y),
                new Step.Curve(e - k, y, e, y + k, e, y + r),
                new Step.Line(e, b - r),
                new Step.Curve(e, b - k, e - k, b, e - r, b),
                new Step.Line(x + r, b),
                new Step.Curve(x + k, b, x, b - k, x, b - r),
                new Step.Line(x, y + r),
                new Step.Curve(x, y + k, x + k, y, x + r, y),
                new Step.Close());
    }

    static List<Step> circle(Point centre, double radius) {
        return of(Area.around(centre, 2 * radius, 2 * radius), radius);
    }

    /// The triangle of an arrowhead, tip first.
    static List<Step> of(Op.Arrow arrow) {
        Segment line = arrow.last();
        Segment back = new Segment(line.to(), line.from());
        Point foot = back.at(ARROW_LENGTH);
        boolean flat = line.isHorizontal();
        Point left = foot.plus(flat ? 0 : ARROW_HALF, flat ? ARROW_HALF : 0);
        Point right = foot.plus(flat ? 0 : -ARROW_HALF, flat ? -ARROW_HALF : 0);
        return List.of(
                new Step.Move(line.to().x(), line.to().y()),
                new Step.Line(left.x(), left.y()),
                new Step.Line(right.x(), right.y()),
                new Step.Close());
    }

    /// The strokes of a sign in a disc.
    static List<Step> sign(Op.Disc disc) {
        Point c = disc.centre();
        double r = disc.radius() * 0.4;
        return switch (disc.sign()) {
            case CROSS ->
                    List.of(
                            new Step.Move(c.x() - r, c.y() - r),
                            new Step.Line(c.x() + r, c.y() + r),
                            new Step.Move(c.x() + r, c.y() - r),
                            new Step.Line(c.x() - r, c.y() + r));
            case PART -> List.of(new Step.Move(c.x() - r, c.y()), new Step.Line(c.x() + r, c.y()));
            case QUESTION -> question(c, disc.radius());
            case CHECK ->
                    List.of(
                            new Step.Move(c.x() - r, c.y() + 0.1 * r),
                            new Step.Line(c.x() - 0.25 * r, c.y() + 0.8 * r),
                            new Step.Line(c.x() + r, c.y() - 0.7 * r));
            case ALARM ->
                    List.of(
                            new Step.Move(c.x(), c.y() - 1.3 * r),
                            new Step.Line(c.x(), c.y() + 0.3 * r),
                            new Step.Move(c.x(), c.y() + 1.2 * r),
                            new Step.Line(c.x(), c.y() + 1.25 * r));
        };
    }

    private static List<Step> question(Point c, double r) {
        double x = c.x();
        double y = c.y();
        double w = 0.3 * r;
        return List.of(
                new Step.Move(x - w, y - 0.22 * r),
                new Step.Curve(x - w, y - 0.68 * r, x + w, y - 0.68 * r, x + w, y - 0.22 * r),
                new Step.Curve(x + w, y + 0.05 * r, x, y + 0.02 * r, x, y + 0.28 * r),
                new Step.Move(x, y + 0.56 * r),
                new Step.Line(x, y + 0.57 * r));
    }
}
