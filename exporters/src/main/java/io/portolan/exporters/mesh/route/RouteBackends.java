package io.portolan.exporters.mesh.route;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Rewrite;

import java.util.List;
import java.util.Optional;

/// Whom the rules of routes of the Gateway API send to. A mesh needs no ReferenceGrant for Services
/// of other namespaces (GEP-1294).
final class RouteBackends {
    private final Hosts hosts;

    RouteBackends(Hosts hosts) {
        this.hosts = hosts;
    }

    /// Any of them may be chosen; none: the proxy answers itself.
    List<Rewrite> of(Part rule, Manifest route) {
        List<String> filters =
                rule.get("filters").items().stream().map(f -> f.get("type").text("")).toList();
        if (filters.contains("RequestRedirect")) {
            return List.of();
        }
        if (filters.contains("ExtensionRef")) {
            return List.of(Step.unknown("what a filter of another kind does is not followed"));
        }
        List<Rewrite> to = to(rule, route);
        return filters.contains("URLRewrite") ? hosts.rewritten(to) : to;
    }

    private List<Rewrite> to(Part rule, Manifest route) {
        return rule.get("backendRefs").items().stream()
                .filter(ref -> ref.get("weight").number().orElse(1) > 0)
                .map(ref -> one(ref, route))
                .toList();
    }

    private Rewrite one(Part ref, Manifest route) {
        String name = ref.get("name").text("");
        String namespace = ref.get("namespace").text(route.namespace());
        String kind = ref.get("kind").text("Service");
        Optional<Integer> port = ref.get("port").number();
        Optional<Dialled> host =
                hosts.findService(namespace, name)
                        .filter(h -> kind.equals("Service") && h.pods().isPresent());
        if (host.isEmpty()) {
            return Step.unknown(
                    "it is sent to %s %s/%s, of which no manifest says more"
                            .formatted(kind, namespace, name));
        }
        return port.flatMap(host.get()::port)
                .map(p -> host.get().to(p, host.get().pods().orElse(Expr.none())))
                .orElse(Step.NOBODY);
    }
}
