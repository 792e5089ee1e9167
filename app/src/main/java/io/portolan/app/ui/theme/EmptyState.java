package io.portolan.app.ui.theme;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/// Nothing to show, and what to do about it.
public final class EmptyState extends VBox {
    public EmptyState(String icon, String title, String advice, Node... actions) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        Label head = new Label(title);
        head.getStyleClass().add("empty-title");
        Label text = new Label(advice);
        text.getStyleClass().add("empty-text");
        text.setWrapText(true);
        text.setTextAlignment(TextAlignment.CENTER);
        text.setMaxWidth(360);
        getChildren().addAll(IconView.of(icon, 24), head, text);
        getChildren().addAll(actions);
    }
}
