package io.portolan.model.compile.ground;

import io.portolan.model.design.CloudNetwork;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.net.Address;
import io.portolan.model.policy.Forwarding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// The router that every cloud network has, though nobody draws it: it joins the subnets of the
/// network with each other and with what the network is linked to. A device that is drawn at a
/// subnet is its way out before this one. Where no device is drawn at all, everybody meets
/// everybody directly and there is none of these either.
public record CloudRouters(Design design, Segments segments) {
    private static final Address UNKNOWN = Address.parse("0.0.0.0");

    /// By the networks that have subnets, with the interfaces of each.
    SequencedMap<Device, List<Forwarding.Interface>> of(Attachments drawn) {
        SequencedMap<Device, List<Forwarding.Interface>> routers = new LinkedHashMap<>();
        design.all(CloudNetwork.class)
                .filter(network -> subnets(network).anyMatch(s -> isAlone(drawn, s)))
                .forEach(network -> routers.put(router(network), faces(network)));
        return routers;
    }

    /// Whether it is one of these.
    public static boolean is(Design design, ElementId device) {
        return design.find(device, CloudNetwork.class).isPresent();
    }

    private static boolean isAlone(Attachments drawn, Element subnet) {
        return drawn.on(subnet.id().value()).isEmpty();
    }

    private Stream<Element> subnets(CloudNetwork network) {
        return design.elements().values().stream()
                .filter(Segments::isNetwork)
                .filter(e -> design.ancestors(e.id()).contains(network));
    }

    private static Device router(CloudNetwork network) {
        return new Device(
                network.id(),
                Vendor.UNKNOWN,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private List<Forwarding.Interface> faces(CloudNetwork network) {
        Map<String, Forwarding.Interface> faces = new LinkedHashMap<>();
        subnets(network)
                .forEach(s ->
                        faces.put(
                                s.id().value(),
                                face(s.id().value(), Addresses.gateway(s).orElse(UNKNOWN))));
        String own = segments.of(network.id());
        faces.putIfAbsent(own, face(own, UNKNOWN));
        return new ArrayList<>(faces.values());
    }

    private static Forwarding.Interface face(String segment, Address address) {
        return new Forwarding.Interface(segment, segment, "", segment, address);
    }
}
