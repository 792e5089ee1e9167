package io.portolan.app.ui.shell;

import io.portolan.app.service.Workspace;
import io.portolan.app.ui.editor.Background;
import io.portolan.app.ui.editor.EditorModel;
import io.portolan.app.ui.editor.Notice;
import io.portolan.samples.Sample;

import javafx.stage.FileChooser;
import javafx.stage.Window;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// New, open, save: with the question about changes that are not saved.
final class FileActions {
    private static final String ENDING = ".portolan.yaml";

    private final EditorModel model;
    private final Background background;
    private final Dialogs dialogs;
    private final RecentFiles recent;
    private final Supplier<Window> window;
    private final Consumer<Workspace> opened;

    /// Where the choosers belong, and who shows what was opened.
    record Surroundings(Dialogs dialogs, RecentFiles recent, Supplier<Window> window) {}

    FileActions(
            EditorModel model,
            Background background,
            Surroundings around,
            Consumer<Workspace> opened) {
        this.model = model;
        this.background = background;
        this.dialogs = around.dialogs();
        this.recent = around.recent();
        this.window = around.window();
        this.opened = opened;
    }

    void blank() {
        unlessUnsaved(() -> dialogs.newDesign(name -> opened.accept(Workspace.blank(name))));
    }

    void open() {
        unlessUnsaved(() ->
                chosen(chooser("Open a design").showOpenDialog(window.get()))
                        .ifPresent(this::load));
    }

    void open(Path file) {
        unlessUnsaved(() -> load(file));
    }

    void open(Sample sample) {
        unlessUnsaved(() -> background.run(() -> Workspace.of(SampleDesigns.read(sample)), opened));
    }

    private void load(Path file) {
        background.run(
                () -> Workspace.open(file),
                workspace -> {
                    recent.add(file);
                    opened.accept(workspace);
                    workspace
                            .recovery()
                            .ifPresent(found ->
                                    dialogs.recover(
                                            found, workspace::recover, workspace::giveUpRecovery));
                });
    }

    void save() {
        if (model.file().get().isPresent()) {
            model.save();
            model.file().get().ifPresent(this::saved);
        } else {
            saveAs();
        }
    }

    void saveAs() {
        FileChooser chooser = chooser("Save the design");
        chooser.setInitialFileName(model.design().name() + ENDING);
        chosen(chooser.showSaveDialog(window.get()))
                .ifPresent(file -> {
                    model.saveAs(file);
                    saved(file);
                });
    }

    private void saved(Path file) {
        if (!model.dirty().get()) {
            recent.add(file);
            model.tell(Notice.done("Saved %s.".formatted(file.getFileName())));
        }
    }

    private void unlessUnsaved(Runnable next) {
        if (model.dirty().get()) {
            dialogs.unsaved(
                    () -> {
                        save();
                        if (!model.dirty().get()) {
                            next.run();
                        }
                    },
                    next);
        } else {
            next.run();
        }
    }

    private static Optional<Path> chosen(@org.jspecify.annotations.Nullable File file) {
        return Optional.ofNullable(file).map(File::toPath);
    }

    private static FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter("Portolan designs", "*" + ENDING, "*.yaml"));
        return chooser;
    }
}
