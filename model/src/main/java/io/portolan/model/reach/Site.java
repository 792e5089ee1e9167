package io.portolan.model.reach;

import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Forwarding.Interface;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Slot;

import java.util.Optional;

/// Where on its path a packet is. Sites are visited in order, and every point that sits there is
/// asked.
sealed interface Site {
    /// `capture`: the mesh capture in force on this side, "" for none.
    record Workload(Direction direction, Place place, String capture) implements Site {}

    record Border(Direction direction, String segment) implements Site {}

    /// `out` is absent while the route is not known; `arrived` is the packet as it entered.
    record Device(
            String device,
            Slot slot,
            Optional<Interface> in,
            Optional<Interface> out,
            Packet arrived)
            implements Site {}

    record InRelay(String relay) implements Site {}

    static Site workload(Direction direction, Place place) {
        return new Workload(direction, place, "");
    }

    /// The site that the reply passes for this one: other direction, mirrored slot, interfaces
    /// swapped.
    default Site mirrored() {
        return switch (this) {
            case Workload(var direction, var place, var capture) ->
                    new Workload(opposite(direction), place, capture);
            case Border(var direction, var segment) -> new Border(opposite(direction), segment);
            case Device d -> new Device(d.device, mirror(d.slot), d.out, d.in, d.arrived.reply());
            case InRelay relay -> relay;
        };
    }

    private static Direction opposite(Direction direction) {
        return switch (direction) {
            case IN -> Direction.OUT;
            case OUT -> Direction.IN;
        };
    }

    private static Slot mirror(Slot slot) {
        return switch (slot) {
            case BEFORE_DNAT -> Slot.AFTER_SNAT;
            case AFTER_DNAT -> Slot.BEFORE_SNAT;
            case BEFORE_SNAT -> Slot.AFTER_DNAT;
            case AFTER_SNAT -> Slot.BEFORE_DNAT;
        };
    }
}
