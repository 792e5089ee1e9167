package io.portolan.app.service;

import io.portolan.model.change.Change;
import io.portolan.model.change.Changes;
import io.portolan.model.change.History;
import io.portolan.model.design.Design;
import io.portolan.model.format.Journal;
import io.portolan.model.format.LoadedDesign;
import io.portolan.model.format.Recovery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// An open design: its history, its file, and whether there is something to save. Every edit of a
/// design that has a file is also noted in the journal beside it, so that a killed process loses
/// nothing. Used from one thread.
public final class Workspace {
    private final List<Consumer<History>> listeners = new ArrayList<>();
    private History history;
    private Design saved;
    private Optional<Path> file = Optional.empty();
    private Optional<Recovery> recovery = Optional.empty();

    private Workspace(Design design) {
        history = History.of(design);
        saved = design;
    }

    /// A new, empty design without a file.
    public static Workspace blank(String name) {
        return of(Design.named(name));
    }

    /// A design that has no file of its own yet: a sample, an import.
    public static Workspace of(Design design) {
        return new Workspace(design);
    }

    /// Opens a design file with the positions beside it, and looks for what a killed process left.
    ///
    /// @throws InvalidInputException with every problem and its place
    public static Workspace open(Path file) {
        LoadedDesign loaded = DesignFiles.load(file);
        Workspace workspace = of(DesignFiles.valid(file, loaded));
        workspace.file = Optional.of(file);
        try {
            workspace.recovery = Journal.of(file).recover();
        } catch (IOException e) {
            throw DesignFiles.unreadable(file, e);
        }
        return workspace;
    }

    /// Edits that were not saved when the program ended the last time; empty once they are
    /// recovered or given up.
    public Optional<Recovery> recovery() {
        return recovery;
    }

    /// Does the edits of the last time again.
    public void recover() {
        List<Change> lost = recovery.map(Recovery::changes).orElse(List.of());
        giveUpRecovery();
        lost.forEach(this::apply);
    }

    /// Forgets the edits of the last time.
    public void giveUpRecovery() {
        recovery = Optional.empty();
        file.ifPresent(path -> noted(() -> Journal.of(path).discard()));
    }

    /// Writes the design into its file.
    ///
    /// @throws InvalidInputException if it has none, or it cannot be written
    public void save() {
        saveAs(
                file.orElseThrow(() ->
                        new InvalidInputException("The design has no file yet. Choose one.")));
    }

    /// Writes the design into a file, which is its own from then on.
    ///
    /// @throws InvalidInputException if it cannot be written; then nothing is changed
    public void saveAs(Path target) {
        DesignFiles.save(target, history.present());
        file = Optional.of(target);
        saved = history.present();
    }

    public History history() {
        return history;
    }

    public Design design() {
        return history.present();
    }

    public Optional<Path> file() {
        return file;
    }

    /// Whether the design differs from what was saved last.
    public boolean dirty() {
        return !saved.equals(history.present());
    }

    public void apply(Change change) {
        note(change);
        become(history.apply(change));
    }

    public void undo() {
        step(history.undo(), "undo");
    }

    public void redo() {
        step(history.redo(), "redo");
    }

    private void step(History next, String label) {
        if (next.past().size() != history.past().size()) {
            note(Changes.between(label, history.present(), next.present()));
            become(next);
        }
    }

    private void note(Change change) {
        file.ifPresent(path -> noted(() -> Journal.of(path).append(change)));
    }

    private interface Step {
        void run() throws IOException;
    }

    /// A journal that cannot be written must not stop the work: the fault is kept for the log.
    private static void noted(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            Faults.keep(e);
        }
    }

    private void become(History next) {
        history = next;
        List.copyOf(listeners).forEach(listener -> listener.accept(next));
    }

    /// Calls back after every change of the history.
    ///
    /// @return stops the calls
    public Runnable onChange(Consumer<History> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
