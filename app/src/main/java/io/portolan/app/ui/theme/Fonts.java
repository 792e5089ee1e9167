package io.portolan.app.ui.theme;

import javafx.scene.text.Font;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/// The fonts that come with Portolan, so that a design looks the same on every machine. In JavaFX a
/// weight is a family of its own: `Inter SemiBold`.
public final class Fonts {
    private static final String FOLDER = "/com/formdev/flatlaf/fonts/";
    private static final List<String> FILES =
            List.of(
                    "inter/Inter-Regular.otf",
                    "inter/Inter-SemiBold.otf",
                    "jetbrains_mono/JetBrainsMono-Regular.ttf");

    private Fonts() {}

    /// Makes them known to JavaFX; to be called before the first scene.
    public static void load() {
        FILES.forEach(Fonts::load);
    }

    private static void load(String file) {
        try (InputStream in = Fonts.class.getResourceAsStream(FOLDER + file)) {
            if (in == null || Font.loadFont(in, 12) == null) {
                throw new IllegalStateException(
                        "The font (%s) cannot be loaded. Build Portolan again.".formatted(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
