package io.portolan.app.ui.reach;

import io.portolan.app.service.Analysis;
import io.portolan.app.service.Reaching;
import io.portolan.app.ui.editor.Background;
import io.portolan.app.ui.editor.EditorModel;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Kinds;
import io.portolan.model.design.Zone;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyListProperty;
import javafx.beans.property.ReadOnlyListWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// Who reaches the selected element and what it reaches. Worked out in the background while
/// somebody looks; another selection or another design ends what is being worked out.
public final class ReachViewModel {
    private final EditorModel model;
    private final Background background;
    private final ReadOnlyListWrapper<ReachRow> rows =
            new ReadOnlyListWrapper<>(FXCollections.observableArrayList());
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final StringProperty filter = new SimpleStringProperty("");
    private final BooleanProperty looking = new SimpleBooleanProperty();
    private List<ReachRow> all = List.of();
    private AtomicBoolean cancelled = new AtomicBoolean();

    public ReachViewModel(EditorModel model, Background background) {
        this.model = model;
        this.background = background;
        model.selection().subscribe(this::ask);
        model.analysis().subscribe(this::ask);
        looking.subscribe(this::ask);
        filter.subscribe(this::narrow);
    }

    private void ask() {
        cancelled.set(true);
        Optional<ElementId> element = model.selection().get().element();
        Optional<Analysis> analysis = model.analysis().get();
        if (!looking.get() || element.isEmpty() || analysis.isEmpty()) {
            show("", List.of());
            return;
        }
        AtomicBoolean stop = new AtomicBoolean();
        cancelled = stop;
        title.set("Working out who talks to %s\u2026".formatted(model.labelOf(element.get())));
        background.run(
                () -> rows(analysis.get(), element.get(), stop),
                found -> {
                    if (!stop.get()) {
                        show(words(element.get(), found), found);
                    }
                });
    }

    private static List<ReachRow> rows(Analysis analysis, ElementId element, AtomicBoolean stop) {
        return new Reaching(analysis, stop::get)
                .of(element).stream().map(pair -> row(analysis, pair)).toList();
    }

    private static ReachRow row(Analysis analysis, Reaching.Pair pair) {
        Optional<Element> other = analysis.design().find(pair.other());
        return new ReachRow(
                pair.outwards() ? ReachRow.Way.REACHES : ReachRow.Way.REACHED_BY,
                pair.other(),
                other.map(Element::label).orElse(pair.other().value()),
                other.map(e -> Kinds.titleOf(e.getClass())).orElse(""),
                Reaching.words(pair.allowed()),
                Reaching.words(pair.open()));
    }

    private String words(ElementId element, List<ReachRow> found) {
        long reaches = found.stream().filter(r -> r.way() == ReachRow.Way.REACHES).count();
        boolean holds = model.design().find(element, Zone.class).isPresent();
        return "%s reaches %d and is reached by %d of the drawn elements"
                .formatted(
                        (holds ? "Somebody in " : "") + model.labelOf(element),
                        reaches,
                        found.size() - reaches);
    }

    private void show(String words, List<ReachRow> found) {
        title.set(words);
        all = List.copyOf(found);
        narrow();
    }

    private void narrow() {
        String text = filter.get().strip().toLowerCase(Locale.ROOT);
        rows.setAll(all.stream().filter(row -> row.contains(text)).toList());
    }

    /// Selects the other end.
    public void choose(ReachRow row) {
        model.reveal(row.other());
    }

    public ReadOnlyListProperty<ReachRow> rows() {
        return rows.getReadOnlyProperty();
    }

    /// What the rows are about, or that they are being worked out.
    public ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    public StringProperty filter() {
        return filter;
    }

    /// True while somebody looks.
    public BooleanProperty looking() {
        return looking;
    }
}
