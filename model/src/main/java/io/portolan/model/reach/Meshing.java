package io.portolan.model.reach;

import io.portolan.model.net.PortSet;
import io.portolan.model.policy.Capture;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Leg;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Relay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which proxies take a connection over, and what the leg between two of them looks like. What may
/// but need not be, forks.
final class Meshing {
    private final PlanIndex plan;
    private final Translating translating;
    private final Concerning<Capture> captures;

    /// A proxy that takes over these ports, or none does.
    record Captured(Optional<Capture> capture, PortSet ports) {
        String name() {
            return capture.map(Capture::name).orElse("");
        }
    }

    Meshing(Parts parts) {
        this.plan = parts.plan();
        this.translating = parts.translating();
        this.captures =
                new Concerning<>(
                        plan.plan().captures(), Capture::members, parts.roster(), parts.peers());
    }

    /// Every port is captured by the first proxy that surely takes it, or by any before that may.
    List<Captured> captures(Direction direction, Packet packet, PortSet ports) {
        Sight sight = Sight.of(Site.workload(direction, Place.PROXY), packet);
        List<Captured> captured = new ArrayList<>();
        PortSet left = ports;
        for (Capture capture : captures.of(sight.subject())) {
            Truth truth = takes(capture, direction, sight);
            PortSet may = left.intersection(truth.possibly());
            if (!may.isEmpty()) {
                captured.add(new Captured(Optional.of(capture), may));
                left = left.minus(truth.surely());
            }
        }
        if (!left.isEmpty()) {
            captured.add(new Captured(Optional.empty(), left));
        }
        return captured;
    }

    private static Truth takes(Capture capture, Direction direction, Sight sight) {
        boolean in = direction == Direction.IN;
        Truth member = Matching.governs(capture.members(), sight.subjectParty(), sight);
        return member.isNever()
                ? Truth.NO
                : member.and(Matching.matches(in ? capture.inbound() : capture.outbound(), sight));
    }

    /// The client's proxy may send the connection to a relay instead (waypoint, egress gateway).
    List<Alternative> interposed(Alternative alternative) {
        Sight sight = Sight.of(Site.workload(Direction.OUT, Place.PROXY), alternative.packet());
        List<Alternative> all = new ArrayList<>();
        PortSet left = alternative.ports();
        for (Relay relay : plan.plan().relays()) {
            Truth truth = Matching.matches(relay.interposes(), sight);
            PortSet may = left.intersection(truth.possibly());
            if (!may.isEmpty()) {
                all.addAll(through(relay, alternative.on(may)));
                left = left.minus(truth.surely());
            }
        }
        if (!left.isEmpty()) {
            all.add(alternative.on(left));
        }
        return all;
    }

    private List<Alternative> through(Relay relay, Alternative alternative) {
        Party dialled = alternative.packet().destination();
        return translating.self(relay.endpoint(), dialled.port()).stream()
                .map(self ->
                        alternative
                                .with(alternative.packet().to(self))
                                .insteadOf(new Onward(relay, dialled)))
                .toList();
    }

    /// Mutual TLS between the two proxies, if there is a leg for this pair, and the port it shows
    /// on the wire.
    List<Alternative> onWire(Alternative alternative, Captured client, Packet dialled) {
        List<Alternative> all = new ArrayList<>();
        for (Captured server : captures(Direction.IN, alternative.packet(), alternative.ports())) {
            legs(alternative.on(server.ports()), client, server, dialled, all);
        }
        return all;
    }

    private void legs(
            Alternative alternative,
            Captured client,
            Captured server,
            Packet dialled,
            List<Alternative> into) {
        Sight sight =
                Sight.of(new Site.Workload(Direction.OUT, Place.PROXY, client.name()), dialled);
        PortSet left = alternative.ports();
        for (Leg leg : plan.plan().legs()) {
            Truth truth =
                    joins(leg, client, server)
                            ? Matching.matches(leg.identified(), sight)
                            : Truth.NO;
            PortSet may = left.intersection(truth.possibly());
            if (!may.isEmpty()) {
                into.addAll(sent(alternative.on(may), leg));
                left = left.minus(truth.surely());
            }
        }
        if (!left.isEmpty()) {
            into.add(alternative.on(left));
        }
    }

    private static List<Alternative> sent(Alternative alternative, Leg leg) {
        return leg.wirePorts().isEmpty()
                ? List.of(alternative)
                : leg.wirePorts().stream()
                        .map(port -> alternative.with(tunnelled(alternative.packet(), port)))
                        .toList();
    }

    private static boolean joins(Leg leg, Captured client, Captured server) {
        return client.capture().isPresent()
                && server.capture().isPresent()
                && client.name().equals(leg.client())
                && server.name().equals(leg.server());
    }

    private static Packet tunnelled(Packet packet, int wirePort) {
        PortView port = wirePort == 0 ? packet.destination().port() : new PortView.Fixed(wirePort);
        return packet.to(packet.destination().on(port))
                .proving(packet.identity().or(() -> packet.source().identity()));
    }
}
