package io.portolan.app.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A place on the border of a box where a line may begin or end: `stub` lies before it, at the
/// distance that lines keep. `cost` is what makes the middle of a side better than its ends.
record Port(Point border, Point stub, Compass out, double cost) {
    static final double STUB = 12;
    private static final double[] SIDEWAYS = {0, -9, 9, -17, 17};
    private static final double[] ALONG = {0, -24, 24, -48, 48};
    private static final double PER_UNIT = 0.6;
    private static final double END = 8;

    /// All ports of a box; `other` is where the line goes: it may leave in line with that.
    static List<Port> of(Area box, Area other) {
        List<Port> ports = new ArrayList<>();
        for (double dy : offsets(SIDEWAYS, other.centre().y() - box.centre().y())) {
            if (Math.abs(dy) <= box.height() / 2 - END) {
                double y = box.centre().y() + dy;
                ports.add(port(new Point(box.right(), y), Compass.RIGHT, dy));
                ports.add(port(new Point(box.x(), y), Compass.LEFT, dy));
            }
        }
        for (double dx : offsets(ALONG, other.centre().x() - box.centre().x())) {
            if (Math.abs(dx) <= box.width() / 2 - END) {
                double x = box.centre().x() + dx;
                ports.add(port(new Point(x, box.bottom()), Compass.DOWN, dx));
                ports.add(port(new Point(x, box.y()), Compass.UP, dx));
            }
        }
        return ports;
    }

    /// In line with the other box, too, unless straight lines were tried there already.
    private static double[] offsets(double[] usual, double inLine) {
        if (Math.abs(inLine) <= usual[usual.length - 1]) {
            return usual;
        }
        double[] all = Arrays.copyOf(usual, usual.length + 1);
        all[usual.length] = inLine;
        return all;
    }

    private static Port port(Point border, Compass out, double offset) {
        Point stub = border.plus(out.dx * STUB, out.dy * STUB);
        return new Port(border, stub, out, Math.abs(offset) * PER_UNIT);
    }
}
