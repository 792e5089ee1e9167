package io.portolan.app.ui.canvas;

import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;

import org.testfx.util.WaitForAsyncUtils;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

/// Pictures of what a test sees, for people to look at: `target/screenshots/NAME.png`.
public final class Screens {
    private static final Path FOLDER = Path.of("target", "screenshots");

    private Screens() {}

    public static void save(Node node, String name) throws IOException {
        Files.createDirectories(FOLDER);
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> write(node, name));
    }

    private static void write(Node node, String name) {
        Image image = node.snapshot(new SnapshotParameters(), null);
        try {
            ImageIO.write(
                    SwingFXUtils.fromFXImage(image, null),
                    "png",
                    FOLDER.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
