package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.mesh.istio.KnownHost;
import io.portolan.model.compile.StandIns;
import io.portolan.model.design.HostPort;
import io.portolan.model.design.Service;
import io.portolan.model.design.ServicePort;
import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The registry of an Istio mesh: the Services of the cluster and the hosts of ServiceEntries.
final class IstioHosts {
    /// The usual domain of a cluster; manifests do not say another.
    private static final String DOMAIN = "svc.cluster.local";

    private final ClusterEstate estate;
    private final NamedServices services;
    private final List<KnownHost> entries = new ArrayList<>();

    IstioHosts(ClusterEstate estate) {
        this.estate = estate;
        this.services = new NamedServices(estate);
    }

    /// A host that a ServiceEntry registers.
    void register(Manifest entry, String host, List<Cidr> addresses, List<HostPort> ports) {
        String namespace = entry.namespace();
        Expr<Peer> named = Expr.is(new Peer.Domain(new Text.Exact(host)));
        Expr<Peer> peers = addresses.isEmpty() ? named : Expr.anyOf(named, at(addresses));
        Expr<Peer> drawn =
                addresses.isEmpty()
                        ? Expr.allOf(at(List.of(StandIns.ELEMENTS)), named)
                        : at(addresses);
        List<String> exportedTo =
                KnownHost.exportedTo(entry.spec().get("exportTo").texts(), namespace);
        entries.add(new KnownHost(namespace, host, peers, drawn, same(ports), exportedTo));
    }

    private static List<ServicePort> same(List<HostPort> ports) {
        return ports.stream()
                .map(p ->
                        new ServicePort(
                                Optional.empty(),
                                p.protocol(),
                                p.port(),
                                Optional.empty(),
                                Optional.empty()))
                .toList();
    }

    List<KnownHost> all() {
        return Stream.concat(estate.all(Service.class).map(this::host), entries.stream()).toList();
    }

    private KnownHost host(Service service) {
        String namespace = estate.namespaceOf(service);
        String host = "%s.%s.%s".formatted(service.label(), namespace, DOMAIN);
        Expr<Peer> peers = peers(service);
        return new KnownHost(namespace, host, peers, peers, service.ports(), List.of());
    }

    private Expr<Peer> peers(Service service) {
        List<Expr<Peer>> ends = new ArrayList<>(List.of(services.pods(service)));
        service.address().map(Address::asBlock).ifPresent(a -> ends.add(at(List.of(a))));
        return new Expr.AnyOf<>(ends);
    }

    private static Expr<Peer> at(List<Cidr> blocks) {
        return Expr.is(new Peer.At(blocks));
    }
}
