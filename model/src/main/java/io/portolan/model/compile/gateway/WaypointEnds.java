package io.portolan.model.compile.gateway;

import io.portolan.model.compile.ground.Ground;
import io.portolan.model.compile.need.Kube;
import io.portolan.model.compile.need.Seen;
import io.portolan.model.compile.need.Terms;
import io.portolan.model.compile.need.Wire;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.ExternalApi;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.GatewayProduct;
import io.portolan.model.design.Mesh;
import io.portolan.model.design.MeshProduct;
import io.portolan.model.design.Service;
import io.portolan.model.design.Waypoint;
import io.portolan.model.design.Workload;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Between whom a waypoint is put: the clients that go by way of it, and what they dial.
final class WaypointEnds {
    /// A pod of unknown address has none of a Service.
    private static final Expr<Peer> NOT_PODS = Expr.not(Terms.pods());

    private final Ground ground;

    WaypointEnds(Ground ground) {
        this.ground = ground;
    }

    /// The members of the waypoint's own mesh. A sidecar may send by way of it: releases differ.
    /// Gateways connect past it, and so do waypoints.
    Expr<Peer> clients(Mesh mesh) {
        List<Expr<Peer>> proxies =
                proxies(g -> isOfIstio(g.product()) || g.waypoint().isPresent()).toList();
        Expr<Peer> own = Terms.group(mesh.id().value());
        List<Expr<Peer>> clients = new ArrayList<>();
        clients.add(proxies.isEmpty() ? own : Expr.allOf(own, Expr.not(new Expr.AnyOf<>(proxies))));
        ground.design()
                .all(Mesh.class)
                .filter(m -> m.product() == MeshProduct.ISTIO_SIDECAR && Wire.trusts(m, mesh))
                .map(m -> perhaps(Terms.group(m.id().value()), "a sidecar uses waypoints"))
                .forEach(clients::add);
        return Terms.union(clients);
    }

    /// Gateways of Istio, where a Service asks them to use its waypoint: istiod has a setting
    /// (ENABLE_INGRESS_WAYPOINT_ROUTING) that must allow it.
    Expr<Peer> gateways() {
        Expr<Peer> ingress =
                new Expr.AnyOf<>(
                        proxies(g -> isOfIstio(g.product()) && g.waypoint().isEmpty()).toList());
        return perhaps(ingress, "istiod lets gateways use waypoints");
    }

    private static Expr<Peer> perhaps(Expr<Peer> peers, String what) {
        return Expr.allOf(peers, new Expr.Unknown<>("whether " + what + " is not said"));
    }

    /// Pods of gateways; one without labels cannot be told from other pods.
    private Stream<Expr<Peer>> proxies(Predicate<Gateway> wanted) {
        return ground.design()
                .all(Gateway.class)
                .filter(wanted)
                .filter(g -> !Kube.labels(ground, g).isEmpty())
                .flatMap(g -> pods(g).stream());
    }

    private static boolean isOfIstio(GatewayProduct product) {
        return switch (product) {
            case ISTIO_INGRESS, ISTIO_EGRESS, ISTIO_EAST_WEST, ISTIO_WAYPOINT -> true;
            case ENVOY, NGINX, NGINX_PLUS, AWS_ALB, CONSUL_TERMINATING -> false;
        };
    }

    private Optional<Expr<Peer>> pods(Element element) {
        return ground.clusterOf(element.id()).map(c -> Kube.podsOf(ground, c, element));
    }

    // ---------------------------------------------------------------- what is dialled

    /// Services by their address, workloads by their pods.
    Expr<Peer> dialled(List<ElementId> some, Waypoint of) {
        List<Expr<Peer>> ends = new ArrayList<>();
        some.stream()
                .flatMap(id -> ground.design().find(id).stream())
                .flatMap(e -> dialled(e, of))
                .forEach(ends::add);
        return Terms.union(ends);
    }

    private Stream<Expr<Peer>> dialled(Element element, Waypoint of) {
        return switch (element) {
            case Service service ->
                    Stream.ofNullable(ground.services().get(service.id()))
                            .map(all -> Expr.allOf(Seen.addresses(all), NOT_PODS));
            case Workload workload -> pods(workload).map(p -> apart(p, workload, of)).stream();
            case ExternalApi api -> outside(api);
            default -> Stream.empty();
        };
    }

    private static Stream<Expr<Peer>> outside(ExternalApi api) {
        Stream<Expr<Peer>> named =
                api.names().stream().map(name -> Expr.is(new Peer.Domain(new Text.Exact(name))));
        return api.ranges().isEmpty() ? named : Stream.of(Terms.at(api.ranges()));
    }

    /// Labels may select other pods too, which the waypoint does not serve.
    private Expr<Peer> apart(Expr<Peer> pods, Workload workload, Waypoint of) {
        boolean alone =
                ground.design()
                        .all(Workload.class)
                        .filter(w -> w.parent().equals(workload.parent()))
                        .filter(w ->
                                w.labels().entrySet().containsAll(workload.labels().entrySet()))
                        .allMatch(w -> of.serves().contains(w.id()));
        return alone ? pods : perhaps(pods, "a waypoint serves pods of the same labels");
    }
}
