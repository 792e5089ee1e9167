package io.portolan.model.reach.oracle;

import io.portolan.model.policy.Capture;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.Estate;
import io.portolan.model.policy.Leg;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Relay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which proxies take a connection over, and what the leg between two of them looks like.
final class Meshing {
    private final EnforcementPlan plan;
    private final Translating translating;

    Meshing(EnforcementPlan plan, Translating translating) {
        this.plan = plan;
        this.translating = translating;
    }

    /// The captures that are possible for this end; empty = none. More than one only when a
    /// condition is undecided.
    List<Optional<Capture>> captures(Direction direction, Packet packet) {
        Matching.Sight sight =
                Points.sight(Points.workload(direction, Place.PROXY, Optional.empty()), packet);
        List<Optional<Capture>> possible = new ArrayList<>();
        for (Capture capture : plan.captures()) {
            boolean in = direction == Direction.IN;
            Matching.Truth truth =
                    Matching.governs(
                                    capture.members(),
                                    in ? packet.destination() : packet.source(),
                                    sight)
                            .and(
                                    Matching.matches(
                                            in ? capture.inbound() : capture.outbound(), sight));
            if (truth != Matching.Truth.NO) {
                possible.add(Optional.of(capture));
            }
            if (truth == Matching.Truth.YES) {
                return possible;
            }
        }
        possible.add(Optional.empty());
        return possible;
    }

    /// The client's proxy may send the connection to a relay instead (waypoint, egress gateway).
    List<Flow> interposed(Flow flow) {
        Matching.Sight sight =
                Points.sight(
                        Points.workload(Direction.OUT, Place.PROXY, Optional.empty()),
                        flow.packet());
        List<Flow> flows = new ArrayList<>();
        for (Relay relay : plan.relays()) {
            Matching.Truth truth = Matching.matches(relay.interposes(), sight);
            if (truth != Matching.Truth.NO) {
                Packet.Party dialled = flow.packet().destination();
                Packet.Party self = translating.self(relay.endpoint(), dialled.port());
                flows.add(
                        flow.with(flow.packet().to(self))
                                .insteadOf(new Flow.Onward(relay, dialled)));
            }
            if (truth == Matching.Truth.YES) {
                return flows;
            }
        }
        flows.add(flow);
        return flows;
    }

    /// Mutual TLS between the two proxies, if there is a leg for this pair, and the port it shows
    /// on the wire.
    List<Flow> onWire(Flow flow, Optional<Capture> client, Packet dialled) {
        return captures(Direction.IN, flow.packet()).stream()
                .flatMap(server -> legs(flow, client, server, dialled).stream())
                .toList();
    }

    private List<Flow> legs(
            Flow flow, Optional<Capture> client, Optional<Capture> server, Packet dialled) {
        Matching.Sight sight =
                Points.sight(Points.workload(Direction.OUT, Place.PROXY, client), dialled);
        List<Flow> flows = new ArrayList<>();
        for (Leg leg : plan.legs()) {
            Matching.Truth truth =
                    Matching.Truth.of(named(client, leg.client()) && named(server, leg.server()))
                            .and(Matching.matches(leg.identified(), sight));
            if (truth != Matching.Truth.NO && leg.wirePorts().isEmpty()) {
                flows.add(flow);
            } else if (truth != Matching.Truth.NO) {
                leg.wirePorts()
                        .forEach(port -> flows.add(flow.with(tunnelled(flow.packet(), port))));
            }
            if (truth == Matching.Truth.YES) {
                return flows;
            }
        }
        flows.add(flow);
        return flows;
    }

    private static boolean named(Optional<Capture> capture, String name) {
        return capture.filter(c -> c.name().equals(name)).isPresent();
    }

    private static Packet tunnelled(Packet packet, int wirePort) {
        int port = wirePort == 0 ? packet.destination().port() : wirePort;
        return packet.to(packet.destination().withPort(port))
                .proving(
                        packet.identity()
                                .or(() ->
                                        packet.source()
                                                .endpoint()
                                                .flatMap(Estate.Member::identity)));
    }
}
