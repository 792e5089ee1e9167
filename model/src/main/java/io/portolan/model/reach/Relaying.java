package io.portolan.model.reach;

import io.portolan.model.net.PortSet;
import io.portolan.model.policy.ListenerTls;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Relay;
import io.portolan.model.policy.RelayListener;
import io.portolan.model.policy.RelayRoute;
import io.portolan.model.policy.Upstream;
import io.portolan.model.reach.Alternative.Ending;
import io.portolan.model.reach.Alternative.Stage;

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
        List<Alternative> all = new ArrayList<>();
        PortSet left = alternative.ports();
        for (RelayListener listener : relay.listeners()) {
            Truth truth = takes(listener, alternative.packet(), relay);
            PortSet may = left.intersection(truth.possibly());
            if (!may.isEmpty()) {
                all.addAll(decrypted(alternative.on(may), relay, listener));
                left = left.minus(truth.surely());
            }
        }
        if (!left.isEmpty()) {
            all.addAll(alternative.on(left).ending(stage(relay), Ending.DENIED, "no listener"));
        }
        return all;
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
        PortSet left = follow(alternative, relay, listener, all);
        if (left.isEmpty()) {
            return all;
        }
        Alternative lost = alternative.on(left);
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

    /// Adds what the routes of this listener do; the ports that none of them surely takes.
    private PortSet follow(
            Alternative alternative, Relay relay, RelayListener listener, List<Alternative> into) {
        PortSet left = alternative.ports();
        for (RelayRoute route : listener.routes()) {
            Truth truth = Matching.request(route.match(), inside(relay, alternative.packet()));
            PortSet may = left.intersection(truth.possibly());
            if (!may.isEmpty()) {
                into.addAll(forwarded(alternative.on(may), relay, listener, route));
                left = left.minus(truth.surely());
            }
        }
        return left;
    }

    private List<Alternative> forwarded(
            Alternative alternative, Relay relay, RelayListener listener, RelayRoute route) {
        Stage stage =
                new Stage(relay.name(), relay.endpoint(), Optional.of(route.remark().origin()));
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
