package io.portolan.model.compile.need;

import io.portolan.model.compile.ground.Meshes;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Mesh;
import io.portolan.model.design.MeshProduct;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Traffic;

import java.util.List;
import java.util.Optional;

/// The ports that a connection between two members of meshes shows on the wire.
public final class Wire {
    private final Meshes meshes;

    public Wire(Meshes meshes) {
        this.meshes = meshes;
    }

    /// What a packet filter sees of the connection: the tunnel's port between two captured ends.
    public Expr<Traffic> traffic(Need need) {
        Optional<Mesh> client = meshes.of(need.from());
        Optional<Mesh> server = meshes.of(need.to());
        boolean tunnelled =
                need.protocol().equals(Protocol.TCP)
                        && client.isPresent()
                        && server.isPresent()
                        && trusts(client.get(), server.get());
        return tunnelled
                ? onWire(need, ports(client.get().product(), server.get().product()))
                : need.traffic();
    }

    private static Expr<Traffic> onWire(Need need, List<Integer> ports) {
        List<Expr<Traffic>> terms =
                ports.stream()
                        .map(p -> p == 0 ? need.traffic() : Terms.to(Transport.TCP, PortSet.of(p)))
                        .toList();
        return Terms.union(terms);
    }

    /// Two data planes prove identities to each other if they are one mesh, or both Istio with the
    /// same trust domain.
    public static boolean trusts(Mesh one, Mesh other) {
        return one.id().equals(other.id())
                || (isIstio(one)
                        && isIstio(other)
                        && Meshes.trustDomain(one).equals(Meshes.trustDomain(other)));
    }

    static boolean isIstio(Mesh mesh) {
        return switch (mesh.product()) {
            case ISTIO_SIDECAR, ISTIO_AMBIENT -> true;
            case LINKERD, CONSUL -> false;
        };
    }

    /// 0 is the application's port; two mean that either may be used.
    public static List<Integer> ports(MeshProduct client, MeshProduct server) {
        int clients = Meshes.wirePort(client);
        int servers = Meshes.wirePort(server);
        return clients == 0 && servers != 0
                ? List.of(servers, 0)
                : List.of(Math.max(clients, servers));
    }

    /// The members whose address is meant in no tunnel.
    boolean isMeshed(ElementId id) {
        return meshes.of(id).isPresent();
    }
}
