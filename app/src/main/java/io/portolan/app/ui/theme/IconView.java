package io.portolan.app.ui.theme;

import io.portolan.icons.Icon;
import io.portolan.icons.IconCatalogue;
import io.portolan.model.design.Kinds;

import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

import java.util.regex.Pattern;

/// One icon of the catalogue as a node of a given size in pixels. Its colour is that of the style
/// class `icon-line`, or of the family where it shows a kind.
public final class IconView extends StackPane {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");

    private IconView(Icon icon, double size) {
        getStyleClass().add("icon");
        double scale = size / Icon.GRID;
        Group lines = new Group(frame(size));
        icon.paths().forEach(path -> lines.getChildren().add(line(path, scale)));
        getChildren().add(lines);
        setMinSize(size, size);
        setMaxSize(size, size);
        setAlignment(Pos.CENTER);
        setMouseTransparent(true);
    }

    /// The icon of that name.
    public static IconView of(String name, double size) {
        Icon icon =
                IconCatalogue.find(name)
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "There is no icon (%s).".formatted(name)));
        return new IconView(icon, size);
    }

    /// The icon of a kind in the colour of its family.
    public static IconView ofKind(Class<?> kind, double size) {
        IconView view = of(Kinds.nameOf(kind), size);
        view.getStyleClass().add(Family.of(kind).styleClass());
        return view;
    }

    /// The icon of a kind on a tile tinted in the colour of its family.
    public static StackPane tile(Class<?> kind, double size) {
        StackPane tile = new StackPane(ofKind(kind, Math.rint(size * 0.62)));
        tile.getStyleClass().addAll("tile", Family.of(kind).styleClass());
        tile.setMinSize(size, size);
        tile.setMaxSize(size, size);
        return tile;
    }

    /// The frame keeps all icons of a size on one grid, however little of it they use.
    private static SVGPath frame(double size) {
        SVGPath frame = new SVGPath();
        frame.setContent("M0 0L%s 0L%s %sL0 %sZ".formatted(size, size, size, size));
        frame.getStyleClass().add("icon-frame");
        return frame;
    }

    private static SVGPath line(String path, double scale) {
        SVGPath line = new SVGPath();
        line.setContent(scaled(path, scale));
        line.getStyleClass().add("icon-line");
        line.setStrokeWidth(Math.max(1.2, Icon.STROKE * scale));
        line.setStrokeLineCap(StrokeLineCap.ROUND);
        line.setStrokeLineJoin(StrokeLineJoin.ROUND);
        return line;
    }

    /// Scaled numbers instead of a transform: the width of the line stays what it is.
    private static String scaled(String path, double scale) {
        return NUMBER.matcher(path).replaceAll(n -> rounded(Double.parseDouble(n.group()) * scale));
    }

    private static String rounded(double number) {
        return Double.toString(Math.round(number * 100) / 100.0);
    }
}
