package io.portolan.model.reach;

import io.portolan.model.compile.ground.ServiceAddresses;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Service;
import io.portolan.model.net.Address;
import io.portolan.model.net.AddressSet;
import io.portolan.model.policy.Estate.Member;

import java.util.List;
import java.util.Optional;

/// Finds who is meant by the ends of a question: members by name, the owners of an address, the
/// address of a service, everyone inside a container.
final class Ends {
    private final Design design;
    private final Parts parts;

    Ends(Design design, Parts parts) {
        this.design = design;
        this.parts = parts;
    }

    List<Party> sources(Question.Party party) {
        return switch (party) {
            case Question.Party.Member(var name) -> named(name, "", PortView.chosen());
            case Question.Party.At(var address) ->
                    parts.translating().at("", AddressSet.of(address), PortView.chosen());
        };
    }

    /// Addresses are looked up as the sources see them.
    List<Party> destinations(Question.Party party, List<Party> sources) {
        String realm =
                sources.stream()
                        .flatMap(source -> source.member().stream())
                        .map(Member::realm)
                        .findFirst()
                        .orElse("");
        return switch (party) {
            case Question.Party.Member(var name) -> named(name, realm, PortView.asked());
            case Question.Party.At(var address) ->
                    parts.translating().at(realm, AddressSet.of(address), PortView.asked());
        };
    }

    private List<Party> named(String name, String realm, PortView port) {
        if (parts.roster().find(name).isPresent()) {
            return parts.translating().self(name, port);
        }
        Optional<Element> element = element(name);
        if (element.isPresent() && element.get() instanceof Service service) {
            return dialled(service)
                    .map(a -> parts.translating().at(realm, AddressSet.of(a), port))
                    .orElse(List.of());
        }
        return element.stream().flatMap(e -> inside(e, port).stream()).toList();
    }

    /// Its own address, or the one that stands for it.
    private Optional<Address> dialled(Service service) {
        return service.address()
                .or(() -> Optional.ofNullable(ServiceAddresses.of(design).get(service.id())));
    }

    private Optional<Element> element(String name) {
        try {
            return design.find(new ElementId(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private List<Party> inside(Element container, PortView port) {
        return parts.roster().members().stream()
                .filter(member -> isInside(member.name(), container.id()))
                .flatMap(member -> parts.translating().self(member, port).stream())
                .toList();
    }

    private boolean isInside(String member, ElementId container) {
        return element(member).stream()
                .flatMap(e -> design.ancestors(e.id()).stream())
                .anyMatch(ancestor -> ancestor.id().equals(container));
    }
}
