package io.portolan.model.compile.mesh;

import io.portolan.model.compile.ground.Ground;
import io.portolan.model.compile.need.Kube;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.Listener;
import io.portolan.model.design.RuleSource;
import io.portolan.model.design.Service;
import io.portolan.model.design.Workload;
import io.portolan.model.design.WorkloadPort;
import io.portolan.model.net.PortSet;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What a mesh knows as services beside those that are drawn. In a cluster that is drawn to be
/// built, a workload that declares its ports and has no service in front of it stands for its
/// service as well, and so does a gateway. Elsewhere nobody can tell.
final class Registry {
    private final Ground ground;
    private final Set<ElementId> served = new HashSet<>();

    Registry(Ground ground) {
        this.ground = ground;
        ground.design()
                .all(Service.class)
                .flatMap(service -> Kube.backends(ground, service).stream())
                .forEach(pod -> served.add(pod.id()));
    }

    /// Members without a drawn service that stand for one.
    List<Element> implied() {
        return unserved().filter(e -> isPlanned(e) && !ports(e).isEmpty()).toList();
    }

    /// Members without a drawn service of which it is open whether they have one.
    List<Element> open() {
        return unserved().filter(e -> !isPlanned(e) || ports(e).isEmpty()).toList();
    }

    private Stream<Element> unserved() {
        return ground.design().elements().values().stream()
                .filter(e -> e instanceof Workload || e instanceof Gateway)
                .filter(e -> ground.meshes().of(e.id()).isPresent())
                .filter(e -> !served.contains(e.id()));
    }

    private boolean isPlanned(Element element) {
        return ground.clusterOf(element.id())
                .filter(c -> c.policy() == RuleSource.DERIVED)
                .isPresent();
    }

    /// The ports that the element declares.
    static PortSet ports(Element element) {
        return switch (element) {
            case Workload w ->
                    PortSet.of(w.ports().stream().mapToInt(WorkloadPort::port).toArray());
            case Gateway g -> PortSet.of(g.listeners().stream().mapToInt(Listener::port).toArray());
            default -> PortSet.NONE;
        };
    }

    Expr<Peer> pods(Element element) {
        return ground.clusterOf(element.id())
                .map(c -> Kube.podsOf(ground, c, element))
                .orElseGet(Expr::none);
    }

    /// The same as somebody of whom it is open whether the mesh knows them.
    Expr<Peer> perhaps(Element element) {
        return Expr.allOf(
                pods(element),
                new Expr.Unknown<>("whether " + element.id() + " has a service is not drawn"));
    }
}
