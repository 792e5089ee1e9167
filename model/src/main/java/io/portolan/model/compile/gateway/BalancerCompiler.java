package io.portolan.model.compile.gateway;

import io.portolan.model.compile.ground.Addresses;
import io.portolan.model.compile.ground.Ground;
import io.portolan.model.compile.ground.ServiceAddresses;
import io.portolan.model.compile.need.Kube;
import io.portolan.model.compile.need.Terms;
import io.portolan.model.compile.route.Routing;
import io.portolan.model.design.Cluster;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.ExternalTrafficPolicy;
import io.portolan.model.design.LoadBalancer;
import io.portolan.model.design.Pool;
import io.portolan.model.design.Service;
import io.portolan.model.design.ServicePort;
import io.portolan.model.design.ServiceType;
import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Estate;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Forwarding;
import io.portolan.model.policy.Forwarding.NextHop;
import io.portolan.model.policy.Hook;
import io.portolan.model.policy.NatTable;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PortTarget;
import io.portolan.model.policy.Rewrite;
import io.portolan.model.policy.Target;
import io.portolan.model.policy.Translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Those that are dialled themselves and pass the connection on with another destination: load
/// balancers, the balancers in front of services, and nodes with node ports. Each is a device with
/// one interface.
public final class BalancerCompiler {
    private static final String FACE = "lb";

    private final Ground ground;
    private final Estate estate;
    private final Routing routing;

    public BalancerCompiler(Ground ground, Estate estate, Routing routing) {
        this.ground = ground;
        this.estate = estate;
        this.routing = routing;
    }

    /// A translating member with its table.
    public record Balancer(Forwarding forwarding, NatTable table) {}

    /// Everything that balances, in the order of the design.
    public List<Balancer> balancers() {
        List<Balancer> all = new ArrayList<>();
        for (Element element : ground.design().elements().values()) {
            List<Translation> translations =
                    switch (element) {
                        case LoadBalancer lb -> pools(lb);
                        case Service s when ServiceAddresses.isBalanced(s) -> service(s);
                        case Cluster c when ground.hasNodes(c) -> nodePorts(c);
                        default -> List.of();
                    };
            if (!translations.isEmpty()) {
                all.add(balancer(element.id(), translations));
            }
        }
        return all;
    }

    private Balancer balancer(ElementId id, List<Translation> translations) {
        String name = id.value();
        NatTable table =
                new NatTable(name + "/balance", name, Hook.PREROUTING, Expr.any(), translations);
        return new Balancer(forwarding(id), table);
    }

    private Forwarding forwarding(ElementId id) {
        String segment = ground.segments().of(id);
        Forwarding.Interface face = new Forwarding.Interface(FACE, FACE, "", segment, address(id));
        List<Forwarding.Entry> entries = new ArrayList<>();
        Stream.concat(routing.prefixes(segment).stream(), podRanges(segment))
                .distinct()
                .forEach(p -> entries.add(entry(p, new NextHop.Attached(FACE))));
        for (ElementId device : ground.gateways(segment)) {
            entries.add(entry(Cidr.all(false), new NextHop.Via(FACE, device.value())));
            entries.add(entry(Cidr.all(true), new NextHop.Via(FACE, device.value())));
        }
        return new Forwarding(id.value(), List.of(face), entries);
    }

    /// In the network of the nodes an overlay does not hide the pods: nodes know them all.
    private Stream<Cidr> podRanges(String segment) {
        return ground.design()
                .all(Cluster.class)
                .filter(c -> ground.segments().of(c.id()).equals(segment))
                .flatMap(c -> c.podRanges().stream());
    }

    private static Forwarding.Entry entry(Cidr prefix, NextHop next) {
        return new Forwarding.Entry("", prefix, next);
    }

    private Address address(ElementId id) {
        return estate.find(id.value())
                .map(m -> m.addresses().getFirst().first())
                .orElse(Address.lowest(false));
    }

    // ---------------------------------------------------------------- translations

    private List<Translation> pools(LoadBalancer balancer) {
        Target source =
                balancer.snat()
                        .<Target>map(a -> new Target.Pool(List.of(a.asBlock())))
                        .orElseGet(Target.Unchanged::new);
        return balancer.pools().stream()
                .map(pool ->
                        translation(
                                balancer.id() + ":" + pool.name(),
                                dialled(balancer.id()),
                                pool.protocol(),
                                pool.port(),
                                source,
                                new Rewrite(
                                        members(pool), new PortTarget.ToNumber(pool.memberPort()))))
                .toList();
    }

    private Expr<Peer> dialled(ElementId id) {
        return Terms.at(estate.find(id.value()).map(Estate.Member::addresses).orElse(List.of()));
    }

    private Target members(Pool pool) {
        List<Expr<Peer>> members =
                pool.members().stream()
                        .flatMap(id -> ground.design().find(id).stream())
                        .map(this::member)
                        .toList();
        return new Target.Backends(Terms.union(members));
    }

    private Expr<Peer> member(Element element) {
        Optional<Cluster> cluster = ground.clusterOf(element.id());
        return switch (element) {
            case Cluster c -> ServiceCompiler.nodes(c.id());
            case Service s when cluster.isPresent() ->
                    Kube.behind(cluster.get(), ground.namespaceOf(s.id()), s.selector());
            default ->
                    cluster.isPresent()
                            ? Kube.podsOf(ground, cluster.get(), element)
                            : dialled(element.id());
        };
    }

    private List<Translation> service(Service service) {
        List<Translation> all = new ArrayList<>();
        all.addAll(translations(service, at(service.atBalancer()), false));
        new OtherPorts(ground).of(service, service.atBalancer()).forEach(all::add);
        return all;
    }

    private List<Translation> nodePorts(Cluster cluster) {
        LocalBackends local = new LocalBackends(ground, cluster);
        return ground.design()
                .all(Service.class)
                .filter(s -> ground.clusterOf(s.id()).filter(cluster::equals).isPresent())
                .flatMap(s -> onNodes(cluster, s).flatMap(t -> local.atNodes(s, t).stream()))
                .toList();
    }

    /// At the node ports of any node, and at the ports of the service where a node has one of its
    /// external addresses.
    private Stream<Translation> onNodes(Cluster cluster, Service service) {
        List<Translation> all = new ArrayList<>();
        List<Address> external = ServiceAddresses.atNodes(cluster, service);
        if (!external.isEmpty()) {
            all.addAll(translations(service, at(external), false));
        }
        if (service.type() == ServiceType.NODE_PORT
                || service.type() == ServiceType.LOAD_BALANCER) {
            all.addAll(translations(service, dialled(cluster.id()), true));
        }
        return all.stream();
    }

    private static Expr<Peer> at(List<Address> addresses) {
        return Terms.at(Addresses.blocks(addresses));
    }

    private List<Translation> translations(Service service, Expr<Peer> dialled, boolean onNodes) {
        Cluster cluster = ground.clusterOf(service.id()).orElseThrow();
        ServiceCompiler services = new ServiceCompiler(ground);
        List<Translation> all = new ArrayList<>();
        for (ServicePort port : service.ports()) {
            Optional<Integer> number = onNodes ? port.nodePort() : Optional.of(port.port());
            number.ifPresent(n ->
                    all.add(
                            translation(
                                    service.id() + ":" + n,
                                    dialled,
                                    port.protocol(),
                                    n,
                                    client(service, cluster),
                                    new Rewrite(
                                            services.backends(cluster, service),
                                            ServiceCompiler.target(port)))));
        }
        return all;
    }

    /// With `externalTrafficPolicy: Cluster` the node may hide the client, or not; a balancer that
    /// takes connections over may show its own address.
    private static Target client(Service service, Cluster cluster) {
        List<Target> seen = new ArrayList<>();
        if (service.externalTrafficPolicy() == ExternalTrafficPolicy.CLUSTER
                && !cluster.nodeRanges().isEmpty()) {
            seen.add(new Target.Pool(cluster.nodeRanges()));
        }
        if (service.proxied() && ServiceAddresses.isBalanced(service)) {
            seen.add(new Target.Pool(Addresses.blocks(service.atBalancer())));
        }
        seen.add(new Target.Unchanged());
        return seen.size() == 1 ? seen.getFirst() : new Target.OneOf(seen);
    }

    private static Translation translation(
            String name,
            Expr<Peer> dialled,
            Transport transport,
            int port,
            Target source,
            Rewrite destination) {
        return new Translation(
                name,
                Terms.any().to(dialled).on(Terms.to(transport, PortSet.of(port))),
                new Rewrite(source, new PortTarget.Keep()),
                destination,
                Terms.builtIn("balances " + name));
    }
}
