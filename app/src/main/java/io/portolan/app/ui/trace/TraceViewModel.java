package io.portolan.app.ui.trace;

import io.portolan.app.service.Analysis;
import io.portolan.app.service.Explained;
import io.portolan.app.service.Words;
import io.portolan.app.ui.editor.Background;
import io.portolan.app.ui.editor.EditorModel;
import io.portolan.app.ui.findings.Repair;
import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Flow;
import io.portolan.model.reach.Verdict;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.List;
import java.util.Optional;

/// The path of the selected flow: at once as its verdict has it, then, from the background, with
/// all that can be said about it.
public final class TraceViewModel {
    private final EditorModel model;
    private final Background background;
    private final ReadOnlyObjectWrapper<Optional<Trace>> trace =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    private Optional<Told> told = Optional.empty();

    /// The last explanation, and of which design it is.
    private record Told(Design design, Trace trace) {}

    /// What is shown: the question, the answer, the stages, and once it is known, the explanation.
    public record Trace(
            Flow flow,
            String question,
            Verdict verdict,
            List<HopCard> cards,
            Optional<Explained> explained) {
        public Trace {
            cards = List.copyOf(cards);
        }

        /// What would make the flow what it is wanted to be, as far as the design can hold it.
        public Optional<Repair> repair() {
            return explained
                    .flatMap(known -> known.advice().change())
                    .map(change ->
                            new Repair(
                                    Words.verdict(flow.intent(), verdict) + ".",
                                    change,
                                    Optional.of(flow.id())));
        }
    }

    public TraceViewModel(EditorModel model, Background background) {
        this.model = model;
        this.background = background;
        model.selection().subscribe(this::update);
        model.verdicts().subscribe(this::update);
        model.analysis().subscribe(this::update);
        model.history().subscribe(this::update);
    }

    /// The trace of the selected flow. It stays while one of its stages is looked at.
    private void update() {
        Optional<Flow> flow = model.selectedFlow().or(this::lookedThrough);
        trace.set(flow.flatMap(f -> known(f).or(() -> traceOf(f))));
        trace.get()
                .filter(shown -> shown.explained().isEmpty())
                .ifPresent(shown -> current().ifPresent(now -> explain(now, shown)));
    }

    /// What was explained already and still holds.
    private Optional<Trace> known(Flow flow) {
        return told.filter(t -> t.trace().flow().equals(flow))
                .filter(t -> current().map(Analysis::design).equals(Optional.of(t.design())))
                .map(Told::trace);
    }

    private Optional<Flow> lookedThrough() {
        Optional<ElementId> selected = model.selection().get().element();
        return trace.get()
                .filter(t -> selected.isPresent() && passes(t, selected.get()))
                .map(t -> model.design().flows().get(t.flow().id()));
    }

    private static boolean passes(Trace trace, ElementId id) {
        return trace.cards().stream()
                .flatMap(card -> card.hop().stream())
                .anyMatch(hop ->
                        hop.owner().equals(id.value())
                                || hop.subject().filter(id.value()::equals).isPresent());
    }

    private Optional<Trace> traceOf(Flow flow) {
        return model.verdictOf(flow.id()).map(verdict -> traceOf(flow, verdict, Optional.empty()));
    }

    private Trace traceOf(Flow flow, Verdict verdict, Optional<Explained> explained) {
        List<HopCard> cards = new HopCards(model, flow).of(verdict);
        return new Trace(flow, question(flow), verdict, cards, explained);
    }

    private String question(Flow flow) {
        return "%s \u2192 %s, %s, a new connection"
                .formatted(
                        model.labelOf(flow.from()), model.labelOf(flow.to()), Words.traffic(flow));
    }

    /// What is known of the design as it is now: a repair of an older one would undo what was done
    /// since. Where boxes are drawn does not matter.
    private Optional<Analysis> current() {
        return model.analysis()
                .get()
                .filter(now -> now.design().with(model.design().layout()).equals(model.design()));
    }

    private void explain(Analysis analysis, Trace shown) {
        background.run(
                () -> Explained.of(analysis.compiled(), analysis.reachability(), shown.flow()),
                explained -> show(analysis.design(), shown.flow(), explained));
    }

    /// Unless something else is looked at by now.
    private void show(Design design, Flow flow, Explained explained) {
        told =
                Optional.of(
                        new Told(
                                design,
                                traceOf(flow, explained.verdict(), Optional.of(explained))));
        if (trace.get().filter(shown -> shown.flow().equals(flow)).isPresent()) {
            known(flow).ifPresent(next -> trace.set(Optional.of(next)));
        }
    }

    public ReadOnlyObjectProperty<Optional<Trace>> trace() {
        return trace.getReadOnlyProperty();
    }

    /// Selects the element that a stage belongs to and brings it into sight; the trace stays.
    public void show(HopCard card) {
        card.hop()
                .ifPresent(hop ->
                        HopCards.elementOf(model, hop.owner())
                                .ifPresent(owner -> model.spot(hop, owner)));
    }

    /// Repairs what is wrong with the flow, as one change.
    public void repair() {
        trace.get().flatMap(Trace::repair).map(Repair::change).ifPresent(model::apply);
    }

    EditorModel model() {
        return model;
    }
}
