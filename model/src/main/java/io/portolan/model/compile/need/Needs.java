package io.portolan.model.compile.need;

import io.portolan.model.compile.ground.Ground;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Endpoint;
import io.portolan.model.design.Flow;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.Intent;
import io.portolan.model.design.Listener;
import io.portolan.model.design.LoadBalancer;
import io.portolan.model.design.Mesh;
import io.portolan.model.design.Service;
import io.portolan.model.design.Zone;
import io.portolan.model.net.PortSet;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Resolves what the flows ask for into single connections, in the order of the flows. A flow that
/// must never be possible needs nothing.
public final class Needs {
    private final Ground ground;
    private final Design design;
    private final Delivery delivery;

    private Needs(Ground ground) {
        this.ground = ground;
        this.design = ground.design();
        this.delivery = new Delivery(ground);
    }

    /// The connections of all flows, in the order of the design.
    public static List<Need> of(Ground ground) {
        Needs needs = new Needs(ground);
        LinkedHashSet<Need> all = new LinkedHashSet<>();
        for (Flow flow : ground.design().flows().values()) {
            if (flow.intent() == Intent.ALLOW) {
                all.addAll(needs.of(flow));
            }
        }
        return List.copyOf(all);
    }

    private List<Need> of(Flow flow) {
        return ends(flow.from()).stream()
                .flatMap(from -> ends(flow.to()).stream().flatMap(to -> between(flow, from, to)))
                .toList();
    }

    private Stream<Need> between(Flow flow, Element from, Element to) {
        return senders(from)
                .filter(sender -> !sender.id().equals(to.id()))
                .flatMap(sender -> through(flow, sender.id(), to).stream());
    }

    /// A service sends nothing itself: its pods do.
    private Stream<Element> senders(Element from) {
        return from instanceof Service service
                ? Kube.backends(ground, service).stream()
                : Stream.of(from);
    }

    /// Gateways named on the way end the connection: each leg is one of its own.
    private List<Need> through(Flow flow, ElementId from, Element to) {
        List<Need> legs = new ArrayList<>();
        ElementId client = from;
        Optional<PortSet> ports = flow.ports();
        for (Gateway gateway : gateways(flow, to.id())) {
            Need.Port dialled = listened(gateway, ports);
            legs.add(Need.direct(flow, client, gateway.id(), dialled));
            ports = routed(gateway, to.id()).or(flow::ports);
            client = gateway.id();
        }
        legs.addAll(delivery.of(Need.direct(flow, client, to.id(), port(ports))));
        return legs;
    }

    private List<Gateway> gateways(Flow flow, ElementId to) {
        return flow.via().stream()
                .filter(id -> !id.equals(to))
                .flatMap(id -> design.find(id, Gateway.class).stream())
                .toList();
    }

    private static Need.Port listened(Gateway gateway, Optional<PortSet> asked) {
        PortSet open = PortSet.of(gateway.listeners().stream().mapToInt(Listener::port).toArray());
        PortSet both = asked.map(open::intersection).orElse(open);
        return new Need.Port.Numbers(both.isEmpty() ? open : both);
    }

    private static Optional<PortSet> routed(Gateway gateway, ElementId backend) {
        int[] ports =
                gateway.routes().stream()
                        .filter(route -> route.backend().equals(backend))
                        .mapToInt(io.portolan.model.design.Route::port)
                        .toArray();
        return ports.length == 0 ? Optional.empty() : Optional.of(PortSet.of(ports));
    }

    static Need.Port port(Optional<PortSet> ports) {
        return ports.<Need.Port>map(Need.Port.Numbers::new).orElseGet(Need.Port.All::new);
    }

    /// Who stands at one end: the element, or everybody inside of a zone.
    private List<Element> ends(ElementId id) {
        Optional<Element> element = design.find(id);
        return element.map(this::ends).orElse(List.of());
    }

    private List<Element> ends(Element element) {
        return switch (element) {
            case Endpoint e -> List.of(e);
            case Gateway e -> List.of(e);
            case LoadBalancer e -> List.of(e);
            case Mesh mesh ->
                    ground.meshes().members(mesh).stream().flatMap(this::element).toList();
            case Zone zone -> inside(zone);
            default -> List.of();
        };
    }

    private Stream<Element> element(ElementId id) {
        return design.find(id).stream();
    }

    private List<Element> inside(Zone zone) {
        return design.elements().values().stream()
                .filter(e -> e instanceof Endpoint || e instanceof Gateway)
                .filter(e -> !(e instanceof Service))
                .filter(e -> design.ancestors(e.id()).contains(zone))
                .toList();
    }
}
