package io.portolan.model.reach.oracle;

import io.portolan.model.policy.ListenerTls;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Relay;
import io.portolan.model.policy.RelayListener;
import io.portolan.model.policy.RelayRoute;
import io.portolan.model.policy.Upstream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A proxy that ends one connection and opens the next: listener, decryption, route, backend.
final class Relaying {
    private final Points points;
    private final Translating translating;
    private final Function<Flow, List<Flow>> connect;

    Relaying(Points points, Translating translating, Function<Flow, List<Flow>> connect) {
        this.points = points;
        this.translating = translating;
        this.connect = connect;
    }

    /// The first listener that takes the connection; one that may take it is followed both ways.
    List<Flow> arrived(Flow flow, Relay relay) {
        List<Flow> flows = new ArrayList<>();
        for (RelayListener listener : relay.listeners()) {
            Matching.Truth truth = takes(listener, flow, relay);
            if (truth != Matching.Truth.NO) {
                flows.addAll(decrypted(flow, relay, listener));
            }
            if (truth == Matching.Truth.YES) {
                return flows;
            }
        }
        flows.addAll(flow.ending(relay.name(), Interpreter.Verdict.DENY, "no listener"));
        return flows;
    }

    private static Matching.Truth takes(RelayListener listener, Flow flow, Relay relay) {
        return Matching.matches(Match.any().on(listener.ports()), inside(relay, flow.packet()))
                .and(Matching.hostname(listener.hostname(), flow.packet().payload()));
    }

    private static Matching.Sight inside(Relay relay, Packet packet) {
        return new Matching.Sight(
                packet, new Site.InRelay(relay.name()), packet.destination().endpoint());
    }

    private List<Flow> decrypted(Flow flow, Relay relay, RelayListener listener) {
        Packet packet = flow.packet();
        if (listener.tls() == ListenerTls.TERMINATE
                && packet.payload() instanceof Packet.Payload.Tls(_, var inner)) {
            packet = packet.carrying(inner);
        } else if (listener.tls() != ListenerTls.NONE
                && packet.payload() instanceof Packet.Payload.Http) {
            return flow.ending(
                    listener.name(), Interpreter.Verdict.DENY, "plaintext on a TLS listener");
        }
        List<Flow> flows = points.visit(flow.with(packet), new Site.InRelay(relay.name()));
        return Flow.each(flows, f -> routed(f, relay, listener));
    }

    private List<Flow> routed(Flow flow, Relay relay, RelayListener listener) {
        List<Flow> flows = new ArrayList<>();
        boolean decided = follow(flow, relay, listener, flows);
        if (!decided) {
            flows.addAll(flow.ending(listener.name(), Interpreter.Verdict.DENY, "no route (404)"));
        }
        if (!decided && !listener.isolated()) {
            relay.listeners().stream()
                    .filter(other ->
                            !other.equals(listener)
                                    && takes(other, flow, relay) != Matching.Truth.NO)
                    .forEach(other -> follow(flow, relay, other, flows));
        }
        return flows;
    }

    /// Adds what the routes of this listener do; true when one of them surely takes the request.
    private boolean follow(Flow flow, Relay relay, RelayListener listener, List<Flow> flows) {
        for (RelayRoute route : listener.routes()) {
            Matching.Truth truth = Matching.request(route.match(), inside(relay, flow.packet()));
            if (truth != Matching.Truth.NO) {
                flows.addAll(forwarded(flow, relay, listener, route));
            }
            if (truth == Matching.Truth.YES) {
                return true;
            }
        }
        return false;
    }

    private List<Flow> forwarded(Flow flow, Relay relay, RelayListener listener, RelayRoute route) {
        Packet.Party own = translating.self(relay.endpoint(), Translating.EPHEMERAL);
        Packet.Party dialled =
                flow.onward().map(Flow.Onward::dialled).orElse(flow.packet().destination());
        Translating.Stand stand =
                new Translating.Stand(Optional.of(own), own.endpoint().orElseThrow().realm());
        Flow told =
                flow.saying(relay.name(), Interpreter.Verdict.ALLOW, route.name(), flow.packet());
        if (isLoop(flow, relay)) {
            return told.ending("relay", Interpreter.Verdict.NO_ROUTE, "loop");
        }
        Packet next = next(flow.packet(), listener, route).from(own);
        List<Packet.Party> targets =
                route.to().stream()
                        .flatMap(to -> translating.targets(dialled, to, stand).stream())
                        .toList();
        return targets.isEmpty()
                ? told.ending(route.name(), Interpreter.Verdict.DENY, "no valid backend (500)")
                : targets.stream()
                        .flatMap(target ->
                                connect.apply(Flow.of(next.to(target), told.hops())).stream())
                        .toList();
    }

    private static Packet next(Packet packet, RelayListener listener, RelayRoute route) {
        boolean endToEnd = listener.tls() == ListenerTls.PASSTHROUGH;
        Packet bare =
                packet.proving(endToEnd ? packet.identity() : Optional.empty())
                        .translated(Optional.empty());
        return route.upstream() == Upstream.TLS
                ? bare.carrying(new Packet.Payload.Tls(Optional.empty(), packet.payload()))
                : bare;
    }

    /// The same two ends again, whatever has been wrapped around the request.
    private static boolean isLoop(Flow flow, Relay relay) {
        Packet now = flow.packet();
        return flow.hops().stream()
                .filter(hop -> hop.point().equals(relay.name()))
                .map(Interpreter.Hop::seen)
                .anyMatch(before ->
                        before.source().equals(now.source())
                                && before.destination().equals(now.destination()));
    }
}
