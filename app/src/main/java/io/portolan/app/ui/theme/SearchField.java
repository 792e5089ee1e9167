package io.portolan.app.ui.theme;

import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A text field with a magnifying glass before it. The id is that of the text field itself.
public final class SearchField extends HBox {
    private final TextField field = new TextField();

    public SearchField(String id, String prompt) {
        getStyleClass().add("search-field");
        setAlignment(Pos.CENTER_LEFT);
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        HBox.setHgrow(field, Priority.ALWAYS);
        getChildren().addAll(IconView.of("search", 16), field);
    }

    public StringProperty text() {
        return field.textProperty();
    }

    public TextField field() {
        return field;
    }
}
