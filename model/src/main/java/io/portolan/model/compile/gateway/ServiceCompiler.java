package io.portolan.model.compile.gateway;

import io.portolan.model.compile.ground.Ground;
import io.portolan.model.compile.ground.ServiceAddresses;
import io.portolan.model.compile.need.Kube;
import io.portolan.model.compile.need.Seen;
import io.portolan.model.compile.need.Terms;
import io.portolan.model.design.Cluster;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.Service;
import io.portolan.model.design.ServicePort;
import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Hook;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.NatTable;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PeerKind;
import io.portolan.model.policy.PortTarget;
import io.portolan.model.policy.Rewrite;
import io.portolan.model.policy.Target;
import io.portolan.model.policy.Translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a cluster translates at the node of the client: service addresses to pods, and pod
/// addresses to the node's on the way out.
public final class ServiceCompiler {
    private static final String PROXIED =
            "whether nodes leave it to the balancer, as ipMode Proxy asks, is not said";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");

    private final Ground ground;

    public ServiceCompiler(Ground ground) {
        this.ground = ground;
    }

    /// A table for each cluster that has services.
    public List<NatTable> tables() {
        List<NatTable> tables = new ArrayList<>();
        for (Cluster cluster : ground.design().all(Cluster.class).toList()) {
            List<Service> dialled = dialled(cluster);
            add(tables, cluster, "/services", Hook.SERVICE, services(cluster, dialled));
            new OutsideClients(ground, this).table(cluster, dialled).ifPresent(tables::add);
            add(tables, cluster, "/masquerade", Hook.EGRESS, leaving(cluster));
        }
        return tables;
    }

    private static void add(
            List<NatTable> tables,
            Cluster cluster,
            String name,
            Hook hook,
            List<Translation> translations) {
        String id = cluster.id().value();
        if (!translations.isEmpty()) {
            tables.add(new NatTable(id + name, id, hook, clients(cluster), translations));
        }
    }

    /// Pods, nodes and what runs in their network.
    private static Expr<Peer> clients(Cluster cluster) {
        return Terms.label(LabelOwner.CLUSTER, Terms.NAME, cluster.id().value());
    }

    private List<Service> dialled(Cluster cluster) {
        return ground.design()
                .all(Service.class)
                .filter(s -> ground.services().containsKey(s.id()))
                .filter(s -> ground.clusterOf(s.id()).filter(cluster::equals).isPresent())
                .toList();
    }

    private List<Translation> services(Cluster cluster, List<Service> dialled) {
        OtherPorts others = new OtherPorts(ground);
        return Stream.concat(
                        dialled.stream().flatMap(s -> translations(cluster, s)),
                        dialled.stream().flatMap(s -> others.onNodes(s, addresses(s))))
                .toList();
    }

    private Stream<Translation> translations(Cluster cluster, Service service) {
        List<Address> inside =
                service.nodeLocal()
                        ? ServiceAddresses.inside(ground.services(), service)
                        : List.of();
        List<Address> proxied = service.proxied() ? service.atBalancer() : List.of();
        List<Address> others =
                addresses(service).stream()
                        .filter(a -> !inside.contains(a) && !proxied.contains(a))
                        .toList();
        LocalBackends local = new LocalBackends(ground, cluster);
        return Stream.of(
                        translations(cluster, service, inside)
                                .flatMap(t -> local.ofClients(service, t)),
                        translations(cluster, service, proxied).map(ServiceCompiler::perhaps),
                        translations(cluster, service, others))
                .flatMap(translations -> translations);
    }

    /// From release 1.30 on the proxy of Kubernetes obeys; nobody says what others do.
    private static Translation perhaps(Translation of) {
        return new Translation(
                of.name(),
                of.match().from(new Expr.Unknown<>(PROXIED)),
                of.source(),
                of.destination(),
                of.remark());
    }

    private Stream<Translation> translations(
            Cluster cluster, Service service, List<Address> addresses) {
        BackendFamilies families = new BackendFamilies(ground, cluster);
        Map<Boolean, List<Address>> served =
                addresses.stream()
                        .collect(Collectors.partitioningBy(a -> families.serve(service, a)));
        return served.entrySet().stream()
                .filter(e -> !e.getValue().isEmpty())
                .flatMap(e -> {
                    Target to =
                            e.getKey()
                                    ? backends(cluster, service)
                                    : new Target.Backends(Expr.none());
                    return service.ports().stream()
                            .map(port -> translation(service, e.getValue(), port, to));
                });
    }

    private List<Address> addresses(Service service) {
        return ground.services().getOrDefault(service.id(), List.of());
    }

    private static Translation translation(
            Service service, List<Address> addresses, ServicePort port, Target to) {
        return new Translation(
                service.id() + ":" + port.port(),
                Terms.any()
                        .to(Seen.addresses(addresses))
                        .on(Terms.to(port.protocol(), PortSet.of(port.port()))),
                Rewrite.NONE,
                new Rewrite(to, target(port)),
                Terms.builtIn("service " + service.label()));
    }

    Target backends(Cluster cluster, Service service) {
        Expr<Peer> pods =
                service.selector().isEmpty()
                        ? new Expr.Unknown<>(
                                "the endpoints of a Service without selector are not said")
                        : Kube.behind(
                                cluster, ground.namespaceOf(service.id()), service.selector());
        return new Target.Backends(pods);
    }

    static PortTarget target(ServicePort port) {
        return port.target()
                .map(ServiceCompiler::target)
                .orElseGet(() -> new PortTarget.ToNumber(port.port()));
    }

    private static PortTarget target(String text) {
        return NUMBER.matcher(text).matches()
                ? new PortTarget.ToNumber(Integer.parseInt(text))
                : new PortTarget.ToName(text);
    }

    // ---------------------------------------------------------------- on the way out

    private List<Translation> leaving(Cluster cluster) {
        List<Translation> translations = new ArrayList<>();
        ground.design()
                .all(Gateway.class)
                .filter(g -> ground.clusterOf(g.id()).filter(cluster::equals).isPresent())
                .forEach(g -> snat(cluster, g).ifPresent(translations::add));
        if (ground.masquerades(cluster)) {
            translations.add(masquerade(cluster));
        }
        return translations;
    }

    private Optional<Translation> snat(Cluster cluster, Gateway gateway) {
        return gateway.snat()
                .map(address ->
                        source(
                                gateway.id() + " snat",
                                Kube.podsOf(ground, cluster, gateway),
                                cluster,
                                new Target.Pool(List.of(address.asBlock()))));
    }

    private static Translation masquerade(Cluster cluster) {
        return source("masquerade", Terms.pods(), cluster, new Target.Own());
    }

    /// Only what leaves the cluster is translated.
    private static Translation source(
            String name, Expr<Peer> from, Cluster cluster, Target address) {
        List<Cidr> inside =
                Stream.of(cluster.podRanges(), cluster.nodeRanges(), cluster.serviceRanges())
                        .flatMap(List::stream)
                        .sorted()
                        .distinct()
                        .toList();
        Expr<Peer> ours =
                Expr.anyOf(
                        Terms.at(inside),
                        Terms.label(LabelOwner.CLUSTER, Terms.NAME, cluster.id().value()));
        return new Translation(
                name,
                Terms.any().from(from).to(Expr.not(ours)),
                new Rewrite(address, new PortTarget.Keep()),
                Rewrite.NONE,
                Terms.builtIn("pods leave the cluster with another address"));
    }

    /// The nodes of a cluster, for those who translate on them.
    static Expr<Peer> nodes(ElementId cluster) {
        return Expr.allOf(
                Expr.is(new Peer.OfKind(PeerKind.NODE)),
                Terms.label(LabelOwner.CLUSTER, Terms.NAME, cluster.value()));
    }
}
