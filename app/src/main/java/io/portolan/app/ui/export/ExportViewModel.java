package io.portolan.app.ui.export;

import io.portolan.app.service.Analysis;
import io.portolan.app.service.OpenedDesign;
import io.portolan.app.service.Progress;
import io.portolan.app.service.ReviewFolder;
import io.portolan.app.ui.editor.Background;
import io.portolan.app.ui.editor.EditorModel;
import io.portolan.model.report.Locations;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// Writing everything into a folder: which, how far, how it ended.
public final class ExportViewModel {
    private final EditorModel model;
    private final Background background;
    private final StringProperty folder = new SimpleStringProperty("");
    private final StringProperty message = new SimpleStringProperty("");
    private final DoubleProperty fraction = new SimpleDoubleProperty();
    private final BooleanProperty running = new SimpleBooleanProperty();
    private final BooleanProperty finished = new SimpleBooleanProperty();
    private AtomicBoolean cancelled = new AtomicBoolean();

    public ExportViewModel(EditorModel model, Background background) {
        this.model = model;
        this.background = background;
    }

    /// Begins again with a folder proposed.
    public void begin() {
        finished.set(false);
        fraction.set(0);
        message.set("");
        if (folder.get().isBlank()) {
            folder.set(proposal().toString());
        }
    }

    /// Beside the design, or in the home folder.
    private Path proposal() {
        Path home = Path.of(System.getProperty("user.home", "."));
        return model.file()
                .get()
                .map(file -> file.toAbsolutePath().resolveSibling("export"))
                .orElseGet(() -> home.resolve("portolan-export"));
    }

    /// Writes, if there is a checked design and a folder.
    public void export() {
        Optional<Analysis> analysis = model.analysis().get();
        if (analysis.isEmpty() || folder.get().isBlank()) {
            message.set("Choose a folder, and wait until the design is checked.");
            return;
        }
        cancelled = new AtomicBoolean();
        running.set(true);
        finished.set(false);
        Path into = Path.of(folder.get().strip());
        Steps steps = new Steps(cancelled);
        background.run(() -> write(into, analysis.get(), steps), this::done);
    }

    private static List<Path> write(Path into, Analysis analysis, Progress progress) {
        OpenedDesign opened = new OpenedDesign(analysis.design(), Locations.NONE, Optional.empty());
        ReviewFolder.Order everything = new ReviewFolder.Order(List.of(), progress);
        return ReviewFolder.write(into, opened, analysis, everything).files();
    }

    private void done(List<Path> written) {
        running.set(false);
        finished.set(true);
        fraction.set(1);
        message.set(
                cancelled.get()
                        ? "Stopped after %d files.".formatted(written.size())
                        : "%d files written.".formatted(written.size()));
    }

    /// Ends a run that failed; the reason was told already.
    public void failed() {
        running.set(false);
    }

    public void cancel() {
        cancelled.set(true);
    }

    public StringProperty folder() {
        return folder;
    }

    public StringProperty message() {
        return message;
    }

    public DoubleProperty fraction() {
        return fraction;
    }

    public BooleanProperty running() {
        return running;
    }

    public BooleanProperty finished() {
        return finished;
    }

    EditorModel model() {
        return model;
    }

    /// Reports from elsewhere to the window.
    private final class Steps implements Progress {
        private final AtomicBoolean stop;

        Steps(AtomicBoolean stop) {
            this.stop = stop;
        }

        @Override
        public void report(String what, double share) {
            background.deliver(() -> {
                if (running.get()) {
                    message.set(what);
                    fraction.set(share);
                }
            });
        }

        @Override
        public boolean cancelled() {
            return stop.get();
        }
    }
}
