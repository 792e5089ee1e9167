package io.portolan.app.ui.inspector;

import atlantafx.base.theme.Styles;

import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/// Shows below a field why its value was refused.
final class Refusals {
    private static final String STYLE = "refusal";

    private Refusals() {}

    /// Tries an edit; what the records refuse is said below the field.
    static void show(Control field, Runnable edit) {
        clear(field);
        try {
            edit.run();
        } catch (IllegalArgumentException e) {
            say(field, String.valueOf(e.getMessage()));
        }
    }

    static void clear(Control field) {
        field.pseudoClassStateChanged(Styles.STATE_DANGER, false);
        if (field.getParent() instanceof Pane row) {
            row.getChildren().removeIf(n -> n.getStyleClass().contains(STYLE));
        }
    }

    private static void say(Control field, String why) {
        field.pseudoClassStateChanged(Styles.STATE_DANGER, true);
        Label line = new Label(why);
        line.setWrapText(true);
        line.getStyleClass().add(STYLE);
        line.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        if (field.getParent() instanceof Pane row) {
            row.getChildren().add(line);
        }
    }
}
