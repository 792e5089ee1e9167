package io.portolan.app.picture;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;

import java.awt.Color;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Writes a picture as a PDF page of its size, all of it vectors; writing is drawn as shapes, since
/// the bundled font cannot be embedded. The same picture gives the same bytes.
public final class PdfPainter {
    /// A page may be at most this long (PDF 1.7, annex C.2); larger drawings are scaled down.
    private static final double LONGEST = 14_400;

    /// Writes the document and leaves `out` open.
    public void paint(Picture picture, OutputStream out) throws IOException {
        Page page = Page.of(picture);
        Area area = page.area();
        double z = Math.min(1, LONGEST / Math.max(area.width(), area.height()));
        float width = (float) (area.width() * z);
        float height = (float) (area.height() * z);
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(0L);
            document.getDocumentInformation().setTitle(picture.title());
            PDPage sheet = new PDPage(new PDRectangle(width, height));
            document.addPage(sheet);
            try (PDPageContentStream stream = new PDPageContentStream(document, sheet)) {
                float s = (float) z;
                float left = (float) (-area.x() * z);
                float top = (float) (height + area.y() * z);
                stream.transform(new Matrix(s, 0, 0, -s, left, top));
                PdfBrush brush = new PdfBrush(stream);
                brush.fill(Outline.of(area, 0), page.ground());
                page.ops().forEach(brush::draw);
            }
            document.save(out);
        }
    }

    /// Paints on a page whose y axis points down.
    private static final class PdfBrush implements Brush {
        private final PDPageContentStream stream;
        private final Map<Type.Weight, GlyphShapes> fonts = new EnumMap<>(Type.Weight.class);

        PdfBrush(PDPageContentStream stream) {
            this.stream = stream;
        }

        @Override
        public void fill(List<Outline.Step> shape, int colour) {
            if (shape.isEmpty()) {
                return;
            }
            try {
                stream.setNonStrokingColor(new Color(colour));
                path(shape);
                stream.fill();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void stroke(List<Outline.Step> way, Pen pen) {
            try {
                boolean solid = pen.dash() == Dash.SOLID;
                stream.setStrokingColor(new Color(pen.colour()));
                stream.setLineWidth((float) pen.width());
                stream.setLineCapStyle(solid ? 1 : 0);
                stream.setLineJoinStyle(1);
                stream.setLineDashPattern(
                        solid
                                ? new float[0]
                                : new float[] {(float) pen.dash().mark(), (float) pen.dash().gap()},
                        0);
                path(way);
                stream.stroke();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void shadow(Area area, double radius, int colour) {
            try {
                stream.saveGraphicsState();
                PDExtendedGraphicsState state = new PDExtendedGraphicsState();
                state.setNonStrokingAlphaConstant((colour >>> 24) / 255f);
                stream.setGraphicsStateParameters(state);
                fill(Outline.of(area.grownBy(0.8).movedBy(0, 1.2), radius + 0.8), colour);
                stream.restoreGraphicsState();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void write(Op.Words words) {
            GlyphShapes font = fonts.computeIfAbsent(words.type().weight(), GlyphShapes::load);
            fill(steps(font.outline(words)), words.colour());
        }

        private static List<Outline.Step> steps(PathIterator shape) {
            List<Outline.Step> steps = new ArrayList<>();
            double[] p = new double[6];
            for (; !shape.isDone(); shape.next()) {
                switch (shape.currentSegment(p)) {
                    case PathIterator.SEG_MOVETO -> steps.add(new Outline.Step.Move(p[0], p[1]));
                    case PathIterator.SEG_LINETO -> steps.add(new Outline.Step.Line(p[0], p[1]));
                    case PathIterator.SEG_CUBICTO ->
                            steps.add(new Outline.Step.Curve(p[0], p[1], p[2], p[3], p[4], p[5]));
                    case PathIterator.SEG_CLOSE -> steps.add(new Outline.Step.Close());
                    default -> throw new IllegalStateException("Outlines of CFF fonts are cubic.");
                }
            }
            return steps;
        }

        private void path(List<Outline.Step> steps) throws IOException {
            for (Outline.Step step : steps) {
                switch (step) {
                    case Outline.Step.Move s -> stream.moveTo((float) s.x(), (float) s.y());
                    case Outline.Step.Line s -> stream.lineTo((float) s.x(), (float) s.y());
                    case Outline.Step.Curve s ->
                            stream.curveTo(
                                    (float) s.x1(),
                                    (float) s.y1(),
                                    (float) s.x2(),
                                    (float) s.y2(),
                                    (float) s.x(),
                                    (float) s.y());
                    case Outline.Step.Close _ -> stream.closePath();
                }
            }
        }
    }
}
