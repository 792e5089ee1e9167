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
        return gateways.stream()
                .filter(way.said()::contains)
                .findFirst()
                .orElseGet(gateways::getFirst);
    }

    private static Optional<Packet> arrivedAt(String device, Alternative alternative) {
        return alternative.visits().stream()
                .map(Alternative.Visit::site)
                .filter(site -> site instanceof Site.Device d && d.device().equals(device))
                .map(site -> ((Site.Device) site).arrived())
                .findFirst();
    }

    private Optional<String> next(String device, String segment, Party client) {
        Optional<Forwarding> router = plan.router(device);
        Optional<Interface> in =
                router.flatMap(r ->
                        r.interfaces().stream()
                                .filter(i -> i.segment().equals(segment))
                                .findFirst());
        if (in.isEmpty() || client.addresses().isEmpty()) {
            return Optional.empty();
        }
        return Routes.best(router.get(), in.get(), client.addresses()).stream()
                .flatMap(entry -> leavesBy(entry.next()).stream())
                .flatMap(name -> segmentOf(router.get(), name).stream())
                .findFirst();
    }

    private static Optional<String> leavesBy(NextHop next) {
        return switch (next) {
            case NextHop.Attached(var name) -> Optional.of(name);
            case NextHop.Via(var name, _) -> Optional.of(name);
            case NextHop.Discard() -> Optional.empty();
        };
    }

    private static Optional<String> segmentOf(Forwarding router, String interfaceName) {
        return router.interfaces().stream()
                .filter(i -> i.name().equals(interfaceName))
                .map(Interface::segment)
                .findFirst();
    }
}
