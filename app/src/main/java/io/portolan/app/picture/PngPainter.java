package io.portolan.app.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

/// Writes a picture as PNG, `scale` pixels per drawing unit, less for a drawing that would not fit
/// in memory.
public final class PngPainter {
    /// No side gets longer than this many pixels.
    private static final double LONGEST = 12_000;

    private final double scale;

    public PngPainter(double scale) {
        this.scale = scale;
    }

    /// Writes the image and leaves `out` open.
    public void paint(Picture picture, OutputStream out) throws IOException {
        Page page = Page.of(picture);
        Area area = page.area();
        double z = Math.min(scale, LONGEST / Math.max(area.width(), area.height()));
        BufferedImage image =
                new BufferedImage(
                        (int) Math.ceil(area.width() * z),
                        (int) Math.ceil(area.height() * z),
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(
                RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setColor(new Color(page.ground()));
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.scale(z, z);
        graphics.translate(-area.x(), -area.y());
        Java2dBrush brush = new Java2dBrush(graphics);
        page.ops().forEach(brush::draw);
        graphics.dispose();
        ImageIO.write(image, "png", out);
    }

    /// Paints on a Java 2D surface.
    private static final class Java2dBrush implements Brush {
        private final Graphics2D graphics;
        private final Map<Type, Font> fonts = new EnumMap<>(Type.class);

        Java2dBrush(Graphics2D graphics) {
            this.graphics = graphics;
        }

        @Override
        public void fill(List<Outline.Step> shape, int colour) {
            graphics.setColor(new Color(colour, true));
            graphics.fill(path(shape));
        }

        @Override
        public void stroke(List<Outline.Step> way, Pen pen) {
            graphics.setColor(new Color(pen.colour(), true));
            graphics.setStroke(strokeOf(pen));
            graphics.draw(path(way));
        }

        @Override
        public void shadow(Area area, double radius, int colour) {
            int alpha = colour >>> 24;
            for (int ring = 3; ring > 0; ring--) {
                fill(
                        Outline.of(area.grownBy(ring * 0.7).movedBy(0, 1), radius + ring * 0.7),
                        (colour & 0xFFFFFF) | ((alpha / 3) << 24));
            }
        }

        @Override
        public void write(Op.Words words) {
            graphics.setColor(new Color(words.colour(), true));
            graphics.setFont(fonts.computeIfAbsent(words.type(), Java2dBrush::load));
            graphics.drawString(words.text(), (float) words.at().x(), (float) words.at().y());
        }

        private static BasicStroke strokeOf(Pen pen) {
            float width = (float) pen.width();
            int cap = BasicStroke.CAP_ROUND;
            int join = BasicStroke.JOIN_ROUND;
            if (pen.dash() == Dash.SOLID) {
                return new BasicStroke(width, cap, join);
            }
            float[] dash = {(float) pen.dash().mark(), (float) pen.dash().gap()};
            return new BasicStroke(width, BasicStroke.CAP_BUTT, join, 1, dash, 0);
        }

        private static Path2D path(List<Outline.Step> steps) {
            Path2D path = new Path2D.Double();
            for (Outline.Step step : steps) {
                switch (step) {
                    case Outline.Step.Move s -> path.moveTo(s.x(), s.y());
                    case Outline.Step.Line s -> path.lineTo(s.x(), s.y());
                    case Outline.Step.Curve s ->
                            path.curveTo(s.x1(), s.y1(), s.x2(), s.y2(), s.x(), s.y());
                    case Outline.Step.Close _ -> path.closePath();
                }
            }
            return path;
        }

        private static Font load(Type type) {
            try (InputStream in = TextMeasure.font(type.weight())) {
                return Font.createFont(Font.TRUETYPE_FONT, in).deriveFont((float) type.size());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (FontFormatException e) {
                throw new IllegalStateException(
                        "The font (%s) cannot be read; replace it.".formatted(type.weight()), e);
            }
        }
    }
}
