package io.portolan.model.reach;

import io.portolan.model.net.AddressSet;
import io.portolan.model.policy.Forwarding.Interface;
import io.portolan.model.policy.Slot;
import io.portolan.model.policy.Translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a device remembers of a packet between its slots. `path`: the devices and destinations
/// before, to notice a loop. `pending`: the translation that also rewrites the source, later.
record Crossing(
        RoutingTable router,
        Interface in,
        Optional<Interface> out,
        Packet arrived,
        Optional<Translation> pending,
        List<Visit> path) {
    /// A device with where packets were going when they came to it.
    record Visit(String device, AddressSet destination, String member) {
        static Visit of(String device, Packet packet) {
            Party to = packet.destination();
            return new Visit(device, to.addresses(), to.name());
        }
    }

    static Optional<Crossing> entering(
            RoutingTable router, String segment, Packet packet, List<Visit> path) {
        return router.on(segment)
                .map(in ->
                        new Crossing(
                                router,
                                in,
                                Optional.empty(),
                                packet,
                                Optional.empty(),
                                append(path, Visit.of(router.device(), packet))));
    }

    private static List<Visit> append(List<Visit> path, Visit here) {
        List<Visit> all = new ArrayList<>(path.size() + 1);
        all.addAll(path);
        all.add(here);
        return all;
    }

    String device() {
        return router.device();
    }

    Site at(Slot slot) {
        return new Site.Device(device(), slot, Optional.of(in), out, arrived);
    }

    Sight sight(Packet packet, Slot slot) {
        return new Sight(packet, at(slot), Optional.empty());
    }

    Crossing translated(Translation t) {
        return new Crossing(router, in, out, arrived, Optional.of(t), path);
    }

    Optional<Crossing> leaving(String name) {
        return router.named(name)
                .map(i -> new Crossing(router, in, Optional.of(i), arrived, pending, path));
    }

    Stage stage() {
        return Stage.of(device(), device());
    }
}
