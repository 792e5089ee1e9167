package io.portolan.model.reach;

import io.portolan.model.policy.Forwarding;
import io.portolan.model.policy.Forwarding.Interface;
import io.portolan.model.policy.Forwarding.NextHop;

import java.util.List;
import java.util.Optional;

/// The way of the replies: by the device that a route names, else by the gateway of the segment
/// that the connection is said to pass, else by the first. A missing way back is a finding, not a
/// verdict.
final class WayBack {
    private static final int TOO_MANY_HOPS = 200;

    private final PlanIndex plan;
    private final Roster roster;

    WayBack(PlanIndex plan, Roster roster) {
        this.plan = plan;
        this.roster = roster;
    }

    /// Where a reply is, and the device that the last route named, if it did.
    private record Step(String segment, Optional<String> device) {}

    /// The first guarded device on the way back that the request did not pass: it may know no
    /// session. Devices of the forward path undo what they translated.
    Optional<String> stranger(Alternative alternative) {
        Optional<Step> step =
                alternative
                        .packet()
                        .destination()
                        .member()
                        .map(m -> new Step(m.segment(), Optional.empty()));
        Party client = alternative.packet().source();
        for (int hop = 0; hop < TOO_MANY_HOPS && step.isPresent(); hop++) {
            Optional<String> device = device(step.get(), client, alternative.way());
            if (device.isEmpty()) {
                return Optional.empty();
            }
            Optional<Packet> forward = arrivedAt(device.get(), alternative);
            if (forward.isEmpty() && plan.isGuarded(device.get())) {
                return device;
            }
            client = forward.map(Packet::source).orElse(client);
            step = next(device.get(), step.get().segment(), client);
        }
        return Optional.empty();
    }

    /// Nothing where the reply has arrived, or goes no further.
    private Optional<String> device(Step step, Party client, Itinerary way) {
        if (client.isIn(step.segment())) {
            return Optional.empty();
        }
        return step.device().isPresent()
                ? step.device()
                : gateway(roster.gateways(step.segment()), way);
    }

    private static Optional<String> gateway(List<String> gateways, Itinerary way) {
        for (String gateway : gateways) {
            if (way.said().contains(gateway)) {
                return Optional.of(gateway);
            }
        }
        return gateways.isEmpty() ? Optional.empty() : Optional.of(gateways.getFirst());
    }

    private static Optional<Packet> arrivedAt(String device, Alternative alternative) {
        for (Alternative.Visit visit : alternative.visits()) {
            if (visit.site() instanceof Site.Device at && at.device().equals(device)) {
                return Optional.of(at.arrived());
            }
        }
        return Optional.empty();
    }

    private Optional<Step> next(String device, String segment, Party client) {
        Optional<RoutingTable> table = plan.router(device);
        Optional<Interface> in = table.flatMap(t -> t.on(segment));
        if (in.isEmpty() || client.addresses().isEmpty()) {
            return Optional.empty();
        }
        for (Forwarding.Entry entry : table.get().best(in.get(), client.addresses())) {
            Optional<Step> step = step(table.get(), entry.next());
            if (step.isPresent()) {
                return step;
            }
        }
        return Optional.empty();
    }

    private static Optional<Step> step(RoutingTable table, NextHop next) {
        return switch (next) {
            case NextHop.Attached(var name) ->
                    table.named(name).map(out -> new Step(out.segment(), Optional.empty()));
            case NextHop.Via(var name, var device) ->
                    table.named(name).map(out -> new Step(out.segment(), Optional.of(device)));
            case NextHop.Discard() -> Optional.empty();
        };
    }
}
