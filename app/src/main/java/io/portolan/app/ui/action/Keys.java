package io.portolan.app.ui.action;

import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Hears the keys that are no menu accelerators: letters without a modifier (`L`), which must not
/// act while somebody types.
public final class Keys {
    private Keys() {}

    /// Listens in a scene.
    public static void listen(Scene scene, ActionRegistry registry) {
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(scene, registry, event));
    }

    private static void pressed(Scene scene, ActionRegistry registry, KeyEvent event) {
        if (event.isConsumed() || scene.getFocusOwner() instanceof TextInputControl) {
            return;
        }
        registry.all().stream()
                .filter(command -> command.key().filter(key -> matches(key, event)).isPresent())
                .findFirst()
                .ifPresent(command -> {
                    event.consume();
                    command.run();
                });
    }

    private static boolean matches(String key, KeyEvent event) {
        KeyCombination combination = KeyCombination.keyCombination(key);
        return isPlain(combination) && combination.match(event);
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
