package io.portolan.model.reach;

import java.util.List;

/// The devices that a connection is said to pass, those that it did pass so far, and what relays
/// got of it.
record Itinerary(List<String> said, List<String> passed, List<Packet> relayed) {
    static final Itinerary UNSAID = Itinerary.of(List.of());

    static Itinerary of(List<String> said) {
        return new Itinerary(said, List.of(), List.of());
    }

    Itinerary through(String device) {
        return !passed.isEmpty() && passed.getLast().equals(device)
                ? this
                : new Itinerary(said, Alternative.append(passed, List.of(device)), relayed);
    }

    Itinerary relaying(Packet packet) {
        return new Itinerary(said, passed, Alternative.append(relayed, List.of(packet)));
    }
}
