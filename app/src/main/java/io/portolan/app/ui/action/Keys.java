package io.portolan.app.ui.action;

import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import java.util.function.BooleanSupplier;

/// Hears the keys of commands before whoever has the focus, so that a key means the same in every
/// part of the window. Letters alone must not act while somebody types.
public final class Keys {
    private Keys() {}

    /// Listens in a scene, except while `elsewhere` holds (a dialog is open).
    public static void listen(Scene scene, ActionRegistry registry, BooleanSupplier elsewhere) {
        scene.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (!elsewhere.getAsBoolean()
                            && !(scene.getFocusOwner() instanceof TextInputControl)) {
                        pressed(registry, event);
                    }
                });
    }

    private static void pressed(ActionRegistry registry, KeyEvent event) {
        registry.all().stream()
                .filter(command -> command.enabled().get())
                .filter(command -> command.key().filter(key -> matches(key, event)).isPresent())
                .findFirst()
                .ifPresent(command -> {
                    event.consume();
                    command.run();
                });
    }

    private static boolean matches(String key, KeyEvent event) {
        return KeyCombination.keyCombination(key).match(event);
    }

    /// True for a letter alone, which a menu would steal from text fields.
    static boolean isPlain(KeyCombination key) {
        return key instanceof KeyCodeCombination code
                && code.getShortcut() == KeyCombination.ModifierValue.UP
                && code.getControl() == KeyCombination.ModifierValue.UP
                && code.getAlt() == KeyCombination.ModifierValue.UP
                && !code.getCode().isFunctionKey();
    }
}
