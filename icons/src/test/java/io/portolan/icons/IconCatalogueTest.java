package io.portolan.icons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Stream;

class IconCatalogueTest {
    static Stream<String> names() {
        return Stream.concat(IconCatalogue.kinds().stream(), IconCatalogue.actions().stream());
    }

    static List<String> needed() {
        return List.of(
                "select",
                "hand",
                "link",
                "note",
                "undo",
                "redo",
                "fit",
                "search",
                "check",
                "export",
                "import",
                "plus",
                "minus",
                "close",
                "error",
                "warning",
                "info",
                "allowed",
                "denied",
                "undefined",
                "chevron",
                "mesh-glyph",
                "play",
                "stop",
                "settings",
                "folder",
                "file",
                "save",
                "history",
                "trace",
                "flow",
                "problem",
                "target",
                "sun",
                "moon",
                "contrast",
                "lightbulb");
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyIconStaysInsideTheGrid(String name) {
        Rectangle2D bounds = outline(icon(name)).getBounds2D();

        double margin = Icon.STROKE / 2 + 1;
        assertThat(bounds.getMinX()).isGreaterThanOrEqualTo(margin);
        assertThat(bounds.getMinY()).isGreaterThanOrEqualTo(margin);
        assertThat(bounds.getMaxX()).isLessThanOrEqualTo(Icon.GRID - margin);
        assertThat(bounds.getMaxY()).isLessThanOrEqualTo(Icon.GRID - margin);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindFillsTheOpticalSize(String name) {
        Rectangle2D bounds = outline(icon(name)).getBounds2D();

        assertThat(Math.max(bounds.getWidth(), bounds.getHeight())).isBetween(15.5, 18.5);
        assertThat(bounds.getCenterX()).isBetween(11.2, 12.8);
        assertThat(bounds.getCenterY()).isBetween(11.2, 12.8);
    }

    static List<String> kinds() {
        return IconCatalogue.kinds();
    }

    @ParameterizedTest
    @MethodSource("needed")
    void everyActionOfTheWindowHasAnIcon(String name) {
        assertThat(IconCatalogue.actions()).contains(name);
    }

    @Test
    void noNameIsUsedTwice() {
        assertThat(names()).doesNotHaveDuplicates();
    }

    @Test
    void noTwoIconsAreTheSameDrawing() {
        assertThat(names().map(n -> icon(n).paths())).doesNotHaveDuplicates();
    }

    @Test
    void anUnknownNameHasNoIcon() {
        assertThat(IconCatalogue.find("dragon")).isEmpty();
    }

    @Test
    void aDrawingWithAnotherStrokeIsRefused() {
        String bold = IconFile.HEAD.replace("1.6", "3") + "  <path d=\"M1 1L2 2\"/>\n</svg>\n";

        assertThatThrownBy(() -> IconFile.paths(bold))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("common head");
    }

    @Test
    void aDrawingWithACircleIsRefused() {
        String circle = IconFile.HEAD + "  <circle cx=\"5\" cy=\"5\" r=\"2\"/>\n</svg>\n";

        assertThatThrownBy(() -> IconFile.paths(circle))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Icon icon(String name) {
        return IconCatalogue.find(name).orElseThrow();
    }

    private static Path2D outline(Icon icon) {
        Path2D all = new Path2D.Double();
        icon.paths().forEach(p -> PathData.appendTo(all, p));
        return all;
    }
}
