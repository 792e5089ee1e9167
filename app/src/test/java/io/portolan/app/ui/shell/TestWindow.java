package io.portolan.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.ui.editor.EditorModel;
import io.portolan.app.ui.theme.Theme;

import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;

import org.testfx.util.WaitForAsyncUtils;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.imageio.ImageIO;

/// The real window on the headless platform, with waiting for conditions instead of time.
public final class TestWindow {
    private static final int PATIENCE = 30;
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final int FEWEST_COLOURS = 40;

    private final MainWindow window;

    private TestWindow(MainWindow window) {
        this.window = window;
    }

    /// Shows a window on a stage; recent files are kept in `folder`.
    public static TestWindow show(Stage stage, Path folder) {
        MainWindow window =
                new MainWindow(new RecentFiles(folder.resolve("recent.txt")), stage::close);
        stage.setScene(window.scene());
        stage.setX(0);
        stage.setY(0);
        stage.show();
        return new TestWindow(window);
    }

    public MainWindow window() {
        return window;
    }

    public EditorModel model() {
        return window.parts().model();
    }

    /// Does something on the thread of the window and waits until it is done.
    public void run(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(PATIENCE * 1000L, work);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Waits until something holds, asking on the thread of the window.
    public void await(String what, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    PATIENCE,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.waitForAsyncFx(PATIENCE * 1000L, condition));
        } catch (TimeoutException e) {
            throw new AssertionError("waited in vain until " + what, e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Waits until the design as it is has been checked.
    public void awaitCheck() {
        await(
                "the design is checked",
                () -> model().analysis().get().filter(a -> sameButPlaces(a)).isPresent());
    }

    /// Writes pictures of the window in both themes into `target/screenshots` for people to look
    /// at; fails if one is blank.
    public void shoot(String name) throws IOException {
        Theme before = window.theme().theme().get();
        for (Theme theme : Theme.values()) {
            run(() -> window.theme().choose(theme));
            WaitForAsyncUtils.waitForFxEvents(5);
            WritableImage image =
                    WaitForAsyncUtils.waitForAsyncFx(
                            PATIENCE * 1000L, () -> window.scene().snapshot(null));
            String file = name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png";
            Files.createDirectories(PICTURES);
            ImageIO.write(
                    SwingFXUtils.fromFXImage(image, null), "png", PICTURES.resolve(file).toFile());
            assertThat(colours(image)).as(file).isGreaterThan(FEWEST_COLOURS);
        }
        run(() -> window.theme().choose(before));
    }

    private static long colours(WritableImage image) {
        Set<Integer> seen = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y += 3) {
            for (int x = 0; x < image.getWidth(); x += 3) {
                seen.add(image.getPixelReader().getArgb(x, y));
            }
        }
        return seen.size();
    }

    private boolean sameButPlaces(io.portolan.app.service.Analysis analysis) {
        return analysis.design().with(model().design().layout()).equals(model().design());
    }
}
