package io.portolan.app.ui.canvas;

import io.portolan.app.picture.Area;
import io.portolan.app.picture.Point;

/// The pixels of the device: on a screen with an output scale of 1.5 there are three for every two
/// units of the window. Lines that begin and end on them are crisp.
record PixelGrid(double scale) {
    /// The nearest border of a pixel.
    double snap(double coordinate) {
        return Math.round(coordinate * scale) / scale;
    }

    /// The nearest area of whole pixels.
    Area snap(Area area) {
        return Area.between(
                new Point(snap(area.x()), snap(area.y())),
                new Point(snap(area.right()), snap(area.bottom())));
    }

    /// The greatest length of whole pixels that is not longer.
    double floor(double length) {
        return Math.floor(length * scale) / scale;
    }

    /// The nearest width of whole pixels, at least one.
    double width(double wanted) {
        return Math.max(1, Math.rint(wanted * scale)) / scale;
    }

    /// The least length of whole pixels that is not shorter.
    double cover(double length) {
        return Math.ceil(length * scale) / scale;
    }
}
