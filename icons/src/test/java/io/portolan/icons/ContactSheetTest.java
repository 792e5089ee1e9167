package io.portolan.icons;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

/// Paints all icons at the three sizes they are made for, on the colours of both themes. The sheets
/// stay in `target` to be looked at.
class ContactSheetTest {
    private static final int[] SIZES = {16, 24, 48};
    private static final int COLUMN = 210;
    private static final int ROW = 60;
    private static final int COLUMNS = 7;
    private static final Color LIGHT = new Color(0xFAFBFC);
    private static final Color DARK = new Color(0x161A20);

    static Stream<String> names() {
        return IconCatalogueTest.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyIconIsVisibleAtTheSmallestSize(String name) {
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = pen(image);

        paint(g, name, 16);

        assertThat(inked(image)).isGreaterThan(8).isLessThan(190);
    }

    @Test
    void theContactSheetsAreWritten() throws IOException {
        Path light = sheet("light", LIGHT, new Color(0x2F6BDE), new Color(0x1B2430));
        Path dark = sheet("dark", DARK, new Color(0x7FA8FF), new Color(0xE6EAF0));

        assertThat(List.of(light, dark)).allSatisfy(p -> assertThat(p).isNotEmptyFile());
    }

    private static Path sheet(String theme, Color back, Color line, Color text) throws IOException {
        List<String> all = names().toList();
        int rows = (all.size() + COLUMNS - 1) / COLUMNS;
        BufferedImage image =
                new BufferedImage(COLUMNS * COLUMN, rows * ROW, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = pen(image);
        g.setColor(back);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        for (int i = 0; i < all.size(); i++) {
            Graphics2D cell = (Graphics2D) g.create();
            cell.translate(i % COLUMNS * COLUMN + 8, i / COLUMNS * ROW + 4);
            row(cell, all.get(i), line, text);
        }
        Path file = Files.createDirectories(Path.of("target")).resolve("icons-" + theme + ".png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private static void row(Graphics2D g, String name, Color line, Color text) {
        g.setColor(text);
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 10));
        g.drawString(name, 110, 28);
        g.setColor(line);
        for (int size : SIZES) {
            paint(g, name, size);
            g.translate(size + 6, 0);
        }
    }

    private static void paint(Graphics2D g, String name, int size) {
        Graphics2D scaled = (Graphics2D) g.create();
        scaled.scale(size / Icon.GRID, size / Icon.GRID);
        scaled.setStroke(
                new BasicStroke(
                        (float) Icon.STROKE, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (String data : IconCatalogue.find(name).orElseThrow().paths()) {
            Path2D path = new Path2D.Double();
            PathData.appendTo(path, data);
            scaled.draw(path);
        }
    }

    private static Graphics2D pen(BufferedImage image) {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return g;
    }

    private static long inked(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, 16, 16, null, 0, 16);
        return Arrays.stream(pixels).filter(p -> p >>> 24 > 40).count();
    }
}
