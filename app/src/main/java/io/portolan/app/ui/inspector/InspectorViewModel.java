package io.portolan.app.ui.inspector;

import io.portolan.app.ui.editor.EditorModel;
import io.portolan.app.ui.editor.Selection;
import io.portolan.model.design.Design;
import io.portolan.model.design.Intent;
import io.portolan.model.policy.Origin;
import io.portolan.model.reach.Hop;
import io.portolan.model.reach.Verdict;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Finds the record of what is selected, groups its components, and turns each committed edit into
/// one change.
public final class InspectorViewModel {
    private static final SequencedMap<String, List<String>> FLOW_SECTIONS = new LinkedHashMap<>();

    static {
        FLOW_SECTIONS.put(
                "Connection", List.of("from", "to", "intent", "protocol", "ports", "application"));
        FLOW_SECTIONS.put(
                "Requirements",
                List.of("identity", "encryption", "host", "serverName", "path", "methods", "via"));
        FLOW_SECTIONS.put("Governance", List.of("owner", "ticket", "expires", "justification"));
    }

    private static final String IMPLICIT = "No rule matched: the implicit default decided.";

    private final EditorModel model;
    private final ReadOnlyObjectWrapper<Optional<Subject>> subject =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    public InspectorViewModel(EditorModel model) {
        this.model = model;
        model.selection().subscribe(this::update);
        model.history().subscribe(this::update);
    }

    private void update() {
        subject.set(subjectOf(model.selection().get(), model.design()));
    }

    private static Optional<Subject> subjectOf(Selection selection, Design design) {
        return switch (selection) {
            case Selection.Nothing _ -> Optional.empty();
            case Selection.Elements(var ids) ->
                    design.find(ids.getLast()).map(Subject.OfElement::new);
            case Selection.OfFlow(var id) ->
                    Optional.ofNullable(design.flows().get(id)).map(Subject.OfFlow::new);
            case Selection.OfLink(var id) ->
                    Optional.ofNullable(design.links().get(id)).map(Subject.OfLink::new);
        };
    }

    public ReadOnlyObjectProperty<Optional<Subject>> subject() {
        return subject.getReadOnlyProperty();
    }

    /// The name of what is shown.
    public String title(Subject of) {
        return switch (of) {
            case Subject.OfElement(var element) -> element.label();
            case Subject.OfFlow(var flow) -> ends(flow.from().value(), flow.to().value());
            case Subject.OfLink(var link) -> ends(link.from().value(), link.to().value());
        };
    }

    private String ends(String from, String to) {
        return label(from) + " \u2192 " + label(to);
    }

    private String label(String id) {
        return model.labelOf(io.portolan.model.design.ElementId.parse(id));
    }

    /// The components to edit under their headings. The id is no part of it: it never changes.
    public SequencedMap<String, List<Field>> sections(Record record) {
        List<Field> fields =
                Fields.of(record).stream().filter(f -> !f.name().equals("id")).toList();
        return record instanceof io.portolan.model.design.Flow
                ? flowSections(fields)
                : sections(fields);
    }

    private static SequencedMap<String, List<Field>> flowSections(List<Field> fields) {
        SequencedMap<String, List<Field>> sections = new LinkedHashMap<>();
        FLOW_SECTIONS.forEach((title, names) ->
                sections.put(
                        title, names.stream().flatMap(n -> find(fields, n).stream()).toList()));
        return sections;
    }

    private static Optional<Field> find(List<Field> fields, String name) {
        return fields.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    private static SequencedMap<String, List<Field>> sections(List<Field> fields) {
        SequencedMap<String, List<Field>> sections = new LinkedHashMap<>();
        sections.put("General", new ArrayList<>());
        for (Field field : fields) {
            String title = field.type().isLine() ? "General" : field.title();
            sections.computeIfAbsent(title, _ -> new ArrayList<>()).add(field);
        }
        List<Field> about = sections.remove("About");
        if (about != null) {
            sections.put("About", about);
        }
        return sections;
    }

    /// Puts an edited record into the design, as one change.
    ///
    /// @throws IllegalArgumentException if the record refuses the value
    public void commit(Subject of, Field field, Object value) {
        Record edited = Fields.with(of.record(), field.name(), value);
        if (!edited.equals(of.record())) {
            model.apply(of.put(edited));
        }
    }

    /// What the flow that is shown is wanted to be.
    Intent wanted(Subject of) {
        return of instanceof Subject.OfFlow(var flow) ? flow.intent() : Intent.ALLOW;
    }

    /// The verdict on the flow that is shown.
    public Optional<Verdict> verdict(Subject of) {
        return of instanceof Subject.OfFlow(var flow)
                ? model.verdictOf(flow.id())
                : Optional.empty();
    }

    /// What the shown element decided where the trace was clicked.
    public Optional<Hop> decision(Subject of) {
        return of instanceof Subject.OfElement(var element)
                ? model.spotted().get().filter(h -> h.owner().equals(element.id().value()))
                : Optional.empty();
    }

    /// The rule that decided and where it is written, or that none did.
    static String ruleOf(Hop hop) {
        return hop.origin().map(Origin::words).map(where -> "By " + where).orElse(IMPLICIT);
    }

    EditorModel model() {
        return model;
    }
}
