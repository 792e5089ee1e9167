package io.portolan.model.compile.gateway;

import io.portolan.model.compile.ground.Ground;
import io.portolan.model.compile.need.Terms;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.Mesh;
import io.portolan.model.design.Waypoint;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.ListenerTls;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Relay;
import io.portolan.model.policy.RelayListener;
import io.portolan.model.policy.RelayRoute;
import io.portolan.model.policy.Rewrite;
import io.portolan.model.policy.Traffic;
import io.portolan.model.policy.Upstream;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Waypoints as relays that proxies of the mesh put in between. What a waypoint serves shares one
/// relay; a Service of which policies speak at the waypoint has its own.
final class WaypointCompiler {
    private static final Expr<Traffic> TCP = Terms.to(Transport.TCP, PortSet.ALL);

    private final WaypointEnds ends;
    private final Ground ground;
    private final Set<String> governed;

    WaypointCompiler(Ground ground) {
        this.ground = ground;
        this.ends = new WaypointEnds(ground);
        this.governed =
                ground.design().observed().points().stream()
                        .map(EnforcementPoint::position)
                        .flatMap(WaypointCompiler::relay)
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> relay(Position position) {
        return position instanceof Position.AtRelay(var name) ? Stream.of(name) : Stream.empty();
    }

    /// None for other gateways, and none for a waypoint of no mesh.
    List<Relay> relays(Gateway gateway) {
        Optional<Mesh> mesh = ground.meshes().of(gateway.id());
        List<Relay> relays = new ArrayList<>();
        if (mesh.isPresent()) {
            gateway.waypoint().ifPresent(w -> add(gateway, w, mesh.get(), relays));
        }
        return relays;
    }

    private void add(Gateway gateway, Waypoint waypoint, Mesh mesh, List<Relay> into) {
        byRelay(gateway, waypoint.serves())
                .forEach((name, ids) -> into.add(relay(gateway, name, ends.clients(mesh), ids)));
        byRelay(gateway, waypoint.servesGateways())
                .forEach((name, ids) -> into.add(relay(gateway, name, ends.gateways(), ids)));
    }

    private SequencedMap<String, List<ElementId>> byRelay(Gateway gateway, List<ElementId> ids) {
        SequencedMap<String, List<ElementId>> relays = new LinkedHashMap<>();
        for (ElementId id : ids) {
            String own = Waypoint.relay(gateway.id(), id);
            String name = governed.contains(own) ? own : gateway.id().value();
            relays.computeIfAbsent(name, _ -> new ArrayList<>()).add(id);
        }
        return relays;
    }

    private Relay relay(Gateway gateway, String name, Expr<Peer> clients, List<ElementId> serves) {
        Expr<Peer> to = ends.dialled(serves, gateway.waypoint().orElseThrow());
        return new Relay(
                name,
                gateway.id().value(),
                Terms.any().from(clients).to(isSeen(gateway, to)).on(TCP),
                List.of(listener(gateway)));
    }

    /// A waypoint without listeners is one that somebody refers to and nobody has seen: if there is
    /// none, the mesh connects past it.
    private static Expr<Peer> isSeen(Gateway gateway, Expr<Peer> to) {
        String why = "whether there is a waypoint %s is not said".formatted(gateway.id());
        return gateway.listeners().isEmpty() ? Expr.allOf(to, new Expr.Unknown<>(why)) : to;
    }

    private static RelayListener listener(Gateway gateway) {
        RelayRoute onward =
                new RelayRoute(
                        "onward",
                        Expr.any(),
                        List.of(Rewrite.NONE),
                        Upstream.AS_DECRYPTED,
                        Terms.builtIn("waypoint " + gateway.id()));
        return new RelayListener(
                "mesh", Expr.any(), Optional.empty(), ListenerTls.NONE, true, List.of(onward));
    }
}
