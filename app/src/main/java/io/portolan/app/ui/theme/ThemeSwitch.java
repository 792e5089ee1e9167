package io.portolan.app.ui.theme;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;

/// Dresses a scene in a theme and changes it on demand. Until somebody chooses, it follows the
/// operating system.
public final class ThemeSwitch {
    private final ObjectProperty<Theme> theme =
            new SimpleObjectProperty<>(Theme.of(Platform.getPreferences().getColorScheme()));
    private final Scene scene;
    private boolean chosen;

    public ThemeSwitch(Scene scene) {
        this.scene = scene;
        theme.subscribe(this::dress);
        Platform.getPreferences()
                .colorSchemeProperty()
                .subscribe(scheme -> {
                    if (!chosen) {
                        theme.set(Theme.of(scheme));
                    }
                });
    }

    public ObjectProperty<Theme> theme() {
        return theme;
    }

    /// Takes a theme, whatever the operating system says.
    public void choose(Theme other) {
        chosen = true;
        theme.set(other);
    }

    private void dress(Theme next) {
        Application.setUserAgentStylesheet(next.userAgentStylesheet());
        scene.getStylesheets().setAll(next.stylesheets());
    }
}
