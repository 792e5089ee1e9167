package io.portolan.app.service;

import io.portolan.model.change.Change;
import io.portolan.model.change.History;
import io.portolan.model.design.Design;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// An open design: its history, its file, and whether there is something to save. Used from one
/// thread.
public final class Workspace {
    private final List<Consumer<History>> listeners = new ArrayList<>();
    private History history;
    private Design saved;
    private Optional<Path> file = Optional.empty();

    private Workspace(Design design) {
        history = History.of(design);
        saved = design;
    }

    /// A new, empty design without a file.
    public static Workspace blank(String name) {
        return new Workspace(Design.named(name));
    }

    /// A design that has no file of its own yet: a sample, an import.
    public static Workspace of(Design design) {
        return new Workspace(design);
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
        become(history.apply(change));
    }

    public void undo() {
        become(history.undo());
    }

    public void redo() {
        become(history.redo());
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
