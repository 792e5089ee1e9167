package io.portolan.app.ui.export;

import io.portolan.app.service.Analysis;
import io.portolan.app.service.ExportService;
import io.portolan.app.service.TargetPreview;
import io.portolan.app.ui.editor.Background;
import io.portolan.app.ui.editor.EditorModel;
import io.portolan.app.ui.editor.Selection;
import io.portolan.exporters.spi.Artifact;
import io.portolan.model.design.Element;
import io.portolan.model.design.Flow;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyListProperty;
import javafx.beans.property.ReadOnlyListWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What each target would be given, which of it is shown, and which lines belong to the selection.
/// Nothing is exported while nobody looks.
public final class TargetsViewModel {
    private final EditorModel model;
    private final Background background;
    private final ReadOnlyListWrapper<TargetPreview> targets =
            new ReadOnlyListWrapper<>(FXCollections.observableArrayList());
    private final ObjectProperty<Optional<TargetPreview>> target =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Artifact>> artifact =
            new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty looking = new SimpleBooleanProperty();
    private Optional<Analysis> exported = Optional.empty();

    public TargetsViewModel(EditorModel model, Background background) {
        this.model = model;
        this.background = background;
        model.analysis().subscribe(this::refresh);
        looking.subscribe(this::refresh);
        target.subscribe(_ -> {
            artifact.set(firstArtifact());
            turnToSelection();
        });
        model.selection().subscribe(this::turnToSelection);
    }

    private void refresh() {
        Optional<Analysis> now = model.analysis().get();
        if (looking.get() && !same(now, exported)) {
            exported = now;
            now.ifPresentOrElse(this::export, targets::clear);
        }
    }

    /// The same answer of the same check; to compare all that was found would take long.
    private static boolean same(Optional<Analysis> a, Optional<Analysis> b) {
        return a.map(System::identityHashCode).equals(b.map(System::identityHashCode))
                && a.map(Analysis::took).equals(b.map(Analysis::took));
    }

    private void export(Analysis analysis) {
        background.run(
                () -> ExportService.preview(analysis),
                previews -> {
                    if (same(Optional.of(analysis), exported)) {
                        show(previews);
                    }
                });
    }

    private void show(List<TargetPreview> previews) {
        String wasTarget = target.get().map(t -> t.dialect().id()).orElse("");
        String wasFile = artifact.get().map(Artifact::path).orElse("");
        targets.setAll(previews);
        target.set(
                previews.stream()
                        .filter(p -> p.dialect().id().equals(wasTarget))
                        .findFirst()
                        .or(() -> mostToSay(previews)));
        artifacts().stream()
                .filter(a -> a.path().equals(wasFile))
                .findFirst()
                .ifPresent(a -> artifact.set(Optional.of(a)));
        turnToSelection();
    }

    private static Optional<TargetPreview> mostToSay(List<TargetPreview> previews) {
        return previews.stream().max(Comparator.comparingInt(p -> p.result().artifacts().size()));
    }

    private Optional<Artifact> firstArtifact() {
        return artifacts().stream().findFirst();
    }

    /// The files of the chosen target.
    public List<Artifact> artifacts() {
        return target.get().map(t -> t.result().artifacts()).orElse(List.of());
    }

    /// Shows a file that says something of the selection, if the one that is shown does not.
    private void turnToSelection() {
        if (highlighted().isEmpty()) {
            artifacts().stream()
                    .filter(a -> !lines(a).isEmpty())
                    .findFirst()
                    .ifPresent(a -> artifact.set(Optional.of(a)));
        }
    }

    /// The lines, from 0, of the shown file that come from what is selected.
    public List<Integer> highlighted() {
        return artifact.get().map(this::lines).orElse(List.of());
    }

    /// What is selected, and the flows that begin or end at selected elements: exports name mostly
    /// those.
    private List<String> names() {
        List<String> selected = model.selection().get().names();
        Stream<String> flows =
                model.design().flows().values().stream()
                        .filter(f ->
                                selected.contains(f.from().value())
                                        || selected.contains(f.to().value()))
                        .map(Flow::id);
        return Stream.concat(selected.stream(), flows).toList();
    }

    private List<Integer> lines(Artifact file) {
        List<String> names = names();
        TreeSet<Integer> lines = new TreeSet<>();
        file.marks().stream()
                .filter(mark -> names.contains(mark.about()))
                .forEach(mark ->
                        IntStream.rangeClosed(mark.first() - 1, mark.last() - 1)
                                .forEach(lines::add));
        return List.copyOf(lines);
    }

    /// Selects the element or flow that a line, from 0, comes from; of several the one with the
    /// fewest lines.
    public void chooseLine(int line) {
        artifact.get().stream()
                .flatMap(a -> a.marks().stream())
                .filter(m -> m.first() - 1 <= line && line <= m.last() - 1)
                .min(Comparator.comparingInt(m -> m.last() - m.first()))
                .ifPresent(m -> select(m.about()));
    }

    /// How people call what a mark or a gap is about: a flow by its id, an element by its label.
    String nameOf(String about) {
        return element(about).map(Element::label).orElse(about);
    }

    /// Selects a flow or an element.
    void select(String name) {
        if (model.design().flows().containsKey(name)) {
            model.selection().set(new Selection.OfFlow(name));
            return;
        }
        element(name).map(Element::id).ifPresent(model::reveal);
    }

    private Optional<Element> element(String name) {
        return model.design().elements().values().stream()
                .filter(e -> e.id().value().equals(name))
                .findFirst();
    }

    public ReadOnlyListProperty<TargetPreview> targets() {
        return targets.getReadOnlyProperty();
    }

    public ObjectProperty<Optional<TargetPreview>> target() {
        return target;
    }

    public ObjectProperty<Optional<Artifact>> artifact() {
        return artifact;
    }

    /// True while somebody looks at the targets.
    public BooleanProperty looking() {
        return looking;
    }

    EditorModel model() {
        return model;
    }
}
