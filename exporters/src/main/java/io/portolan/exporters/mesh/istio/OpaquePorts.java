package io.portolan.exporters.mesh.istio;

import io.portolan.exporters.mesh.route.Dialled;
import io.portolan.exporters.mesh.route.Speech;
import io.portolan.model.design.ServicePort;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Request;
import io.portolan.model.policy.Traffic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// Ports of pods whose Services say that something else than HTTP is spoken there (Istio: "Protocol
/// Selection"). A sidecar looks for no requests in it: an allowing rule with HTTP conditions never
/// matches, and a denying one matches by the rest.
final class OpaquePorts {
    private final String rootNamespace;
    private final List<Dialled> services;
    private final Map<String, List<Opaque>> byNamespace = new HashMap<>();

    OpaquePorts(MeshScope scope, List<Dialled> services) {
        this.rootNamespace = scope.rootNamespace();
        this.services = services;
    }

    /// The pods that have such a port.
    private record Opaque(Expr<Traffic> port, Expr<Peer> pods) {}

    /// A policy as sidecars read it.
    AuthorizationReader.Read seen(AuthorizationReader.Read read) {
        if (read.policy().rules().stream().noneMatch(r -> asksForRequests(r.match()))) {
            return read;
        }
        List<Opaque> all = byNamespace.computeIfAbsent(read.namespace(), this::of);
        return all.isEmpty() ? read : read.seeing(match -> seen(match, read.action(), all));
    }

    private static boolean asksForRequests(Match match) {
        return !(match.request() instanceof Expr.Any<Request>);
    }

    private static Stream<Match> seen(Match match, AuthorizationAction action, List<Opaque> all) {
        if (!asksForRequests(match)) {
            return Stream.of(match);
        }
        return switch (action) {
            case ALLOW -> elsewhere(match, all);
            case DENY -> Stream.concat(Stream.of(match), there(match, all));
            case CUSTOM -> Stream.of(match);
        };
    }

    private static Stream<Match> there(Match match, List<Opaque> all) {
        return all.stream()
                .map(o ->
                        match.asking(Expr.any())
                                .to(IstioText.both(match.destination(), o.pods()))
                                .on(IstioText.both(match.traffic(), o.port())));
    }

    /// On such a port other pods, and all other ports.
    private static Stream<Match> elsewhere(Match match, List<Opaque> all) {
        Expr<Traffic> ports = IstioText.union(all.stream().map(Opaque::port));
        return Stream.concat(
                all.stream()
                        .map(o ->
                                match.to(IstioText.both(match.destination(), Expr.not(o.pods())))
                                        .on(IstioText.both(match.traffic(), o.port()))),
                Stream.of(match.on(IstioText.both(match.traffic(), Expr.not(ports)))));
    }

    // ---------------------------------------------------------------- which ones

    private List<Opaque> of(String namespace) {
        SequencedMap<Expr<Traffic>, List<Expr<Peer>>> pods = new LinkedHashMap<>();
        List<Dialled> near = near(namespace);
        near.forEach(service ->
                service.ports().stream()
                        .filter(OpaquePorts::isOpaque)
                        .map(port -> DestinationRules.target(port.port()))
                        .forEach(target ->
                                pods.computeIfAbsent(target, _ -> new ArrayList<>())
                                        .addAll(service.pods().stream().toList())));
        return pods.entrySet().stream()
                .map(e -> new Opaque(e.getKey(), undisputed(e.getKey(), e.getValue(), near)))
                .toList();
    }

    private List<Dialled> near(String namespace) {
        return services.stream()
                .filter(s -> s.pods().isPresent())
                .filter(s -> namespace.equals(rootNamespace) || namespace.equals(s.namespace()))
                .toList();
    }

    private static boolean isOpaque(Dialled.Port port) {
        return port.speech() == Speech.TCP || port.speech() == Speech.TLS;
    }

    /// Without pods of which another Service may say something else of the port.
    private static Expr<Peer> undisputed(
            Expr<Traffic> target, List<Expr<Peer>> pods, List<Dialled> all) {
        List<Expr<Peer>> others =
                all.stream()
                        .filter(s -> s.ports().stream().anyMatch(p -> disputes(p, target)))
                        .flatMap(s -> s.pods().stream())
                        .toList();
        Expr<Peer> some = new Expr.AnyOf<>(pods);
        return others.isEmpty() ? some : Expr.allOf(some, Expr.not(new Expr.AnyOf<>(others)));
    }

    /// A name may be that of any number.
    private static boolean disputes(Dialled.Port port, Expr<Traffic> target) {
        Expr<Traffic> other = DestinationRules.target(port.port());
        boolean known = isNamed(port.port()) == isNamed(target);
        return !isOpaque(port) && port.speech() != Speech.UDP && (!known || other.equals(target));
    }

    private static boolean isNamed(ServicePort port) {
        return isNamed(DestinationRules.target(port));
    }

    private static boolean isNamed(Expr<Traffic> target) {
        return target instanceof Expr.Is<Traffic>(Traffic.NamedPort _);
    }
}
