package io.portolan.model.rule.builtin.hygiene;

import io.portolan.model.design.Certificate;
import io.portolan.model.design.CloudFirewall;
import io.portolan.model.design.Design;
import io.portolan.model.design.DeviceInterface;
import io.portolan.model.design.Directory;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Endpoint;
import io.portolan.model.design.Enforcer;
import io.portolan.model.design.FilterRule;
import io.portolan.model.design.Firewall;
import io.portolan.model.design.Flow;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.Link;
import io.portolan.model.design.Listener;
import io.portolan.model.design.LoadBalancer;
import io.portolan.model.design.Mesh;
import io.portolan.model.design.Router;
import io.portolan.model.design.SdnController;
import io.portolan.model.design.ServiceRegistry;
import io.portolan.model.design.Zone;
import io.portolan.model.rule.builtin.hygiene.Reference.Holder;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every reference of a design that leads nowhere, with the names that would have been right.
final class References {
    private final Design design;
    private final Set<String> elements;

    /// A reference to something that is not there.
    record Dangling(Reference reference, Collection<String> offered) {}

    References(Design design) {
        this.design = design;
        elements =
                design.elements().keySet().stream()
                        .map(ElementId::value)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    Stream<Dangling> dangling() {
        return Stream.of(
                        design.elements().values().stream().flatMap(this::of),
                        design.links().values().stream().flatMap(this::of),
                        design.flows().values().stream().flatMap(this::of))
                .flatMap(all -> all);
    }

    private Stream<Dangling> missing(Reference reference, Collection<String> offered) {
        return offered.contains(reference.name())
                ? Stream.empty()
                : Stream.of(new Dangling(reference, offered));
    }

    private Stream<Dangling> of(Element element) {
        Stream<Dangling> parent =
                element.parent().stream().flatMap(id -> element(element.id(), "parent", id));
        return Stream.concat(parent, inside(element));
    }

    private Stream<Dangling> element(ElementId holder, String what, ElementId target) {
        return missing(Reference.of(holder, what, target.value()), elements);
    }

    private Stream<Dangling> elements(ElementId holder, String what, List<ElementId> targets) {
        return targets.stream().flatMap(target -> element(holder, what, target));
    }

    private Stream<Dangling> inside(Element element) {
        return switch (element) {
            case Mesh mesh -> elements(mesh.id(), "member", mesh.members());
            case Zone _, Endpoint _ -> Stream.empty();
            case Enforcer enforcer -> of(enforcer);
            case Directory directory -> of(directory);
        };
    }

    private Stream<Dangling> of(Directory directory) {
        return switch (directory) {
            case ServiceRegistry registry -> elements(registry.id(), "member", registry.members());
            case SdnController controller ->
                    elements(controller.id(), "managed device", controller.manages());
            default -> Stream.empty();
        };
    }

    private Stream<Dangling> of(Enforcer enforcer) {
        return switch (enforcer) {
            case Gateway gateway -> of(gateway);
            case LoadBalancer balancer ->
                    balancer.pools().stream()
                            .flatMap(p ->
                                    elements(
                                            balancer.id(),
                                            "member of pool " + p.name(),
                                            p.members()));
            case Router router ->
                    Stream.concat(
                            DeviceReferences.of(router).dangling(),
                            flows(router.id(), router.rules()));
            case Firewall firewall ->
                    Stream.concat(
                            DeviceReferences.of(firewall).dangling(),
                            flows(firewall.id(), firewall.rules()));
            case CloudFirewall firewall ->
                    Stream.of(
                                    elements(
                                            firewall.id(),
                                            "protected element",
                                            firewall.protects()),
                                    flows(firewall.id(), firewall.inbound()),
                                    flows(firewall.id(), firewall.outbound()))
                            .flatMap(all -> all);
        };
    }

    private Stream<Dangling> of(Gateway gateway) {
        List<String> listeners = gateway.listeners().stream().map(Listener::name).toList();
        List<String> certificates = gateway.certificates().stream().map(Certificate::name).toList();
        Stream<Dangling> shown =
                gateway.listeners().stream()
                        .flatMap(l ->
                                local(
                                        gateway.id(),
                                        "certificate of listener " + l.name(),
                                        l.certificate(),
                                        certificates));
        Stream<Dangling> routed =
                gateway.routes().stream()
                        .flatMap(r ->
                                Stream.concat(
                                        element(
                                                gateway.id(),
                                                "backend of route " + r.name(),
                                                r.backend()),
                                        local(
                                                gateway.id(),
                                                "listener of route " + r.name(),
                                                r.listener(),
                                                listeners)));
        Stream<Dangling> served =
                gateway.waypoint().stream()
                        .flatMap(w -> Stream.of(w.serves(), w.servesGateways()))
                        .flatMap(ids -> elements(gateway.id(), "served element", ids));
        return Stream.of(shown, routed, served).flatMap(all -> all);
    }

    private Stream<Dangling> local(
            ElementId holder, String what, Optional<String> name, Collection<String> offered) {
        return name.stream().flatMap(n -> missing(Reference.of(holder, what, n), offered));
    }

    private Stream<Dangling> flows(ElementId id, List<FilterRule> rules) {
        return rules.stream()
                .flatMap(r ->
                        Stream.concat(
                                local(
                                        id,
                                        "flow of rule " + r.name(),
                                        r.flow(),
                                        design.flows().keySet()),
                                elements(id, "group of rule " + r.name(), r.groups())));
    }

    private Stream<Dangling> of(Link link) {
        Holder holder = new Holder.OfLink(link.id());
        return Stream.of(
                        missing(new Reference(holder, "start", link.from().value()), elements),
                        missing(new Reference(holder, "end", link.to().value()), elements),
                        plug(holder, link.from(), link.fromInterface()),
                        plug(holder, link.to(), link.toInterface()))
                .flatMap(all -> all);
    }

    private Stream<Dangling> plug(Holder holder, ElementId device, Optional<String> name) {
        List<DeviceInterface> interfaces =
                switch (design.find(device).orElse(null)) {
                    case Router router -> router.interfaces();
                    case Firewall firewall -> firewall.interfaces();
                    case null, default -> List.of();
                };
        List<String> names = interfaces.stream().map(DeviceInterface::name).toList();
        return name.filter(_ -> !names.isEmpty()).stream()
                .flatMap(n -> missing(new Reference(holder, "interface of " + device, n), names));
    }

    private Stream<Dangling> of(Flow flow) {
        Holder holder = new Holder.OfFlow(flow.id());
        Stream<Dangling> ends =
                Stream.concat(
                        missing(new Reference(holder, "start", flow.from().value()), elements),
                        missing(new Reference(holder, "end", flow.to().value()), elements));
        return Stream.concat(
                ends,
                flow.via().stream()
                        .flatMap(
                                id -> missing(new Reference(holder, "way", id.value()), elements)));
    }
}
