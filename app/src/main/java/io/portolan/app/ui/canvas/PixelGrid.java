package io.portolan.app.ui.canvas;

/// The pixels of the device: on a screen with an output scale of 1.5 there are three for every two
/// units of the window. Lines that begin and end on them are crisp.
record PixelGrid(double scale) {
    /// The nearest border of a pixel.
    double snap(double coordinate) {
        return Math.rint(coordinate * scale) / scale;
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
