package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.model.design.Service;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
}
