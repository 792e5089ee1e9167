package io.portolan.app.ui.action;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;

import java.util.Optional;

/// Something the user can do. `id` is stable (`edit.undo`); `key` is written as JavaFX writes key
/// combinations (`Shortcut+Z`, `F8`, `L`); `icon` names one of the catalogue.
public record Command(
        String id,
        String title,
        Section section,
        Optional<String> key,
        Optional<String> icon,
        ObservableBooleanValue enabled,
        Runnable action) {
    public Command {
        if (!id.matches("[a-z]+\\.[a-zA-Z]+")) {
            throw new IllegalArgumentException(
                    "The command id (%s) must be two words with a dot between.".formatted(id));
        }
    }

    /// A command without key and icon that can always be given.
    public static Command of(String id, String title, Section section, Runnable action) {
        return new Command(
                id,
                title,
                section,
                Optional.empty(),
                Optional.empty(),
                Bindings.createBooleanBinding(() -> true),
                action);
    }

    public Command withKey(String combination) {
        return new Command(id, title, section, Optional.of(combination), icon, enabled, action);
    }

    public Command withIcon(String name) {
        return new Command(id, title, section, key, Optional.of(name), enabled, action);
    }

    /// Can be given only while that holds.
    public Command when(ObservableBooleanValue condition) {
        return new Command(id, title, section, key, icon, condition, action);
    }

    /// Does it, if it can be done now.
    public void run() {
        if (enabled.get()) {
            action.run();
        }
    }
}
