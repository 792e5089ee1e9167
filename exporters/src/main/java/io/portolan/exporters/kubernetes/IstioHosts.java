package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.mesh.istio.Exports;
import io.portolan.exporters.mesh.istio.KnownHost;
import io.portolan.exporters.mesh.istio.MeshService;
import io.portolan.exporters.mesh.route.Dialled;
import io.portolan.exporters.mesh.route.Hosts;
import io.portolan.exporters.mesh.route.ServiceRoutes;
import io.portolan.exporters.mesh.route.Speech;
import io.portolan.model.compile.StandIns;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.HostPort;
import io.portolan.model.design.Service;
import io.portolan.model.design.ServicePort;
import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PeerKind;
import io.portolan.model.policy.Text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The registry of an Istio mesh: the Services of the cluster and the hosts of ServiceEntries.
final class IstioHosts {
    /// The usual domain of a cluster; manifests do not say another.
    private static final String DOMAIN = "svc.cluster.local";

    private static final Expr<Peer> POD = Expr.is(new Peer.OfKind(PeerKind.POD));

    private final ClusterEstate estate;
    private final NamedServices services;
    private final List<Entry> entries = new ArrayList<>();

    IstioHosts(ClusterEstate estate) {
        this.estate = estate;
        this.services = new NamedServices(estate);
    }

    /// A host that a ServiceEntry registers.
    void register(Manifest entry, String host, List<Cidr> addresses, List<HostPort> ports) {
        entries.add(new Entry(entry, host, addresses, same(ports)));
    }

    /// As an object registers it.
    private record Entry(
            Manifest object, String host, List<Cidr> addresses, List<ServicePort> ports) {
        KnownHost known(Exports exports) {
            Expr<Peer> named = Expr.is(new Peer.Domain(new Text.Exact(host)));
            Expr<Peer> peers = addresses.isEmpty() ? named : Expr.anyOf(named, at(addresses));
            return new KnownHost(
                    object.namespace(), host, peers, drawn(), ports, exports.ofService(object));
        }

        Expr<Peer> drawn() {
            return addresses.isEmpty()
                    ? Expr.allOf(
                            at(List.of(StandIns.ELEMENTS)),
                            Expr.is(new Peer.Domain(new Text.Exact(host))))
                    : at(addresses);
        }
    }

    private static List<ServicePort> same(List<HostPort> ports) {
        return ports.stream()
                .map(p ->
                        new ServicePort(
                                p.application().or(() -> Optional.of("tcp")),
                                p.protocol(),
                                p.port(),
                                Optional.empty(),
                                Optional.empty()))
                .toList();
    }

    List<KnownHost> all(Exports exports) {
        return Stream.concat(
                        estate.all(Service.class).map(s -> host(s, exports)),
                        entries.stream().map(e -> e.known(exports)))
                .toList();
    }

    private KnownHost host(Service service, Exports exports) {
        String namespace = estate.namespaceOf(service);
        Expr<Peer> peers = peers(service);
        return new KnownHost(
                namespace,
                name(service),
                peers,
                peers,
                service.ports(),
                exports.ofServices(namespace));
    }

    private String name(Service service) {
        return "%s.%s.%s".formatted(service.label(), estate.namespaceOf(service), DOMAIN);
    }

    private Expr<Peer> peers(Service service) {
        return Expr.anyOf(services.pods(service), address(service));
    }

    /// A pod of unknown address has none of a Service.
    private static Expr<Peer> address(Service service) {
        List<Cidr> addresses = service.allAddresses().stream().map(Address::asBlock).toList();
        return addresses.isEmpty() ? Expr.none() : Expr.allOf(at(addresses), Expr.not(POD));
    }

    /// All of them as routes speak of them.
    Hosts dialled() {
        Stream<Dialled> outside = entries.stream().map(IstioHosts::outside);
        return new Hosts(Stream.concat(services.dialled().stream(), outside).toList());
    }

    private static Dialled outside(Entry entry) {
        return new Dialled(
                entry.object().namespace(),
                entry.host(),
                ServiceRoutes.entry(entry.object().namespace(), entry.object().name()),
                entry.drawn(),
                Optional.empty(),
                entry.ports().stream()
                        .map(p -> new Dialled.Port(p, Speech.of(p, Optional.empty())))
                        .toList());
    }

    /// The Services as clients dial them.
    List<MeshService> services() {
        Set<ElementId> sharing = services.sharing();
        return estate.all(Service.class).map(s -> dialled(s, sharing.contains(s.id()))).toList();
    }

    private MeshService dialled(Service service, boolean shares) {
        Expr<Peer> pods = services.pods(service);
        Expr<Peer> open = new Expr.Unknown<>("which Service of the pods is dialled is not said");
        return new MeshService(
                estate.namespaceOf(service),
                name(service),
                address(service),
                shares ? Expr.allOf(pods, open) : pods,
                service.ports());
    }

    private static Expr<Peer> at(List<Cidr> blocks) {
        return Expr.is(new Peer.At(blocks));
    }
}
