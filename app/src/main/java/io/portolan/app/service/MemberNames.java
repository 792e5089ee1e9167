package io.portolan.app.service;

import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Endpoint;
import io.portolan.model.design.Enforcer;
import io.portolan.model.design.Service;
import io.portolan.model.net.Address;
import io.portolan.model.reach.Question.Party;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds what somebody means by a name on the command line: an element's id, its label, `ns/name`,
/// or an address.
public final class MemberNames {
    private MemberNames() {}

    /// @throws InvalidInputException if nothing, or more than one thing, goes by that name
    public static Party find(Design design, String name) {
        if (name.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            return new Party.At(Address.parse(name));
        }
        List<Element> found =
                preferred(
                        design.elements().values().stream()
                                .filter(e -> e instanceof Endpoint || e instanceof Enforcer)
                                .filter(e -> goesBy(design, e, name))
                                .toList());
        if (found.size() == 1) {
            return new Party.Member(found.getFirst().id().value());
        }
        throw new InvalidInputException(
                found.isEmpty()
                        ? "Nothing in the design is called (%s). Give an id, ns/name or an address."
                                .formatted(name)
                        : "Several elements are called (%s): %s. Give the id."
                                .formatted(name, ids(found)));
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

    private static String ids(List<Element> found) {
        return found.stream()
                .map(Element::id)
                .map(ElementId::value)
                .collect(Collectors.joining(", "));
    }
}
