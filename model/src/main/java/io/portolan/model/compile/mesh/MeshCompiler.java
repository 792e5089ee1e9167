package io.portolan.model.compile.mesh;

import io.portolan.model.compile.ground.Ground;
import io.portolan.model.compile.need.Kube;
import io.portolan.model.compile.need.Terms;
import io.portolan.model.compile.need.Wire;
import io.portolan.model.design.Design;
import io.portolan.model.design.Mesh;
import io.portolan.model.design.MeshProduct;
import io.portolan.model.design.MtlsMode;
import io.portolan.model.design.Service;
import io.portolan.model.design.ServiceType;
import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Capture;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.Leg;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The data planes of meshes: whose connections they take over, and between whom they prove
/// identities.
public final class MeshCompiler {
    /// Ports that an Istio sidecar never takes over: health, metrics.
    private static final PortSet NOT_CAPTURED = PortSet.of(15021, 15090);

    private final Ground ground;
    private final Design design;

    public MeshCompiler(Ground ground) {
        this.ground = ground;
        this.design = ground.design();
    }

    /// Whose connections the proxies take.
    public List<Capture> captures() {
        return design.all(Mesh.class).map(MeshCompiler::capture).toList();
    }

    private static Capture capture(Mesh mesh) {
        Match tcp = Terms.any().on(Terms.to(Transport.TCP, PortSet.ALL));
        Match inbound =
                mesh.product() == MeshProduct.ISTIO_SIDECAR && !mesh.identityAssumed()
                        ? Terms.any().on(Terms.to(Transport.TCP, NOT_CAPTURED.complement()))
                        : tcp;
        String id = mesh.id().value();
        return new Capture(id, Terms.group(id), tcp, inbound);
    }

    /// How connections travel between members whose meshes trust each other.
    public List<Leg> legs() {
        List<Mesh> meshes = design.all(Mesh.class).toList();
        List<Leg> legs = new ArrayList<>();
        for (Mesh client : meshes) {
            for (Mesh server : meshes) {
                if (Wire.trusts(client, server) && server.mtls() != MtlsMode.DISABLE) {
                    legs.add(leg(client, server));
                }
            }
        }
        return legs;
    }

    private Leg leg(Mesh client, Mesh server) {
        boolean assumed = client.identityAssumed() && server.identityAssumed();
        boolean sidecar = client.product() == MeshProduct.ISTIO_SIDECAR && !assumed;
        return new Leg(
                client.id().value(),
                server.id().value(),
                sidecar ? Terms.any().to(registered()) : Terms.any(),
                Wire.ports(client.product(), server.product()));
    }

    /// A sidecar uses mutual TLS towards what its registry knows: services by their address, pods
    /// behind headless ones, and those that stand for a service that is not drawn.
    private Expr<Peer> registered() {
        Registry registry = new Registry(ground);
        List<Expr<Peer>> terms = new ArrayList<>();
        List<Cidr> addresses = addresses();
        if (!addresses.isEmpty()) {
            terms.add(Terms.at(addresses));
        }
        services().filter(s -> s.type() == ServiceType.HEADLESS).forEach(s -> terms.add(pods(s)));
        registry.implied().forEach(e -> terms.add(registry.pods(e)));
        registry.open().forEach(e -> terms.add(registry.perhaps(e)));
        return Terms.union(terms);
    }

    private List<Cidr> addresses() {
        return services()
                .map(s -> ground.services().get(s.id()))
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .map(Address::asBlock)
                .sorted()
                .distinct()
                .toList();
    }

    private Stream<Service> services() {
        return design.all(Service.class).filter(s -> ground.clusterOf(s.id()).isPresent());
    }

    private Expr<Peer> pods(Service service) {
        return ground.clusterOf(service.id())
                .filter(_ -> !service.selector().isEmpty())
                .map(c -> Kube.selected(c, ground.namespaceOf(service.id()), service.selector()))
                .orElseGet(Expr::none);
    }

    /// The account of a namespace as peers name it.
    static Expr<Peer> inNamespace(String namespace) {
        return Terms.label(LabelOwner.NAMESPACE, Terms.NAMESPACE_NAME, namespace);
    }
}
