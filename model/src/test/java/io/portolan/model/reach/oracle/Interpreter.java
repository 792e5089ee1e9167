package io.portolan.model.reach.oracle;

import io.portolan.model.net.Address;
import io.portolan.model.net.Protocol;
import io.portolan.model.policy.Capture;
import io.portolan.model.policy.ConnectionState;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.Estate;
import io.portolan.model.policy.Hook;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Relay;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The executable specification: walks one concrete connection through the plan, packet by packet,
/// and follows every alternative that the design leaves open. No index, no set algebra; the fast
/// engine must give the same answers. Verdicts are for new connections.
public final class Interpreter {
    public enum Verdict {
        ALLOW,
        DENY,
        NOT_IN_SCOPE,
        UNDEFINED,
        NO_ROUTE
    }

    /// What one point (or the path itself) said about the packet as it saw it.
    public record Hop(String point, Verdict verdict, String because, Packet seen) {}

    public record Trace(Verdict verdict, List<Hop> hops) {}

    /// All traces that are possible; `UNDEFINED` when some allow and some do not. ALLOW is thus
    /// "reliably can".
    public record Answer(Verdict verdict, List<Trace> traces) {
        boolean mentions(String words) {
            return traces.stream()
                    .flatMap(trace -> trace.hops().stream())
                    .anyMatch(hop ->
                            (hop.point() + "#" + hop.because() + "@" + hop.seen()).contains(words));
        }
    }

    /// One connection to try. `bypasses`: the client's workload avoids its own proxy (what an
    /// attacker can do).
    public record Connection(
            String source,
            Optional<Address> sourceAddress,
            Address dialled,
            int protocol,
            int port,
            Packet.Payload payload,
            boolean bypasses) {}

    private final EnforcementPlan plan;
    private final Estate estate;
    private final Points points;
    private final Translating translating;
    private final Meshing meshing;
    private final Walking walking;
    private final Relaying relaying;

    public Interpreter(EnforcementPlan plan, Estate estate) {
        this.plan = plan;
        this.estate = estate;
        this.points = new Points(plan);
        this.translating = new Translating(plan, estate);
        this.meshing = new Meshing(plan, translating);
        this.walking = new Walking(plan, estate, points, translating);
        this.relaying = new Relaying(points, translating, flow -> connect(flow, false));
    }

    public Answer evaluate(Connection c) {
        Estate.Member source = Members.asSeen(estate, Members.get(estate, c.source()));
        Packet.Party from =
                new Packet.Party(
                        c.sourceAddress().orElse(Members.address(source)),
                        Translating.EPHEMERAL,
                        Optional.of(source));
        Packet.Party to = translating.party(source.realm(), c.dialled(), c.port());
        Packet packet =
                new Packet(
                        c.protocol(),
                        from,
                        to,
                        c.payload(),
                        Optional.empty(),
                        ConnectionState.NEW,
                        Optional.empty());
        List<Trace> traces =
                connect(Flow.of(packet, List.of()), c.bypasses()).stream()
                        .map(flow -> new Trace(verdict(flow.hops()), flow.hops()))
                        .toList();
        return new Answer(combined(traces), traces);
    }

    /// One denial denies; all of them are in the hops.
    private static Verdict verdict(List<Hop> hops) {
        return Stream.of(Verdict.DENY, Verdict.NO_ROUTE, Verdict.UNDEFINED)
                .filter(v -> hops.stream().anyMatch(hop -> hop.verdict() == v))
                .findFirst()
                .orElse(Verdict.ALLOW);
    }

    private static Verdict combined(List<Trace> traces) {
        List<Verdict> all = traces.stream().map(Trace::verdict).distinct().toList();
        if (all.size() == 1) {
            return all.getFirst();
        }
        boolean open = all.contains(Verdict.ALLOW) || all.contains(Verdict.UNDEFINED);
        return open ? Verdict.UNDEFINED : Verdict.DENY;
    }

    /// One connection, end to end, in the order of stages of semantics 1.0.
    private List<Flow> connect(Flow dialled, boolean bypasses) {
        List<Optional<Capture>> clients =
                bypasses
                        ? List.of(Optional.empty())
                        : meshing.captures(Direction.OUT, dialled.packet());
        return clients.stream().flatMap(client -> sent(dialled, client).stream()).toList();
    }

    private List<Flow> sent(Flow dialled, Optional<Capture> client) {
        Packet asDialled = dialled.packet();
        String segment = asDialled.source().endpoint().orElseThrow().segment();
        List<Flow> flows =
                points.visit(dialled, Points.workload(Direction.OUT, Place.PROXY, client));
        flows = Flow.each(flows, f -> client.isPresent() ? meshing.interposed(f) : List.of(f));
        flows = Flow.each(flows, f -> beside(f, Direction.OUT, Place.SOCKET));
        flows = Flow.each(flows, f -> translating.atSource(f, Hook.SERVICE));
        flows =
                Flow.each(
                        flows,
                        f ->
                                meshing.onWire(
                                        f.serving(f.packet().destination().port()),
                                        client,
                                        asDialled));
        flows = Flow.each(flows, f -> beside(f, Direction.OUT, Place.NIC));
        flows = Flow.each(flows, f -> beside(f, Direction.OUT, Place.SUBNET));
        flows = Flow.each(flows, f -> translating.atSource(f, Hook.EGRESS));
        flows = Flow.each(flows, f -> walking.travel(f, segment));
        flows = Flow.each(flows, f -> beside(f, Direction.IN, Place.SUBNET));
        flows = Flow.each(flows, f -> beside(f, Direction.IN, Place.NIC));
        flows = Flow.each(flows, this::replied);
        return Flow.each(flows, this::arrived);
    }

    private List<Flow> beside(Flow flow, Direction direction, Place place) {
        return points.visit(flow, Points.workload(direction, place, Optional.empty()));
    }

    private List<Flow> replied(Flow flow) {
        List<Flow> flows = points.replied(flow);
        return walking.stranger(flow)
                .map(device -> Flow.each(flows, f -> unsure(f, device)))
                .orElse(flows);
    }

    private static List<Flow> unsure(Flow flow, String device) {
        return Stream.of(Verdict.DENY, Verdict.NOT_IN_SCOPE)
                .map(v ->
                        flow.saying(
                                "reply: " + device, v, "asymmetric path", flow.packet().reply()))
                .toList();
    }

    /// Delivered: a relay opens the next connection, a captured workload asks its proxy, then
    /// someone must listen.
    private List<Flow> arrived(Flow flow) {
        Estate.Member target = flow.packet().destination().endpoint().orElseThrow();
        Flow atApp =
                flow.with(flow.packet().to(flow.packet().destination().withPort(flow.appPort())));
        Optional<Relay> relay =
                flow.onward()
                        .map(Flow.Onward::relay)
                        .or(() ->
                                plan.relays().stream()
                                        .filter(r -> r.endpoint().equals(target.name()))
                                        .findFirst());
        return relay.isPresent()
                ? relaying.arrived(atApp, relay.get())
                : meshing.captures(Direction.IN, atApp.packet()).stream()
                        .flatMap(server -> served(atApp, target, server).stream())
                        .toList();
    }

    private List<Flow> served(Flow flow, Estate.Member target, Optional<Capture> server) {
        List<Flow> flows = points.visit(flow, Points.workload(Direction.IN, Place.PROXY, server));
        boolean deaf =
                hasPorts(flow.packet().protocol())
                        && target.listens()
                                .filter(ports -> !ports.contains(flow.appPort()))
                                .isPresent();
        return deaf
                ? Flow.each(flows, f -> f.ending(target.name(), Verdict.DENY, "nothing listens"))
                : flows;
    }

    private static boolean hasPorts(int protocol) {
        return new Protocol(protocol).transport().isPresent();
    }
}
