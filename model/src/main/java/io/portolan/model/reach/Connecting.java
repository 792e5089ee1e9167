package io.portolan.model.reach;

import io.portolan.model.net.PortSet;
import io.portolan.model.policy.Capture;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Estate.Member;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Relay;
import io.portolan.model.reach.Alternative.Ending;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One connection, end to end, through every stage in its order: client proxy, service translation,
/// wire, client's policies, source translation, devices, server's policies, replies, server proxy,
/// listener.
final class Connecting {
    private final PlanIndex plan;
    private final Points points;
    private final Translating translating;
    private final Meshing meshing;
    private final Walking walking;
    private final WayBack wayBack;
    private final Relaying relaying;
    private final Listening listening;

    /// Whether it counts that somebody listens on the port.
    enum Listening {
        CHECKED,
        IGNORED
    }

    /// Whether the client's workload uses its own proxy, or avoids it, as an attacker can.
    enum Client {
        HONEST,
        BYPASSING
    }

    Connecting(Parts parts, Points.Asking asking, Listening listening) {
        this.plan = parts.plan();
        this.points = new Points(plan, asking);
        this.translating = parts.translating();
        this.meshing = new Meshing(parts);
        this.walking = new Walking(plan, parts.roster(), points, translating);
        this.wayBack = new WayBack(plan, parts.roster());
        this.relaying = new Relaying(points, translating, next -> connect(next, Client.HONEST));
        this.listening = listening;
    }

    List<Alternative> connect(Alternative dialled, Client client) {
        List<Meshing.Captured> proxies =
                client == Client.BYPASSING
                        ? List.of(Meshing.Captured.none(dialled.ports()))
                        : meshing.captures(Direction.OUT, dialled.packet(), dialled.ports());
        List<Alternative> all = new ArrayList<>();
        proxies.forEach(proxy -> all.addAll(sent(proxy.of(dialled), proxy)));
        return all;
    }

    private List<Alternative> sent(Alternative dialled, Meshing.Captured client) {
        Packet asDialled = dialled.packet();
        Alternative atProxy =
                points.visit(dialled, new Site.Workload(Direction.OUT, Place.PROXY, client.name()));
        List<Alternative> all =
                client.capture().isPresent() ? meshing.interposed(atProxy) : List.of(atProxy);
        all = beside(all, Direction.OUT, Place.SOCKET);
        all = Alternative.each(all, translating::toBackends);
        all = Alternative.each(all, a -> meshing.onWire(serving(a), client, asDialled));
        all = beside(all, Direction.OUT, Place.NIC);
        all = beside(all, Direction.OUT, Place.SUBNET);
        all = Alternative.each(all, translating::fromNode);
        all = Alternative.each(all, a -> walking.travel(a, asDialled.source()));
        all = beside(all, Direction.IN, Place.SUBNET);
        all = beside(all, Direction.IN, Place.NIC);
        all = Alternative.each(all, this::replied);
        return Alternative.each(all, this::arrived);
    }

    private static Alternative serving(Alternative alternative) {
        return alternative.serving(alternative.packet().destination().port());
    }

    private List<Alternative> beside(List<Alternative> all, Direction direction, Place place) {
        return Alternative.each(all, a -> List.of(points.beside(a, direction, place)));
    }

    private List<Alternative> replied(Alternative alternative) {
        Alternative replied = points.replied(alternative);
        Optional<String> device = wayBack.stranger(replied);
        return List.of(device.map(d -> asymmetric(replied, d)).orElse(replied));
    }

    private static Alternative asymmetric(Alternative alternative, String device) {
        Stage stage = Stage.of("reply: " + device, device);
        return alternative
                .noting(stage, Outcome.UNDEFINED, "asymmetric path: it may know no session")
                .judged(List.of(), PortSet.NONE, alternative.ports());
    }

    /// Delivered: a relay opens the next connection, a captured workload asks its proxy, then
    /// someone must listen.
    private List<Alternative> arrived(Alternative alternative) {
        Packet packet = alternative.packet();
        Alternative atApp =
                alternative.with(packet.to(packet.destination().on(alternative.appPort())));
        Optional<Relay> relay =
                alternative
                        .onward()
                        .map(Onward::relay)
                        .or(() -> plan.relayAt(packet.destination().name()));
        if (relay.isPresent()) {
            return relaying.arrived(atApp, relay.get());
        }
        List<Alternative> all = new ArrayList<>();
        for (Meshing.Captured server :
                meshing.captures(Direction.IN, atApp.packet(), atApp.ports())) {
            all.addAll(served(server.of(atApp), server.capture()));
        }
        return all;
    }

    private List<Alternative> served(Alternative alternative, Optional<Capture> server) {
        String capture = server.map(Capture::name).orElse("");
        Alternative asked =
                points.visit(alternative, new Site.Workload(Direction.IN, Place.PROXY, capture));
        return listening == Listening.CHECKED ? heard(asked) : List.of(asked);
    }

    private static List<Alternative> heard(Alternative alternative) {
        Party to = alternative.packet().destination();
        Optional<PortSet> listens = to.member().flatMap(Member::listens);
        if (listens.isEmpty() || !alternative.packet().spoken().hasPorts()) {
            return List.of(alternative);
        }
        PortSet open = to.port().in(listens.get()).surely().intersection(alternative.ports());
        PortSet deaf = alternative.ports().minus(open);
        List<Alternative> all = new ArrayList<>();
        if (!open.isEmpty()) {
            all.add(alternative.on(open));
        }
        if (!deaf.isEmpty()) {
            Stage stage = Stage.of(to.name(), to.name());
            all.addAll(alternative.on(deaf).ending(stage, Ending.DENIED, "nothing listens"));
        }
        return all;
    }
}
