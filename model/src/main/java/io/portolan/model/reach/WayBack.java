package io.portolan.model.reach;

import io.portolan.model.policy.Forwarding;
import io.portolan.model.policy.Forwarding.Interface;
import io.portolan.model.policy.Forwarding.NextHop;

import java.util.List;
import java.util.Optional;

/// The way of the replies: by the gateway of each segment that the connection is said to pass, else
/// by the first. A missing way back is a finding, not a verdict.
final class WayBack {
    private static final int TOO_MANY_HOPS = 200;

    private final PlanIndex plan;
    private final Roster roster;

    WayBack(PlanIndex plan, Roster roster) {
        this.plan = plan;
        this.roster = roster;
    }

    /// The first guarded device on the way back that the request did not pass: it may know no
    /// session. Devices of the forward path undo what they translated.
    Optional<String> stranger(Alternative alternative) {
        Optional<String> segment =
                alternative.packet().destination().member().map(m -> m.segment());
        Party client = alternative.packet().source();
        for (int hop = 0; hop < TOO_MANY_HOPS && segment.isPresent(); hop++) {
            List<String> gateways = roster.gateways(segment.get());
            if (client.isIn(segment.get()) || gateways.isEmpty()) {
                return Optional.empty();
            }
            String device = gateway(gateways, alternative.way());
            Optional<Packet> forward = arrivedAt(device, alternative);
            if (forward.isEmpty() && plan.isGuarded(device)) {
                return Optional.of(device);
            }
            client = forward.map(Packet::source).orElse(client);
            segment = next(device, segment.get(), client);
        }
        return Optional.empty();
    }

    private static String gateway(List<String> gateways, Alternative.Way way) {
        for (String gateway : gateways) {
            if (way.said().contains(gateway)) {
                return gateway;
            }
        }
        return gateways.getFirst();
    }

    private static Optional<Packet> arrivedAt(String device, Alternative alternative) {
        for (Alternative.Visit visit : alternative.visits()) {
            if (visit.site() instanceof Site.Device at && at.device().equals(device)) {
                return Optional.of(at.arrived());
            }
        }
        return Optional.empty();
    }

    private Optional<String> next(String device, String segment, Party client) {
        Optional<RoutingTable> table = plan.router(device);
        Optional<Interface> in = table.flatMap(t -> t.on(segment));
        if (in.isEmpty() || client.addresses().isEmpty()) {
            return Optional.empty();
        }
        for (Forwarding.Entry entry : table.get().best(in.get(), client.addresses())) {
            Optional<Interface> out = leavesBy(entry.next()).flatMap(table.get()::named);
            if (out.isPresent()) {
                return out.map(Interface::segment);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> leavesBy(NextHop next) {
        return switch (next) {
            case NextHop.Attached(var name) -> Optional.of(name);
            case NextHop.Via(var name, _) -> Optional.of(name);
            case NextHop.Discard() -> Optional.empty();
        };
    }
}
