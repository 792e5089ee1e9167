package io.portolan.exporters.mesh.istio;

import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Leg;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Traffic;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// PeerAuthentications that disable mutual TLS: clients with a sidecar then send plaintext, which
/// proves nobody's identity. What only one of several says that concern the same pods is open.
public final class PlaintextServers {
    private static final String DISABLE = "DISABLE";
    private static final Expr<Traffic> TCP = Expr.is(Traffic.to(Transport.TCP, PortSet.ALL));

    private final MeshScope scope;
    private final List<Manifest> all;

    /// Of `objects`, which passed the check, it reads the PeerAuthentications.
    public PlaintextServers(MeshScope scope, List<Manifest> objects) {
        this.scope = scope;
        this.all =
                objects.stream()
                        .filter(o -> o.kind().equals("PeerAuthentication"))
                        .filter(o -> !isIgnored(o))
                        .toList();
    }

    /// Connections in plaintext between members of the mesh.
    public List<Leg> legs(List<MeshService> services) {
        return Stream.concat(
                        all.stream().flatMap(this::ofPods),
                        services.stream().flatMap(this::ofService))
                .map(match -> new Leg(scope.mesh(), scope.mesh(), match, List.of()))
                .toList();
    }

    private Stream<Match> ofPods(Manifest one) {
        Expr<Peer> pods = scope.governed(one.namespace(), selector(one));
        boolean alone = all.stream().noneMatch(other -> mayComeBefore(other, one));
        return traffic(one)
                .map(traffic -> Match.any().to(alone ? pods : perhaps(pods)).on(traffic));
    }

    /// Those of workloads come before those of namespaces, which come before those of the mesh.
    private boolean mayComeBefore(Manifest other, Manifest one) {
        boolean near = isOfMesh(one) || other.namespace().equals(one.namespace());
        return !other.equals(one) && near && rank(other) <= rank(one);
    }

    private int rank(Manifest one) {
        if (!selector(one).requirements().isEmpty()) {
            return 0;
        }
        return isOfMesh(one) ? 2 : 1;
    }

    /// Nobody reads one for workloads in the root namespace.
    private boolean isIgnored(Manifest one) {
        return isOfMesh(one) && rank(one) == 0;
    }

    private boolean isOfMesh(Manifest one) {
        return one.namespace().equals(scope.rootNamespace());
    }

    private static Expr<Peer> perhaps(Expr<Peer> peers) {
        return Expr.allOf(
                peers, new Expr.Unknown<>("which PeerAuthentication holds is not followed"));
    }

    /// The ports on which clients send plaintext.
    private static Stream<Expr<Traffic>> traffic(Manifest one) {
        PortSet named = PortSet.NONE;
        PortSet plain = PortSet.NONE;
        for (var port : ports(one).entrySet()) {
            PortSet number = PortSet.parse(port.getKey());
            named = named.union(number);
            plain = isDisabled(port.getValue()) ? plain.union(number) : plain;
        }
        PortSet others = isDisabled(one.spec().get("mtls")) ? named.complement() : PortSet.NONE;
        PortSet sent = plain.union(others);
        return sent.isEmpty()
                ? Stream.empty()
                : Stream.of(Expr.is(Traffic.to(Transport.TCP, sent)));
    }

    /// At the address of a Service it is open whether a pod with such a port answers.
    private Stream<Match> ofService(MeshService service) {
        List<Manifest> near =
                all.stream()
                        .filter(m -> m.namespace().equals(service.namespace()) || isOfMesh(m))
                        .toList();
        boolean some = near.stream().anyMatch(m -> traffic(m).findAny().isPresent());
        boolean sure =
                near.size() == 1
                        && isDisabled(near.getFirst().spec().get("mtls"))
                        && ports(near.getFirst()).isEmpty()
                        && selector(near.getFirst()).requirements().isEmpty();
        return some
                ? Stream.of(
                        Match.any()
                                .to(sure ? service.address() : perhaps(service.address()))
                                .on(TCP))
                : Stream.empty();
    }

    private static Map<String, Part> ports(Manifest one) {
        return selector(one).requirements().isEmpty()
                ? Map.of()
                : one.spec().get("portLevelMtls").fields();
    }

    private static LabelSelector selector(Manifest one) {
        return LabelSelector.read(one.spec().get("selector"));
    }

    private static boolean isDisabled(Part mtls) {
        return mtls.get("mode").text("").equals(DISABLE);
    }
}
