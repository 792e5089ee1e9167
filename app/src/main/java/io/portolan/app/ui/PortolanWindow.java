package io.portolan.app.ui;

import io.portolan.app.service.Faults;
import io.portolan.app.ui.editor.Notice;
import io.portolan.app.ui.shell.MainWindow;
import io.portolan.app.ui.shell.RecentFiles;
import io.portolan.samples.SampleCatalogue;

import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.stage.Stage;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/// The program with a window. An argument names the design to open; `--train-window` shows a sample
/// for a moment and ends, so that a start-up cache can be recorded.
public final class PortolanWindow extends Application {
    private static final String TRAIN = "--train-window";
    private static final String TRAINING_SAMPLE = "hybrid-bank";
    private static final Duration FEW_FRAMES = Duration.seconds(1);
    private static final Duration PATIENCE = Duration.seconds(60);

    private @Nullable MainWindow window;

    /// Shows the window and returns when it is closed.
    public static void launch(String... args) {
        Application.launch(PortolanWindow.class, args);
    }

    @Override
    public void start(Stage stage) {
        MainWindow made = new MainWindow(RecentFiles.ofUser(), stage::close);
        window = made;
        Thread.currentThread()
                .setUncaughtExceptionHandler(
                        (_, fault) -> made.parts().model().tell(Notice.failed(Faults.keep(fault))));
        stage.setTitle("Portolan");
        stage.setScene(made.scene());
        stage.show();
        List<String> args = getParameters().getRaw();
        if (args.contains(TRAIN)) {
            train(made, stage);
        } else {
            args.stream().findFirst().map(Path::of).ifPresent(made::open);
        }
    }

    /// Shows a sample until it is checked and a moment longer; what is never checked ends too.
    private static void train(MainWindow window, Stage stage) {
        SampleCatalogue.find(TRAINING_SAMPLE).ifPresent(window::open);
        PauseTransition moment = closing(stage, FEW_FRAMES);
        window.parts()
                .model()
                .analysis()
                .subscribe(known -> known.ifPresent(_ -> moment.playFromStart()));
        closing(stage, PATIENCE).play();
    }

    private static PauseTransition closing(Stage stage, Duration after) {
        PauseTransition pause = new PauseTransition(after);
        pause.setOnFinished(_ -> stage.close());
        return pause;
    }

    @Override
    public void stop() {
        if (window != null) {
            window.close();
        }
    }
}
