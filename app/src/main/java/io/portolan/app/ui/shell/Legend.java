package io.portolan.app.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Line;

/// What the lines of the drawing mean.
final class Legend extends HBox {
    Legend() {
        super(16);
        setId("legend");
        setAlignment(Pos.CENTER_RIGHT);
        setMinWidth(USE_PREF_SIZE);
        getChildren().add(row("legend-allow", "Allowed on every layer"));
        getChildren().add(row("legend-deny", "Denied, first at the mark"));
        getChildren().add(row("legend-undef", "Not defined: see reason"));
    }

    private static Node row(String style, String text) {
        Line line = new Line(0, 0, 26, 0);
        line.getStyleClass().add(style);
        Label words = new Label(text);
        words.getStyleClass().add("muted-small");
        HBox row = new HBox(8, line, words);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
