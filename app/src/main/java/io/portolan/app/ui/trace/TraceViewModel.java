package io.portolan.app.ui.trace;

import io.portolan.app.service.Words;
import io.portolan.app.ui.editor.EditorModel;
import io.portolan.app.ui.editor.Problems;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Flow;
import io.portolan.model.reach.Hop;
import io.portolan.model.reach.Outcome;
import io.portolan.model.reach.Verdict;
import io.portolan.model.rule.Finding;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The path of the selected flow.
public final class TraceViewModel {
    private final EditorModel model;
    private final ReadOnlyObjectWrapper<Optional<Trace>> trace =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /// What is shown: the question, the answer, the stages, and a repair if a finding offers one.
    public record Trace(
            Flow flow,
            String question,
            Verdict verdict,
            List<HopCard> cards,
            Optional<Finding> repair) {
        public Trace {
            cards = List.copyOf(cards);
        }
    }

    public TraceViewModel(EditorModel model) {
        this.model = model;
        model.selection().subscribe(this::update);
        model.verdicts().subscribe(this::update);
        model.analysis().subscribe(this::update);
    }

    /// The trace of the selected flow. It stays while one of its stages is looked at.
    private void update() {
        Optional<Flow> flow = model.selectedFlow().or(this::lookedThrough);
        trace.set(flow.flatMap(this::traceOf));
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
                .anyMatch(hop -> hop.owner().equals(id.value()));
    }

    private Optional<Trace> traceOf(Flow flow) {
        return model.verdictOf(flow.id())
                .map(verdict ->
                        new Trace(
                                flow, question(flow), verdict, cards(flow, verdict), repair(flow)));
    }

    private String question(Flow flow) {
        return "%s \u2192 %s, %s, a new connection"
                .formatted(
                        model.labelOf(flow.from()), model.labelOf(flow.to()), Words.traffic(flow));
    }

    private List<HopCard> cards(Flow flow, Verdict verdict) {
        List<HopCard> cards = new ArrayList<>();
        Optional<Hop> deciding = deciding(verdict);
        boolean stopped = false;
        for (Hop hop : verdict.path()) {
            boolean decides = !stopped && deciding.filter(hop::equals).isPresent();
            HopCard.Role role =
                    stopped
                            ? HopCard.Role.NOT_REACHED
                            : decides ? HopCard.Role.DECIDING : passed(hop);
            cards.add(new HopCard(label(hop.owner()), hop.point(), role, Optional.of(hop)));
            stopped |= decides;
        }
        if (stopped) {
            String target = model.labelOf(flow.to());
            cards.add(new HopCard(target, "", HopCard.Role.NOT_REACHED, Optional.empty()));
        }
        return cards;
    }

    private static HopCard.Role passed(Hop hop) {
        return hop.outcome() == Outcome.UNDEFINED ? HopCard.Role.UNSURE : HopCard.Role.PASSED;
    }

    /// The stage that decided against it. Where something is not defined nobody has decided, and
    /// what lies behind may be reached.
    static Optional<Hop> deciding(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Denied(_, var by) -> Optional.of(by);
            case Verdict.Partly(_, _, var by) -> Optional.of(by);
            case Verdict.NoRoute(var path, _) ->
                    path.stream().filter(h -> h.outcome() == Outcome.NO_ROUTE).findFirst();
            case Verdict.Undefined _, Verdict.Allowed _ -> Optional.empty();
        };
    }

    /// Owners are element ids where an element decides; platforms name themselves otherwise.
    private String label(String owner) {
        return elementOf(owner).map(model::labelOf).orElse(owner.isBlank() ? "on the way" : owner);
    }

    private Optional<ElementId> elementOf(String owner) {
        return model.design().elements().keySet().stream()
                .filter(id -> id.value().equals(owner))
                .findFirst();
    }

    /// A finding of an analysis that is older than the verdict may be repaired already.
    private Optional<Finding> repair(Flow flow) {
        if (model.verdictOf(flow.id()).filter(v -> v instanceof Verdict.Allowed).isPresent()) {
            return Optional.empty();
        }
        return Problems.open(model.analysis().get()).stream()
                .filter(f -> f.flow().equals(Optional.of(flow.id())) && f.fix().isPresent())
                .findFirst();
    }

    public ReadOnlyObjectProperty<Optional<Trace>> trace() {
        return trace.getReadOnlyProperty();
    }

    /// Selects the element that a stage belongs to and brings it into sight; the trace stays.
    public void show(HopCard card) {
        card.hop()
                .ifPresent(
                        hop -> elementOf(hop.owner()).ifPresent(owner -> model.spot(hop, owner)));
    }

    /// Repairs what stops the flow, as one change.
    public void repair() {
        trace.get().flatMap(Trace::repair).flatMap(Finding::fix).ifPresent(model::apply);
    }

    EditorModel model() {
        return model;
    }
}
