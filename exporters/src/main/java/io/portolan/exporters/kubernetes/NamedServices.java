package io.portolan.exporters.kubernetes;

import io.portolan.exporters.kubernetes.networkpolicy.PodPoint;
import io.portolan.model.design.Service;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        if (service.selector().isEmpty()) {
            return Expr.none();
        }
        List<Expr<Peer>> terms = new ArrayList<>(PodPoint.podsOf(estate.cluster().value()));
        terms.add(
                label(
                        LabelOwner.NAMESPACE,
                        "kubernetes.io/metadata.name",
                        estate.namespaceOf(service)));
        service.selector().forEach((k, v) -> terms.add(label(LabelOwner.WORKLOAD, k, v)));
        return new Expr.AllOf<>(terms);
    }

    private static Expr<Peer> label(LabelOwner owner, String key, String value) {
        return Expr.is(new Peer.Labelled(owner, key, new Text.Exact(value)));
    }
}
