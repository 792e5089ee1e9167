package io.portolan.app.ui.flows;

import io.portolan.app.service.Words;
import io.portolan.app.ui.editor.EditorModel;
import io.portolan.app.ui.editor.Selection;
import io.portolan.model.change.Change;
import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Encryption;
import io.portolan.model.design.Flow;
import io.portolan.model.design.Intent;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;

import javafx.beans.property.ReadOnlyListProperty;
import javafx.beans.property.ReadOnlyListWrapper;
import javafx.collections.FXCollections;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The flows with their verdicts, and how one is added.
public final class FlowsViewModel {
    private final EditorModel model;
    private final ReadOnlyListWrapper<FlowRow> rows =
            new ReadOnlyListWrapper<>(FXCollections.observableArrayList());

    public FlowsViewModel(EditorModel model) {
        this.model = model;
        model.history().subscribe(this::update);
        model.verdicts().subscribe(this::update);
        update();
    }

    private void update() {
        List<FlowRow> next = model.design().flows().values().stream().map(this::row).toList();
        if (!next.equals(rows.get())) {
            rows.setAll(next);
        }
    }

    private FlowRow row(Flow flow) {
        return new FlowRow(
                flow,
                model.labelOf(flow.from()),
                model.labelOf(flow.to()),
                Words.traffic(flow),
                Words.intent(flow.intent()),
                model.verdictOf(flow.id()));
    }

    public ReadOnlyListProperty<FlowRow> rows() {
        return rows.getReadOnlyProperty();
    }

    public void choose(FlowRow row) {
        model.selection().set(new Selection.OfFlow(row.flow().id()));
    }

    /// Adds a flow and selects it.
    ///
    /// @throws IllegalArgumentException if protocol or ports have no such form
    public void add(ElementId from, ElementId to, Traffic traffic) {
        Flow flow = flow(nextId(model.design()), from, to, traffic);
        model.apply(
                new Change.PutFlow(
                        "add flow %s to %s".formatted(model.labelOf(from), model.labelOf(to)),
                        flow));
        model.selection().set(new Selection.OfFlow(flow.id()));
    }

    /// Protocol and ports as typed; no ports means all.
    public record Traffic(String protocol, String ports) {}

    private static Flow flow(String id, ElementId from, ElementId to, Traffic traffic) {
        String ports = traffic.ports().strip();
        return new Flow(
                id,
                from,
                to,
                Intent.ALLOW,
                Protocol.parse(traffic.protocol()),
                ports.isEmpty() ? Optional.empty() : Optional.of(PortSet.parse(ports)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Encryption.NOT_REQUIRED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// The first free number: `FLOW-0007`.
    static String nextId(Design design) {
        int number = design.flows().size() + 1;
        while (design.flows().containsKey(id(number))) {
            number++;
        }
        return id(number);
    }

    private static String id(int number) {
        return String.format(Locale.ROOT, "FLOW-%04d", number);
    }

    EditorModel model() {
        return model;
    }
}
