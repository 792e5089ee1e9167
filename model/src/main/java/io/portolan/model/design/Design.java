package io.portolan.model.design;

import io.portolan.model.policy.EnforcementPlan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A drawing: elements, the links between them, the flows that shall be possible, and the policies
/// that were found (`observed`, as rules of the plan with the file and line they came from). What
/// depends on more than one element is a finding, never an exception: a design half way through an
/// edit must exist.
public record Design(
        String name,
        SequencedMap<ElementId, Element> elements,
        SequencedMap<String, Link> links,
        SequencedMap<String, Flow> flows,
        EnforcementPlan observed,
        Governance governance,
        Layout layout) {
    public static final Design EMPTY = named("untitled");

    public Design {
        elements = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(elements));
        links = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(links));
        flows = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(flows));
    }

    /// An empty design.
    public static Design named(String name) {
        return new Design(
                name,
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                EnforcementPlan.EMPTY,
                Governance.NOTHING,
                Layout.EMPTY);
    }

    public Optional<Element> find(ElementId id) {
        return Optional.ofNullable(elements.get(id));
    }

    /// The element of that id if it has the role or kind asked for.
    public <E extends Element> Optional<E> find(ElementId id, Class<E> role) {
        return find(id).filter(role::isInstance).map(role::cast);
    }

    /// All elements of a role or kind, in the order of the design.
    public <E extends Element> Stream<E> all(Class<E> role) {
        return elements.values().stream().filter(role::isInstance).map(role::cast);
    }

    public Stream<Element> children(ElementId parent) {
        return elements.values().stream()
                .filter(e -> e.parent().filter(parent::equals).isPresent());
    }

    /// The containers around an element, innermost first. Ends where a parent is missing or the
    /// chain closes on itself, which are findings.
    public List<Element> ancestors(ElementId id) {
        List<Element> chain = new ArrayList<>();
        Optional<Element> next = find(id).flatMap(Element::parent).flatMap(this::find);
        while (next.isPresent() && !chain.contains(next.get()) && !next.get().id().equals(id)) {
            chain.add(next.get());
            next = next.get().parent().flatMap(this::find);
        }
        return chain;
    }

    /// The innermost container of that kind around an element, or the element itself.
    public <E extends Element> Optional<E> enclosing(ElementId id, Class<E> kind) {
        return Stream.concat(find(id).stream(), ancestors(id).stream())
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }

    /// The environment that holds for an element: its own, or that of the innermost container that
    /// names one.
    public Optional<String> environmentOf(ElementId id) {
        return Stream.concat(find(id).stream(), ancestors(id).stream())
                .flatMap(e -> e.about().environment().stream())
                .findFirst();
    }

    /// The trust zone that holds for an element, likewise.
    public Optional<String> trustZoneOf(ElementId id) {
        return Stream.concat(find(id).stream(), ancestors(id).stream())
                .flatMap(e -> e.about().trustZone().stream())
                .findFirst();
    }

    public Design with(Element element) {
        return withElements(map -> map.put(element.id(), element));
    }

    /// Without an element; what refers to it stays and becomes a finding.
    public Design without(ElementId id) {
        return withElements(map -> map.remove(id));
    }

    /// Adds or replaces many elements at once.
    public Design withElements(Consumer<SequencedMap<ElementId, Element>> edit) {
        SequencedMap<ElementId, Element> copy = new LinkedHashMap<>(elements);
        edit.accept(copy);
        return new Design(name, copy, links, flows, observed, governance, layout);
    }

    public Design with(Flow flow) {
        SequencedMap<String, Flow> copy = new LinkedHashMap<>(flows);
        copy.put(flow.id(), flow);
        return new Design(name, elements, links, copy, observed, governance, layout);
    }

    public Design withoutFlow(String id) {
        SequencedMap<String, Flow> copy = new LinkedHashMap<>(flows);
        copy.remove(id);
        return new Design(name, elements, links, copy, observed, governance, layout);
    }

    public Design with(Link link) {
        SequencedMap<String, Link> copy = new LinkedHashMap<>(links);
        copy.put(link.id(), link);
        return new Design(name, elements, copy, flows, observed, governance, layout);
    }

    public Design withoutLink(String id) {
        SequencedMap<String, Link> copy = new LinkedHashMap<>(links);
        copy.remove(id);
        return new Design(name, elements, copy, flows, observed, governance, layout);
    }

    public Design with(EnforcementPlan found) {
        return new Design(name, elements, links, flows, found, governance, layout);
    }

    public Design with(Governance other) {
        return new Design(name, elements, links, flows, observed, other, layout);
    }

    public Design with(Layout other) {
        return new Design(name, elements, links, flows, observed, governance, other);
    }

    public Design renamed(String other) {
        return new Design(other, elements, links, flows, observed, governance, layout);
    }
}
