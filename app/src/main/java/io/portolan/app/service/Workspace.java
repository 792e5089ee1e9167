package io.portolan.app.service;

import io.portolan.model.change.Change;
import io.portolan.model.change.History;
import io.portolan.model.design.Design;
import io.portolan.model.design.Layout;
import io.portolan.model.format.AtomicFiles;
import io.portolan.model.format.DesignReader;
import io.portolan.model.format.DesignWriter;
import io.portolan.model.format.LayoutReader;
import io.portolan.model.format.LayoutWriter;
import io.portolan.model.format.ReadDesign;

import java.io.IOException;
import java.nio.file.Files;
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

    /// Opens a design file with the positions beside it.
    ///
    /// @throws InvalidInputException with every problem and its place
    public static Workspace open(Path file) {
        ReadDesign read = DesignReader.read(text(file));
        Design design =
                read.design()
                        .orElseThrow(() ->
                                new InvalidInputException(
                                        read.problems().stream()
                                                .map(p -> file + ":" + p)
                                                .toList()));
        Workspace workspace = new Workspace(design.with(layout(layoutOf(file))));
        workspace.file = Optional.of(file);
        return workspace;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new InvalidInputException(
                    "%s cannot be read (%s).".formatted(file, e.getMessage()));
        }
    }

    private static Layout layout(Path file) {
        return Files.exists(file)
                ? LayoutReader.read(text(file)).layout().orElse(Layout.EMPTY)
                : Layout.EMPTY;
    }

    private static Path layoutOf(Path file) {
        String name = String.valueOf(file.getFileName());
        return file.resolveSibling(
                name.replaceFirst("(\\.portolan)?\\.ya?ml$", "") + ".layout.yaml");
    }

    /// Writes the design into its file.
    public void save() {
        saveAs(
                file.orElseThrow(() ->
                        new InvalidInputException("The design has no file yet. Choose one.")));
    }

    /// Writes the design into a file, which is its own from then on.
    public void saveAs(Path target) {
        AtomicFiles.write(target, DesignWriter.write(history.present()));
        AtomicFiles.write(layoutOf(target), LayoutWriter.write(history.present().layout()));
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
