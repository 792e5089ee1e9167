package io.portolan.model.reach;

import io.portolan.model.net.PortSet;
import io.portolan.model.policy.Capture;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Leg;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Relay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which proxies take a connection over, and what the leg between two of them looks like. What may
/// but need not be, forks.
final class Meshing {
    private final PlanIndex plan;
    private final Translating translating;
    private final Concerning<Capture> captures;
    private final Map<Ends, List<Leg>> legs;

    /// The captures at both ends.
    private record Ends(String client, String server) {}

    /// A proxy that takes over these ports, or none does; `doubts` say why it may be another.
    record Captured(Optional<Capture> capture, PortSet ports, List<String> doubts) {
        static Captured none(PortSet ports) {
            return new Captured(Optional.empty(), ports, List.of());
        }

        String name() {
            return capture.map(Capture::name).orElse("");
        }

        /// What goes this way.
        Alternative of(Alternative alternative) {
            Stage stage = Stage.of("proxy", name());
            return alternative.on(ports).doubting(stage, "a proxy takes it over", doubts);
        }
    }

    Meshing(Parts parts) {
        this.plan = parts.plan();
        this.translating = parts.translating();
        this.captures =
                new Concerning<>(
                        plan.plan().captures(), Capture::members, parts.roster(), parts.peers());
        this.legs =
                plan.plan().legs().stream()
                        .collect(
                                Collectors.groupingBy(leg -> new Ends(leg.client(), leg.server())));
    }

    /// Every port is captured by the first proxy that surely takes it, or by any before that may.
    List<Captured> captures(Direction direction, Packet packet, PortSet ports) {
        Sight sight = Sight.of(Site.workload(direction, Place.PROXY), packet);
        Turns<Capture> turns =
                Turns.of(captures.of(sight.subject()), ports, c -> takes(c, direction, sight));
        List<String> doubts =
                turns.doubtful().map(c -> doubts(c, direction, sight)).orElse(List.of());
        List<Captured> captured = new ArrayList<>();
        turns.turns()
                .forEach(t ->
                        captured.add(new Captured(Optional.of(t.taking()), t.ports(), doubts)));
        if (!turns.left().isEmpty()) {
            captured.add(new Captured(Optional.empty(), turns.left(), doubts));
        }
        return captured;
    }

    private static Truth takes(Capture capture, Direction direction, Sight sight) {
        Truth member = Matching.governs(capture.members(), sight.subjectParty(), sight);
        return member.isNever()
                ? Truth.NO
                : member.and(Matching.matches(taken(capture, direction), sight));
    }

    private static Match taken(Capture capture, Direction direction) {
        return direction == Direction.IN ? capture.inbound() : capture.outbound();
    }

    private static List<String> doubts(Capture capture, Direction direction, Sight sight) {
        return Stream.concat(
                        Doubts.governs(capture.members(), sight).stream(),
                        Doubts.matches(taken(capture, direction), sight).stream())
                .distinct()
                .toList();
    }

    /// The client's proxy may send the connection to a relay instead (waypoint, egress gateway).
    List<Alternative> interposed(Alternative alternative) {
        Sight sight = Sight.of(Site.workload(Direction.OUT, Place.PROXY), alternative.packet());
        Turns<Relay> turns =
                Turns.of(
                        plan.plan().relays(),
                        alternative.ports(),
                        r -> Matching.matches(r.interposes(), sight));
        List<Alternative> all = new ArrayList<>();
        turns.turns().forEach(t -> all.addAll(through(t.taking(), alternative.on(t.ports()))));
        if (!turns.left().isEmpty()) {
            all.add(alternative.on(turns.left()));
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
        boolean both = client.capture().isPresent() && server.capture().isPresent();
        List<Leg> between =
                both
                        ? legs.getOrDefault(new Ends(client.name(), server.name()), List.of())
                        : List.of();
        Turns<Leg> turns =
                Turns.of(
                        between,
                        alternative.ports(),
                        leg -> Matching.matches(leg.identified(), sight));
        for (Turns.Turn<Leg> turn : turns.turns()) {
            into.addAll(sent(alternative.on(turn.ports()), turn.taking()));
        }
        if (!turns.left().isEmpty()) {
            into.add(alternative.on(turns.left()));
        }
    }

    private static List<Alternative> sent(Alternative alternative, Leg leg) {
        return leg.wirePorts().isEmpty()
                ? List.of(alternative)
                : leg.wirePorts().stream()
                        .map(port -> alternative.with(tunnelled(alternative.packet(), port)))
                        .toList();
    }

    private static Packet tunnelled(Packet packet, int wirePort) {
        PortView port = wirePort == 0 ? packet.destination().port() : new PortView.Fixed(wirePort);
        return packet.to(packet.destination().on(port))
                .proving(packet.identity().or(() -> packet.source().identity()));
    }
}
