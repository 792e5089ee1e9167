package io.portolan.app.ui.theme;

import javafx.scene.control.Label;

/// A small number in a pill.
public final class Badge extends Label {
    /// What the number counts.
    public enum Kind {
        PLAIN("badge-plain"),
        PROBLEM("badge-problem"),
        WARNING("badge-warning"),
        OK("badge-ok");

        private final String styleClass;

        Kind(String styleClass) {
            this.styleClass = styleClass;
        }
    }

    public Badge(Kind kind, String text) {
        super(text);
        getStyleClass().setAll("badge", kind.styleClass);
        setMinWidth(USE_PREF_SIZE);
    }

    /// Shows another number; none at zero.
    public void show(long count) {
        setText(Long.toString(count));
        setVisible(count > 0);
        setManaged(count > 0);
    }
}
