package io.portolan.model.reach.oracle;

import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Forwarding;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Slot;

import org.jspecify.annotations.Nullable;

/// Where on its path a packet is. The interpreter visits sites in order and asks every point that
/// sits there.
public sealed interface Site {
    /// `capture`: the mesh capture in force on this side, "" for none.
    record Workload(Direction direction, Place place, String capture) implements Site {}

    record Border(Direction direction, String segment) implements Site {}

    /// `out` is null while the route is not known; `arrived` is the packet as it entered the
    /// device.
    record Device(
            String device,
            Slot slot,
            Forwarding.@Nullable Interface in,
            Forwarding.@Nullable Interface out,
            Packet arrived)
            implements Site {}

    record InRelay(String relay) implements Site {}

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
        return direction == Direction.IN ? Direction.OUT : Direction.IN;
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
