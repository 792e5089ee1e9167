package io.portolan.app.service;

import io.portolan.app.layout.DesignLayout;
import io.portolan.app.layout.LayoutProgress;
import io.portolan.app.picture.Palette;
import io.portolan.app.picture.PdfPainter;
import io.portolan.app.picture.Picture;
import io.portolan.app.picture.PictureInput;
import io.portolan.app.picture.PngPainter;
import io.portolan.app.picture.SvgPainter;
import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;
import io.portolan.model.rule.Finding;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Draws designs into files: what the window shows, without the window.
public final class PictureFile {
    /// Pixels per drawing unit of a PNG: sharp on screens of double density.
    private static final double PNG_SCALE = 2;

    private PictureFile() {}

    /// Writes the picture of an analysed design; the ending of the file decides how.
    ///
    /// @throws InvalidInputException if the ending is none of svg, png and pdf
    public static void write(Path file, Analysis analysis, Palette palette) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".svg")) {
            OutputFile.write(file, svg(analysis, palette).getBytes(StandardCharsets.UTF_8));
        } else if (name.endsWith(".png")) {
            write(file, new PngPainter(PNG_SCALE)::paint, picture(analysis, palette));
        } else if (name.endsWith(".pdf")) {
            write(file, new PdfPainter()::paint, picture(analysis, palette));
        } else {
            throw new InvalidInputException(
                    "The picture (%s) must end in .svg, .png or .pdf.".formatted(file));
        }
    }

    private interface Painter {
        void paint(Picture picture, OutputStream out) throws IOException;
    }

    private static void write(Path file, Painter painter, Picture picture) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            painter.paint(picture, out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        OutputFile.write(file, out.toByteArray());
    }

    /// The picture as SVG text.
    public static String svg(Analysis analysis, Palette palette) {
        return new SvgPainter().paint(picture(analysis, palette));
    }

    private static Picture picture(Analysis analysis, Palette palette) {
        return Picture.of(
                PictureInput.of(placed(analysis.design()), analysis.verdicts(), problems(analysis)),
                palette);
    }

    /// A design without all its positions gets the missing ones; those it has are kept.
    private static Design placed(Design design) {
        boolean complete =
                design.elements().keySet().stream()
                        .allMatch(id -> design.layout().find(id).isPresent());
        return complete
                ? design
                : design.with(DesignLayout.placeNew(design, LayoutProgress.SILENT));
    }

    /// Findings of each element that is the subject of one.
    public static Map<ElementId, Integer> problems(Analysis analysis) {
        Map<ElementId, Integer> counts = new TreeMap<>();
        analysis.review().findings().stream()
                .map(Finding::about)
                .filter(about -> !about.isEmpty())
                .forEach(about -> counts.merge(about.getFirst(), 1, Integer::sum));
        return counts;
    }
}
