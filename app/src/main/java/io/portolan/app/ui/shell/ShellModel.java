package io.portolan.app.ui.shell;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.util.EnumMap;
import java.util.Map;

/// What of the window is shown: start page or design, which docks, which panel below.
public final class ShellModel {
    private final BooleanProperty starting = new SimpleBooleanProperty(true);
    private final Map<Dock, BooleanProperty> docks = new EnumMap<>(Dock.class);
    private final ObjectProperty<Panel> panel = new SimpleObjectProperty<>(Panel.PROBLEMS);
    private final StringProperty busy = new SimpleStringProperty("");

    /// The docks, in the order of their keys (Ctrl+1 to Ctrl+4).
    public enum Dock {
        PALETTE(1, "Palette"),
        OUTLINE(2, "Outline"),
        INSPECTOR(3, "Inspector"),
        BOTTOM(4, "Problems, flows, trace, targets");

        private final int number;
        private final String title;

        Dock(int number, String title) {
            this.number = number;
            this.title = title;
        }

        /// The digit of its key.
        public int number() {
            return number;
        }

        public String title() {
            return title;
        }
    }

    /// The panels of the bottom dock.
    public enum Panel {
        PROBLEMS,
        FLOWS,
        TRACE,
        REACH,
        TARGETS,
        HISTORY
    }

    public ShellModel() {
        for (Dock dock : Dock.values()) {
            docks.put(dock, new SimpleBooleanProperty(true));
        }
    }

    /// True while the start page is shown instead of a design.
    public BooleanProperty starting() {
        return starting;
    }

    public BooleanProperty shown(Dock dock) {
        BooleanProperty shown = docks.get(dock);
        if (shown == null) {
            throw new IllegalStateException("every dock has a property");
        }
        return shown;
    }

    public void toggle(Dock dock) {
        shown(dock).set(!shown(dock).get());
    }

    public ObjectProperty<Panel> panel() {
        return panel;
    }

    /// Opens the bottom dock with a panel.
    public void open(Panel next) {
        shown(Dock.BOTTOM).set(true);
        panel.set(next);
    }

    /// What is being done in the background, in words; no text if nothing is.
    public StringProperty busy() {
        return busy;
    }
}
