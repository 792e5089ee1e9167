package io.portolan.model.reach;

import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;
import io.portolan.model.policy.ConnectionState;
import io.portolan.model.reach.Alternative.Ending;
import io.portolan.model.reach.Connecting.Client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Walks the stages of a path for a set of ports at once.
final class PathEvaluator {
    private final Connecting connecting;

    PathEvaluator(Parts parts, Connecting.Listening listening) {
        this(parts, new Judging(parts.deciding()), listening);
    }

    PathEvaluator(Parts parts, Points.Asking asking, Connecting.Listening listening) {
        connecting = new Connecting(parts, asking, listening);
    }

    /// What is asked about: any of the `from` to any of the `to`.
    record Ask(
            List<Party> from,
            List<Party> to,
            Protocol protocol,
            PortSet ports,
            Content content,
            Client client,
            Waypoints waypoints) {
        Ask(
                List<Party> from,
                List<Party> to,
                Protocol protocol,
                PortSet ports,
                Content content,
                Client client) {
            this(from, to, protocol, ports, content, client, Waypoints.NONE);
        }
    }

    Answer answer(Ask ask) {
        return Answer.of(ask.ports(), alternatives(ask));
    }

    /// Every way that the connection may go.
    List<Alternative> alternatives(Ask ask) {
        List<Alternative> all = new ArrayList<>();
        Spoken spoken = new Spoken(ask.protocol());
        for (Party from : ask.from()) {
            for (Party to : ask.to()) {
                if (meet(from, to)) {
                    all.addAll(
                            ask.waypoints()
                                    .chosen(
                                            connecting.connect(
                                                    dialled(ask, from, to, spoken), ask.client())));
                }
            }
        }
        if (all.isEmpty() && !ask.from().isEmpty() && !ask.to().isEmpty()) {
            all.addAll(
                    dialled(ask, ask.from().getFirst(), ask.to().getFirst(), spoken)
                            .ending(
                                    Stage.of("addresses", ""),
                                    Ending.NO_ROUTE,
                                    "the two ends have no address family in common"));
        }
        return all;
    }

    /// Pairs of one address family; an unknown address may be of either.
    private static boolean meet(Party from, Party to) {
        return from.addresses().isEmpty()
                || to.addresses().isEmpty()
                || from.addresses().first().v6() == to.addresses().first().v6();
    }

    private static Alternative dialled(Ask ask, Party from, Party to, Spoken spoken) {
        return Alternative.of(
                        new Packet(
                                spoken,
                                from,
                                to,
                                ask.content(),
                                Optional.empty(),
                                ConnectionState.NEW,
                                Optional.empty()),
                        ask.ports())
                .by(Itinerary.of(ask.waypoints().via()));
    }
}
