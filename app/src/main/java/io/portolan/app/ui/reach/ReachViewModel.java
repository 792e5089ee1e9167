package io.portolan.app.ui.reach;

import io.portolan.app.service.Analysis;
import io.portolan.app.service.Reaching;
import io.portolan.app.ui.editor.Background;
import io.portolan.app.ui.editor.EditorModel;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Kinds;
import io.portolan.model.rule.Names;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
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
    private final ReadOnlyBooleanWrapper several = new ReadOnlyBooleanWrapper();
    private Found found = Found.NOTHING;
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
            show(Found.NOTHING);
            return;
        }
        if (!found.element().equals(element)) {
            show(Found.NOTHING);
        }
        AtomicBoolean stop = new AtomicBoolean();
        cancelled = stop;
        title.set("Working out who talks to %s\u2026".formatted(model.labelOf(element.get())));
        background.run(
                () -> find(analysis.get(), element.get(), stop),
                next -> {
                    if (!stop.get()) {
                        show(next);
                    }
                });
    }

    /// Of whom everything is known, how many that is (a container stands for those in it), and with
    /// whom they talk.
    private record Found(Optional<ElementId> element, int members, List<ReachRow> rows) {
        private static final Found NOTHING = new Found(Optional.empty(), 0, List.of());
    }

    private static Found find(Analysis analysis, ElementId element, AtomicBoolean stop) {
        Reaching reaching = new Reaching(analysis, stop::get);
        int members = reaching.members(element).size();
        List<ReachRow> rows =
                reaching.of(element).stream().map(pair -> row(analysis, pair, members)).toList();
        return new Found(Optional.of(element), members, rows);
    }

    private static ReachRow row(Analysis analysis, Reaching.Pair pair, int members) {
        Design design = analysis.design();
        Optional<Element> other = design.find(pair.other());
        return new ReachRow(
                pair.outwards() ? ReachRow.Way.REACHES : ReachRow.Way.REACHED_BY,
                pair.other(),
                label(design, pair.other()),
                other.map(e -> Kinds.titleOf(e.getClass())).orElse(""),
                Reaching.words(pair.allowed()),
                Reaching.words(pair.open()),
                members > 1 ? inside(design, pair.inside(), members) : "");
    }

    /// `api, cards (2 of 7)`
    private static String inside(Design design, List<ElementId> some, int members) {
        return "%s (%d of %d)"
                .formatted(
                        Names.some(some.stream().map(id -> label(design, id)).toList()),
                        some.size(),
                        members);
    }

    private static String label(Design design, ElementId id) {
        return design.find(id).map(Element::label).orElse(id.value());
    }

    private String words() {
        if (found.element().isEmpty()) {
            return "";
        }
        long reaches = found.rows().stream().filter(r -> r.way() == ReachRow.Way.REACHES).count();
        String who = model.labelOf(found.element().get());
        String some =
                found.members() > 1
                        ? "Somebody of the %d in %s".formatted(found.members(), who)
                        : who;
        String shown =
                rows.size() == found.rows().size() ? "" : "; %d shown".formatted(rows.size());
        return "%s reaches %d and is reached by %d by new connections%s"
                .formatted(some, reaches, found.rows().size() - reaches, shown);
    }

    private void show(Found next) {
        found = next;
        several.set(next.members() > 1);
        narrow();
    }

    private void narrow() {
        String text = filter.get().strip().toLowerCase(Locale.ROOT);
        rows.setAll(found.rows().stream().filter(row -> row.contains(text)).toList());
        title.set(words());
    }

    /// Brings the other end into sight; what is asked about stays selected.
    public void show(ReachRow row) {
        model.centre(row.other());
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

    /// True if the rows are about those in a container.
    public ReadOnlyBooleanProperty several() {
        return several.getReadOnlyProperty();
    }

    /// True while somebody looks.
    public BooleanProperty looking() {
        return looking;
    }
}
