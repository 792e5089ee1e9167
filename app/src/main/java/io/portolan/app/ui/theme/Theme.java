package io.portolan.app.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.application.ColorScheme;

import java.net.URL;
import java.util.List;

/// The two colour schemes. A scheme is the style sheet of AtlantaFX under ours, with ours naming
/// every colour.
public enum Theme {
    LIGHT("portolan-light.css"),
    DARK("portolan-dark.css");

    private final String colours;

    Theme(String colours) {
        this.colours = colours;
    }

    /// The scheme that the operating system asks for.
    public static Theme of(ColorScheme scheme) {
        return scheme == ColorScheme.DARK ? DARK : LIGHT;
    }

    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    public String userAgentStylesheet() {
        return switch (this) {
            case LIGHT -> new PrimerLight().getUserAgentStylesheet();
            case DARK -> new PrimerDark().getUserAgentStylesheet();
        };
    }

    /// The style sheets of a scene, colours first.
    public List<String> stylesheets() {
        return List.of(resource(colours), resource("portolan.css"), resource("panels.css"));
    }

    /// The file that defines the colours, for whoever checks them.
    String colours() {
        return colours;
    }

    private static String resource(String name) {
        URL url = Theme.class.getResource(name);
        if (url == null) {
            throw new IllegalStateException(
                    "The style sheet (%s) is missing from the build.".formatted(name));
        }
        return url.toExternalForm();
    }
}
