package io.portolan.app.ui.editor;

import io.portolan.app.service.Analysis;
import io.portolan.app.service.Workspace;
import io.portolan.model.change.Change;
import io.portolan.model.change.History;
import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Flow;
import io.portolan.model.reach.Hop;
import io.portolan.model.reach.Verdict;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The design being edited, what is selected in it and what is known of it. All parts of the window
/// look at this one and edit only through it. Used on the thread of the window only.
public final class EditorModel {
    private final Analyser analyser;
    private final ReadOnlyObjectWrapper<History> history =
            new ReadOnlyObjectWrapper<>(History.of(Design.EMPTY));
    private final ReadOnlyObjectWrapper<Optional<Analysis>> analysis =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Map<String, Verdict>> verdicts =
            new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Path>> file =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Selection> selection =
            new SimpleObjectProperty<>(Selection.none());
    private final ObjectProperty<Optional<Hop>> spotted =
            new SimpleObjectProperty<>(Optional.empty());
    private final List<Consumer<ElementId>> revealers = new ArrayList<>();
    private final List<Consumer<Notice>> listeners = new ArrayList<>();
    private Workspace workspace = Workspace.blank(Design.EMPTY.name());
    private Runnable unsubscribe = () -> {};

    public EditorModel(Analyser analyser) {
        this.analyser = analyser;
        watch();
    }

    /// Turns to another design; what was selected is forgotten.
    public void open(Workspace next) {
        unsubscribe.run();
        workspace = next;
        selection.set(Selection.none());
        analysis.set(Optional.empty());
        verdicts.set(Map.of());
        watch();
    }

    private void watch() {
        unsubscribe = workspace.onChange(this::show);
        show(workspace.history());
    }

    private void show(History now) {
        boolean moved = onlyMoved(now);
        history.set(now);
        dirty.set(workspace.dirty());
        file.set(workspace.file());
        if (!moved) {
            check();
        }
    }

    /// Where boxes are drawn and what is looked at decides nothing: there is nothing to find out
    /// again.
    private boolean onlyMoved(History now) {
        return analysis.get().isPresent()
                && now.past().size() == history.get().past().size() + 1
                && isOfLayout(now.past().getLast().change());
    }

    private static boolean isOfLayout(Change change) {
        return change instanceof Change.Move || change instanceof Change.KeepViews;
    }

    /// Asks what can be said of the design as it is.
    public void check() {
        analyser.request(
                design(),
                known -> learn(known.verdicts()),
                found -> analysis.set(Optional.of(found)));
    }

    /// Flows that nothing is said of yet keep what was known of them.
    private void learn(Map<String, Verdict> known) {
        Map<String, Verdict> all = new LinkedHashMap<>(verdicts.get());
        all.putAll(known);
        all.keySet().retainAll(design().flows().keySet());
        verdicts.set(Collections.unmodifiableMap(all));
    }

    public void apply(Change change) {
        attempt(() -> workspace.apply(change));
    }

    public void undo() {
        attempt(() -> workspace.undo());
    }

    public void redo() {
        attempt(() -> workspace.redo());
    }

    public void save() {
        attempt(() -> workspace.save());
        refresh();
    }

    public void saveAs(Path target) {
        attempt(() -> workspace.saveAs(target));
        refresh();
    }

    private void refresh() {
        dirty.set(workspace.dirty());
        file.set(workspace.file());
    }

    /// Edits may be refused by the records and files by the disk: the user is told, nothing ends.
    private void attempt(Runnable edit) {
        try {
            edit.run();
        } catch (RuntimeException e) {
            tell(Notice.failed(FaultText.of(e)));
        }
    }

    public Design design() {
        return history.get().present();
    }

    public ReadOnlyObjectProperty<History> history() {
        return history.getReadOnlyProperty();
    }

    /// What is known; empty until the first check of a design is done. It may be of a design a few
    /// edits old.
    public ReadOnlyObjectProperty<Optional<Analysis>> analysis() {
        return analysis.getReadOnlyProperty();
    }

    /// The verdicts on flows, by flow id; they are known before the rest of the analysis.
    public ReadOnlyObjectProperty<Map<String, Verdict>> verdicts() {
        return verdicts.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty dirty() {
        return dirty.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Path>> file() {
        return file.getReadOnlyProperty();
    }

    public ObjectProperty<Selection> selection() {
        return selection;
    }

    public BooleanBinding canUndo() {
        return Bindings.createBooleanBinding(() -> !history.get().past().isEmpty(), history);
    }

    public BooleanBinding canRedo() {
        return Bindings.createBooleanBinding(() -> !history.get().future().isEmpty(), history);
    }

    /// The selected flow, if there is one and it still exists.
    public Optional<Flow> selectedFlow() {
        return selection.get().flow().map(design().flows()::get);
    }

    /// The verdict on a flow as of the last check.
    public Optional<Verdict> verdictOf(String flow) {
        return Optional.ofNullable(verdicts.get().get(flow));
    }

    /// The name of an element, or its id where it is gone.
    public String labelOf(ElementId id) {
        return design().find(id).map(e -> e.label()).orElse(id.value());
    }

    /// Selects an element and brings it into sight.
    public void reveal(ElementId id) {
        selection.set(Selection.of(id));
        centre(id);
    }

    /// Selects the element that a stage of a path belongs to, so that what decided there is seen.
    public void spot(Hop hop, ElementId owner) {
        spotted.set(Optional.of(hop));
        reveal(owner);
    }

    /// The stage of a path that was looked at last.
    public ObjectProperty<Optional<Hop>> spotted() {
        return spotted;
    }

    /// Brings an element into sight and leaves the selection alone.
    public void centre(ElementId id) {
        revealers.forEach(r -> r.accept(id));
    }

    public void onReveal(Consumer<ElementId> revealer) {
        revealers.add(revealer);
    }

    public void tell(Notice notice) {
        listeners.forEach(l -> l.accept(notice));
    }

    public void onNotice(Consumer<Notice> listener) {
        listeners.add(listener);
    }
}
