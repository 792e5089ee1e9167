package io.portolan.app.service;

import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Endpoint;
import io.portolan.model.design.Enforcer;
import io.portolan.model.design.Service;
import io.portolan.model.design.Workload;
import io.portolan.model.net.Address;
import io.portolan.model.reach.Question.Party;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds what somebody means by a name on the command line: an element's id, its label, `ns/name`,
/// or an address.
public final class MemberNames {
    private MemberNames() {}

    /// @throws InvalidInputException if nothing, or more than one thing, goes by that name
    public static Party find(Design design, String name) {
        List<Party> found = findAll(design, name, Map.of());
        if (found.size() > 1) {
            throw several(name, found);
        }
        return found.getFirst();
    }

    /// The same, or all pods of one workload that differ in their labels. `aliases` are further
    /// names that the source of the design has for its elements.
    public static List<Party> findAll(Design design, String name, Map<String, ElementId> aliases) {
        if (name.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            return List.of(new Party.At(Address.parse(name)));
        }
        List<Element> found = called(design, name);
        if (found.isEmpty()) {
            ElementId alias = aliases.get(name);
            if (alias == null) {
                throw new InvalidInputException(
                        "Nothing in the design is called (%s). Give an id, ns/name or an address."
                                .formatted(name));
            }
            return List.of(new Party.Member(alias.value()));
        }
        List<Party> parties =
                found.stream().<Party>map(e -> new Party.Member(e.id().value())).toList();
        if (!areOneWorkload(found)) {
            throw several(name, parties);
        }
        return parties;
    }

    private static List<Element> called(Design design, String name) {
        return preferred(
                design.elements().values().stream()
                        .filter(e -> e instanceof Endpoint || e instanceof Enforcer)
                        .filter(e -> goesBy(design, e, name))
                        .toList());
    }

    private static boolean areOneWorkload(List<Element> found) {
        Element first = found.getFirst();
        return found.size() == 1
                || found.stream()
                        .allMatch(e ->
                                e instanceof Workload one
                                        && first instanceof Workload other
                                        && one.label().equals(other.label())
                                        && one.parent().equals(other.parent())
                                        && one.workloadKind() == other.workloadKind());
    }

    private static InvalidInputException several(String name, List<Party> found) {
        String ids =
                found.stream()
                        .map(party -> party instanceof Party.Member(String id) ? id : name)
                        .collect(Collectors.joining(", "));
        return new InvalidInputException(
                "Several elements are called (%s): %s. Give the id.".formatted(name, ids));
    }

    /// A Service is mostly called like the workload behind it, which then is meant; its own id
    /// means the Service.
    private static List<Element> preferred(List<Element> found) {
        List<Element> others = found.stream().filter(e -> !(e instanceof Service)).toList();
        return others.isEmpty() ? found : others;
    }

    private static boolean goesBy(Design design, Element element, String name) {
        return element.id().value().equals(name) || names(design, element).anyMatch(name::equals);
    }

    /// `name`, `ns/name`, `cluster/ns/name`.
    private static Stream<String> names(Design design, Element element) {
        Stream.Builder<String> all = Stream.builder();
        String path = element.label();
        all.add(path);
        for (Element around : design.ancestors(element.id())) {
            path = around.label() + "/" + path;
            all.add(path);
        }
        return all.build();
    }
}
