package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The members of a mesh whose proxy obeys routes for clients. Gateways have routes of their own,
/// and connections that annotations keep from the proxy have none.
final class RoutingClients {
    private static final Set<String> KEPT =
            Set.of(
                    "traffic.sidecar.istio.io/excludeOutboundPorts",
                    "traffic.sidecar.istio.io/excludeOutboundIPRanges",
                    "traffic.sidecar.istio.io/includeOutboundPorts",
                    "traffic.sidecar.istio.io/includeOutboundIPRanges",
                    "config.linkerd.io/skip-outbound-ports",
                    "config.linkerd.io/skip-subnets");

    private final ClusterEstate estate;
    private final IstioReader istio;

    RoutingClients(ClusterEstate estate, IstioReader istio) {
        this.estate = estate;
        this.istio = istio;
    }

    Expr<Peer> of(Expr<Peer> members) {
        List<Expr<Peer>> terms = new ArrayList<>(List.of(members));
        List<Expr<Peer>> gateways = gateways();
        if (!gateways.isEmpty()) {
            terms.add(Expr.not(new Expr.AnyOf<>(gateways)));
        }
        List<Expr<Peer>> kept = estate.annotations().podsSaying(KEPT, estate.cluster().value());
        if (!kept.isEmpty()) {
            String why = "which connections an annotation keeps from the proxy is not followed";
            terms.add(Expr.anyOf(Expr.not(new Expr.AnyOf<>(kept)), new Expr.Unknown<>(why)));
        }
        return terms.size() == 1 ? members : new Expr.AllOf<>(terms);
    }

    private List<Expr<Peer>> gateways() {
        String cluster = estate.cluster().value();
        List<Expr<Peer>> all = new ArrayList<>();
        istio.objects().stream()
                .filter(o -> o.kind().equals("Gateway"))
                .map(o -> LabelSelector.ofLabels(o.spec().get("selector").strings()))
                .filter(pods -> !pods.requirements().isEmpty())
                .distinct()
                .forEach(pods -> all.add(pods.pods(cluster, Optional.empty())));
        istio.parts()
                .gateways()
                .proxies()
                .forEach(proxy ->
                        all.add(
                                LabelSelector.ofLabels(proxy.labels())
                                        .pods(cluster, Optional.of(proxy.namespace()))));
        return all;
    }
}
