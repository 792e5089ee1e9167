package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.exporters.mesh.route.Dialled;
import io.portolan.exporters.mesh.route.Speech;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Service;
import io.portolan.model.design.ServicePort;
import io.portolan.model.design.ServiceType;
import io.portolan.model.design.Workload;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.ServiceNames;
import io.portolan.model.policy.Text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The pods behind the Services of a cluster, as policies select them.
final class NamedServices {
    private final ClusterEstate estate;

    NamedServices(ClusterEstate estate) {
        this.estate = estate;
    }

    /// By the name alone: Services of one name in several namespaces are one.
    Map<String, Expr<Peer>> podsByName() {
        Map<String, List<Expr<Peer>>> all = new HashMap<>();
        estate.all(Service.class)
                .forEach(s -> all.computeIfAbsent(s.label(), _ -> new ArrayList<>()).add(pods(s)));
        Map<String, Expr<Peer>> pods = new HashMap<>();
        all.forEach((name, terms) -> pods.put(name, new Expr.AnyOf<>(terms)));
        return pods;
    }

    /// As routes of meshes speak of them. Headless ones have no address of their own to dial.
    List<Dialled> dialled() {
        return estate.all(Service.class).map(this::dialled).toList();
    }

    private Dialled dialled(Service service) {
        String namespace = estate.namespaceOf(service);
        String host = ServiceNames.of(service.label(), namespace);
        boolean hasAddress =
                switch (service.type()) {
                    case CLUSTER_IP, NODE_PORT, LOAD_BALANCER -> true;
                    case HEADLESS, EXTERNAL_NAME -> false;
                };
        return new Dialled(
                namespace,
                host,
                host,
                hasAddress ? Expr.is(new Peer.Domain(new Text.Exact(host))) : Expr.none(),
                service.type() == ServiceType.EXTERNAL_NAME
                        ? Optional.empty()
                        : Optional.of(pods(service)),
                service.ports().stream().map(p -> port(service, p)).toList());
    }

    private Dialled.Port port(Service service, ServicePort port) {
        return new Dialled.Port(
                port, Speech.of(port, estate.appProtocols().of(service.id(), port.port())));
    }

    /// The pods that a Service selects; none where it has no selector.
    Expr<Peer> pods(Service service) {
        return service.selector().isEmpty()
                ? Expr.none()
                : LabelSelector.ofLabels(service.selector())
                        .pods(estate.cluster().value(), Optional.of(estate.namespaceOf(service)));
    }

    /// The Services of which some pod is behind another one as well.
    Set<ElementId> sharing() {
        Map<Optional<ElementId>, List<Service>> byNamespace =
                estate.all(Service.class).collect(Collectors.groupingBy(Service::parent));
        Set<ElementId> sharing = new HashSet<>();
        estate.all(Workload.class)
                .map(w ->
                        byNamespace.getOrDefault(w.parent(), List.of()).stream()
                                .filter(s -> isBehind(w, s))
                                .map(Service::id)
                                .toList())
                .filter(services -> services.size() > 1)
                .forEach(sharing::addAll);
        return sharing;
    }

    private static boolean isBehind(Workload pods, Service service) {
        return !service.selector().isEmpty()
                && pods.labels().entrySet().containsAll(service.selector().entrySet());
    }
}
