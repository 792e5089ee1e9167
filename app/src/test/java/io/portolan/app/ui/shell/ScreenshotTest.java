package io.portolan.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.ui.editor.Selection;
import io.portolan.app.ui.theme.Theme;
import io.portolan.model.design.ElementId;
import io.portolan.samples.Sample;
import io.portolan.samples.SampleCatalogue;

import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import javax.imageio.ImageIO;

/// Pictures of the window for people to look at, in `target/screenshots`, and the check that none
/// of them is blank.
@ExtendWith(ApplicationExtension.class)
final class ScreenshotTest {
    private static final Path FOLDER = Path.of("target", "screenshots");
    private static final int FEWEST_COLOURS = 40;

    @TempDir static Path temp;

    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = TestWindow.show(stage, temp);
    }

    @AfterEach
    void close() {
        window.run(window.window()::close);
    }

    @Test
    void startPageIsNotBlank() throws IOException {
        shootBoth("start");
    }

    @Test
    void everySampleWithEveryPanelIsNotBlank() throws IOException {
        for (Sample sample : SampleCatalogue.all()) {
            open(sample);
            for (ShellModel.Panel panel : ShellModel.Panel.values()) {
                show(panel);
                shootBoth(sample.name() + "-" + panel.name().toLowerCase(Locale.ROOT));
            }
        }
    }

    @Test
    void inspectorOfAnElementAndDialogsAreNotBlank() throws IOException {
        open(SampleCatalogue.all().getLast());
        ElementId busiest =
                window.model().design().elements().values().stream()
                        .max(java.util.Comparator.comparingInt(e -> e.toString().length()))
                        .orElseThrow()
                        .id();
        window.run(() -> window.model().reveal(busiest));
        shootBoth("inspector");
        for (String command : java.util.List.of("export.all", "tools.commands", "file.new")) {
            window.run(() -> window.window().commands().get(command).run());
            shootBoth("dialog-" + command.replace('.', '-'));
            window.run(() -> window.window().scene().lookup(".overlay").setVisible(false));
        }
    }

    private void open(Sample sample) {
        window.run(() -> window.window().open(sample));
        window.await("the sample is open", () -> !window.model().design().elements().isEmpty());
        window.awaitCheck();
    }

    private void show(ShellModel.Panel panel) {
        window.run(() -> {
            window.window().parts().shell().open(panel);
            window.model().design().flows().keySet().stream()
                    .filter(id -> denied(id))
                    .findFirst()
                    .ifPresent(id -> window.model().selection().set(new Selection.OfFlow(id)));
            if (panel == ShellModel.Panel.PROBLEMS) {
                window.window().parts().findings().next();
            }
        });
        if (panel == ShellModel.Panel.TARGETS) {
            window.await(
                    "the targets are there",
                    () -> !window.window().parts().targets().targets().isEmpty());
        }
    }

    private boolean denied(String flow) {
        return window.model().verdictOf(flow).filter(v -> !v.word().equals("ALLOW")).isPresent();
    }

    private void shootBoth(String name) throws IOException {
        for (Theme theme : Theme.values()) {
            window.run(() -> window.window().theme().choose(theme));
            WaitForAsyncUtils.waitForFxEvents(5);
            WritableImage image =
                    WaitForAsyncUtils.waitForAsyncFx(
                            10_000, () -> window.window().scene().snapshot(null));
            String file = name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png";
            Files.createDirectories(FOLDER);
            ImageIO.write(
                    SwingFXUtils.fromFXImage(image, null), "png", FOLDER.resolve(file).toFile());
            assertThat(colours(image)).as(file).isGreaterThan(FEWEST_COLOURS);
        }
    }

    private static long colours(WritableImage image) {
        java.util.Set<Integer> seen = new java.util.HashSet<>();
        for (int y = 0; y < image.getHeight(); y += 3) {
            for (int x = 0; x < image.getWidth(); x += 3) {
                seen.add(image.getPixelReader().getArgb(x, y));
            }
        }
        return seen.size();
    }
}
