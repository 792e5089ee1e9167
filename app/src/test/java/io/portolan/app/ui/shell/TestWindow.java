package io.portolan.app.ui.shell;

import io.portolan.app.ui.editor.EditorModel;

import javafx.stage.Stage;

import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The real window on the headless platform, with waiting for conditions instead of time.
public final class TestWindow {
    private static final int PATIENCE = 30;

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

    private boolean sameButPlaces(io.portolan.app.service.Analysis analysis) {
        return analysis.design().with(model().design().layout()).equals(model().design());
    }
}
