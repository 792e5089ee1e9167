package io.portolan.exporters.mesh.istio;

import io.portolan.exporters.mesh.route.Dialled;
import io.portolan.exporters.mesh.route.Hosts;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Leg;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Which TLS a client speaks follows from whom it is sent to, not from what it dials: where some
/// Service is not sent mutual TLS, that is open for all who go by a route.
public final class LegsBehindRoutes {
    private static final String WHY = "which TLS is spoken behind a route is not followed";

    private final Set<String> routed;
    private final List<Dialled> hosts;

    public LegsBehindRoutes(Predicate<Dialled> isRouted, Hosts all) {
        this.hosts = all.all().stream().filter(isRouted).toList();
        this.routed = hosts.stream().map(Dialled::host).collect(Collectors.toUnmodifiableSet());
    }

    /// A Service whose own rules may not be those that hold.
    public MeshService seen(MeshService service) {
        return routed.contains(service.host())
                ? new MeshService(
                        service.namespace(),
                        service.host(),
                        Expr.allOf(service.address(), new Expr.Unknown<>(WHY)),
                        service.pods(),
                        service.ports())
                : service;
    }

    /// Perhaps in plaintext; before all other legs.
    public List<Leg> legs(String client, List<String> servers) {
        return hosts.stream()
                .flatMap(host -> servers.stream().map(to -> leg(client, to, host.address())))
                .toList();
    }

    private static Leg leg(String client, String server, Expr<Peer> dialled) {
        Expr<Peer> perhaps = new Expr.Unknown<>(WHY);
        return new Leg(client, server, Match.any().from(perhaps).to(dialled), List.of());
    }
}
