package io.portolan.model.reach;

import io.portolan.model.net.PortSet;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.ListenerTls;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Relay;
import io.portolan.model.policy.RelayListener;
import io.portolan.model.policy.RelayRoute;
import io.portolan.model.policy.Request;
import io.portolan.model.policy.Upstream;
import io.portolan.model.reach.Alternative.Ending;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A proxy that ends one connection and opens the next: listener, decryption, route, backend.
final class Relaying {
    private final Points points;
    private final Translating translating;
    private final Function<Alternative, List<Alternative>> connect;

    Relaying(
            Points points,
            Translating translating,
            Function<Alternative, List<Alternative>> connect) {
        this.points = points;
        this.translating = translating;
        this.connect = connect;
    }

    /// The first listener that takes the connection; one that may take it is followed both ways.
    List<Alternative> arrived(Alternative alternative, Relay relay) {
        Packet packet = alternative.packet();
        Turns<RelayListener> turns =
                Turns.of(relay.listeners(), alternative.ports(), l -> takes(l, packet, relay));
        Alternative told =
                turns.doubtful()
                        .map(l ->
                                alternative.doubting(
                                        stage(relay),
                                        "the listener %s takes it".formatted(l.name()),
                                        Doubts.matches(wanted(l, packet), inside(relay, packet))))
                        .orElse(alternative);
        List<Alternative> all = new ArrayList<>();
        turns.turns().forEach(t -> all.addAll(decrypted(told.on(t.ports()), relay, t.taking())));
        if (!turns.left().isEmpty()) {
            all.addAll(told.on(turns.left()).ending(stage(relay), Ending.DENIED, "no listener"));
        }
        return all;
    }

    /// What a listener asks of a packet, as a match.
    private static Match wanted(RelayListener listener, Packet packet) {
        Match ports = Match.any().on(listener.ports());
        boolean tls = packet.content() instanceof Content.Tls;
        return listener.hostname()
                .map(name -> tls ? new Request.ServerName(name) : new Request.Host(name))
                .map(name -> ports.asking(Expr.is(name)))
                .orElse(ports);
    }

    private static Stage stage(Relay relay) {
        return Stage.of(relay.name(), relay.endpoint());
    }

    private static Truth takes(RelayListener listener, Packet packet, Relay relay) {
        return Matching.matches(Match.any().on(listener.ports()), inside(relay, packet))
                .and(RequestAtoms.hostname(listener.hostname(), packet.content()));
    }

    private static Sight inside(Relay relay, Packet packet) {
        return new Sight(packet, new Site.InRelay(relay.name()), packet.destination().member());
    }

    private List<Alternative> decrypted(
            Alternative alternative, Relay relay, RelayListener listener) {
        Packet packet = alternative.packet();
        if (listener.tls() == ListenerTls.TERMINATE
                && packet.content() instanceof Content.Tls(_, var inner)) {
            packet = packet.carrying(inner);
        } else if (listener.tls() != ListenerTls.NONE && packet.content() instanceof Content.Http) {
            return alternative.ending(
                    Stage.of(listener.name(), relay.endpoint()),
                    Ending.DENIED,
                    "plaintext on a TLS listener");
        }
        Alternative asked = points.visit(alternative.with(packet), new Site.InRelay(relay.name()));
        return routed(asked, relay, listener);
    }

    private List<Alternative> routed(Alternative alternative, Relay relay, RelayListener listener) {
        List<Alternative> all = new ArrayList<>();
        Alternative lost = follow(alternative, relay, listener, all);
        if (lost.ports().isEmpty()) {
            return all;
        }
        all.addAll(
                lost.ending(
                        Stage.of(listener.name(), relay.endpoint()),
                        Ending.DENIED,
                        "no route (404)"));
        if (!listener.isolated()) {
            for (RelayListener other : relay.listeners()) {
                PortSet may =
                        takes(other, lost.packet(), relay).possibly().intersection(lost.ports());
                if (!other.equals(listener) && !may.isEmpty()) {
                    follow(lost.on(may), relay, other, all);
                }
            }
        }
        return all;
    }

    /// Adds what the routes of this listener do; what none of them surely takes.
    private Alternative follow(
            Alternative alternative, Relay relay, RelayListener listener, List<Alternative> into) {
        Sight sight = inside(relay, alternative.packet());
        Turns<RelayRoute> turns =
                Turns.of(
                        listener.routes(),
                        alternative.ports(),
                        route -> Matching.request(route.match(), sight));
        Alternative told =
                turns.doubtful()
                        .map(route ->
                                alternative.doubting(
                                        stage(relay, route),
                                        "the route %s takes it".formatted(route.name()),
                                        Doubts.matches(Match.any().asking(route.match()), sight)))
                        .orElse(alternative);
        turns.turns()
                .forEach(t ->
                        into.addAll(forwarded(told.on(t.ports()), relay, listener, t.taking())));
        return told.on(turns.left());
    }

    private static Stage stage(Relay relay, RelayRoute route) {
        return new Stage(relay.name(), relay.endpoint(), Optional.of(route.remark().origin()));
    }

    private List<Alternative> forwarded(
            Alternative alternative, Relay relay, RelayListener listener, RelayRoute route) {
        Stage stage = stage(relay, route);
        Alternative told = alternative.noting(stage, Outcome.ALLOW, route.name());
        if (told.isLoop()) {
            return told.ending(stage, Ending.NO_ROUTE, "loop");
        }
        List<Alternative> all = new ArrayList<>();
        for (Party own : translating.self(relay.endpoint(), PortView.chosen())) {
            Packet next = next(told.packet(), listener, route).from(own);
            for (Party target : targets(told, route, own)) {
                all.addAll(connect.apply(told.anew(next.to(target))));
            }
        }
        return all.isEmpty() ? told.ending(stage, Ending.DENIED, "no valid backend (500)") : all;
    }

    private List<Party> targets(Alternative alternative, RelayRoute route, Party own) {
        Party dialled =
                alternative
                        .onward()
                        .map(Onward::dialled)
                        .orElse(alternative.packet().destination());
        Stand stand = new Stand(List.of(own), own.member().map(m -> m.realm()).orElse(""));
        return route.to().stream()
                .flatMap(to -> translating.targets(dialled, to, stand).stream())
                .toList();
    }

    private static Packet next(Packet packet, RelayListener listener, RelayRoute route) {
        boolean endToEnd = listener.tls() == ListenerTls.PASSTHROUGH;
        Packet bare =
                packet.proving(endToEnd ? packet.identity() : Optional.empty())
                        .translated(Optional.empty());
        return route.upstream() == Upstream.TLS
                ? bare.carrying(new Content.Tls(Fact.ABSENT, packet.content()))
                : bare;
    }
}
