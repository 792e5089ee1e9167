package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Service;
import io.portolan.model.design.Workload;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;

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
