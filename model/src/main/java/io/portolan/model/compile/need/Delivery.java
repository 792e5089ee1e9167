package io.portolan.model.compile.need;

import io.portolan.model.compile.ground.Ground;
import io.portolan.model.compile.ground.ServiceAddresses;
import io.portolan.model.design.Cluster;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Endpoint;
import io.portolan.model.design.Flow;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.Listener;
import io.portolan.model.design.LoadBalancer;
import io.portolan.model.design.Pool;
import io.portolan.model.design.Route;
import io.portolan.model.design.Service;
import io.portolan.model.design.ServicePort;
import io.portolan.model.design.Workload;
import io.portolan.model.design.WorkloadPort;
import io.portolan.model.net.PortSet;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Follows a connection from what was dialled to who answers: through services to their pods,
/// through balancers to their members, and from gateways on to their backends.
final class Delivery {
    /// Chains of gateways and balancers longer than this are loops.
    private static final int LONGEST_CHAIN = 8;

    private final Ground ground;
    private final Design design;

    Delivery(Ground ground) {
        this.ground = ground;
        this.design = ground.design();
    }

    List<Need> of(Need dialled) {
        return follow(dialled, 0).toList();
    }

    private Stream<Need> follow(Need need, int depth) {
        Optional<Element> target = design.find(need.to());
        if (target.isEmpty() || depth > LONGEST_CHAIN) {
            return Stream.empty();
        }
        return switch (target.get()) {
            case Service service -> service(need, service, depth);
            case Gateway gateway -> Stream.concat(Stream.of(need), routed(need, gateway, depth));
            case LoadBalancer balancer ->
                    Stream.concat(Stream.of(need), pooled(need, balancer, depth));
            default -> Stream.of(need);
        };
    }

    // ---------------------------------------------------------------- services

    private Stream<Need> service(Need need, Service service, int depth) {
        return switch (service.type()) {
            case CLUSTER_IP, NODE_PORT -> backends(need, service, depth);
            case LOAD_BALANCER ->
                    ServiceAddresses.isBalanced(service) && isOutside(need, service)
                            ? Stream.concat(
                                    Stream.of(need),
                                    backends(
                                            need.onwards(service.id(), need.snat()),
                                            service,
                                            depth))
                            : backends(need, service, depth);
            case HEADLESS ->
                    Kube.backends(ground, service).stream()
                            .flatMap(pod -> follow(to(need, pod.id(), need.port()), depth + 1));
            case EXTERNAL_NAME ->
                    named(service.externalName())
                            .flatMap(e -> follow(to(need, e.id(), need.port()), depth + 1));
        };
    }

    private boolean isOutside(Need need, Service service) {
        return !ground.clusterOf(need.from()).equals(ground.clusterOf(service.id()));
    }

    private Stream<Need> backends(Need need, Service service, int depth) {
        List<Element> pods = Kube.backends(ground, service);
        return service.ports().stream()
                .filter(port -> asksFor(need, port))
                .flatMap(port ->
                        pods.stream()
                                .flatMap(pod ->
                                        follow(to(need, pod.id(), target(port, pod)), depth + 1)));
    }

    private static boolean asksFor(Need need, ServicePort port) {
        boolean transport = need.protocol().transport().filter(port.protocol()::equals).isPresent();
        return transport && includes(need.port(), port.port());
    }

    private static boolean includes(Need.Port asked, int port) {
        return switch (asked) {
            case Need.Port.Numbers(PortSet ports) -> ports.contains(port);
            case Need.Port.Named _ -> false;
            case Need.Port.All() -> true;
        };
    }

    /// The container port behind a service port; a name is looked up at the workload.
    private static Need.Port target(ServicePort port, Element pod) {
        Optional<String> target = port.target();
        if (target.isEmpty()) {
            return new Need.Port.Numbers(PortSet.of(port.port()));
        }
        if (target.get().matches("[0-9]{1,5}")) {
            return new Need.Port.Numbers(PortSet.of(Integer.parseInt(target.get())));
        }
        return pod instanceof Workload workload
                ? numbered(workload, port, target.get())
                : new Need.Port.Named(target.get());
    }

    private static Need.Port numbered(Workload workload, ServicePort port, String name) {
        return workload.ports().stream()
                .filter(p -> p.name().filter(name::equals).isPresent())
                .filter(p -> p.protocol() == port.protocol())
                .map(WorkloadPort::port)
                .findFirst()
                .<Need.Port>map(number -> new Need.Port.Numbers(PortSet.of(number)))
                .orElseGet(() -> new Need.Port.Named(name));
    }

    private Stream<Endpoint> named(Optional<String> name) {
        return design.all(Endpoint.class)
                .filter(e -> name.filter(Names.of(e)::contains).isPresent());
    }

    private static Need to(Need need, ElementId to, Need.Port port) {
        return new Need(
                need.flow(), need.from(), need.snat(), need.start(), to, need.protocol(), port);
    }

    // ---------------------------------------------------------------- gateways and balancers

    /// A gateway opens connections of its own to the backends of the routes that the flow can take.
    private Stream<Need> routed(Need need, Gateway gateway, int depth) {
        return gateway.routes().stream()
                .filter(route -> takes(need.flow(), gateway, route, need.port()))
                .flatMap(route -> follow(opened(need, gateway, route), depth + 1));
    }

    private static Need opened(Need need, Gateway gateway, Route route) {
        Need.Port port = new Need.Port.Numbers(PortSet.of(route.port()));
        return Need.direct(need.flow(), gateway.id(), route.backend(), port);
    }

    private static boolean takes(Flow flow, Gateway gateway, Route route, Need.Port dialled) {
        Optional<String> name = flow.host().or(flow::serverName);
        boolean host =
                name.isEmpty()
                        || route.hostnames().isEmpty()
                        || route.hostnames().stream().anyMatch(h -> Names.matches(h, name.get()));
        return host
                && gateway.listeners().stream()
                        .filter(l -> route.listener().map(l.name()::equals).orElse(true))
                        .map(Listener::port)
                        .anyMatch(port -> includes(dialled, port));
    }

    private Stream<Need> pooled(Need need, LoadBalancer balancer, int depth) {
        return balancer.pools().stream()
                .filter(pool ->
                        need.protocol().transport().filter(pool.protocol()::equals).isPresent())
                .filter(pool -> includes(need.port(), pool.port()))
                .flatMap(
                        pool -> members(need.onwards(balancer.id(), balancer.snat()), pool, depth));
    }

    private Stream<Need> members(Need need, Pool pool, int depth) {
        Need.Port port = new Need.Port.Numbers(PortSet.of(pool.memberPort()));
        return pool.members().stream()
                .flatMap(member ->
                        design.find(member, Cluster.class)
                                .map(cluster ->
                                        nodePort(
                                                to(need, cluster.id(), port),
                                                cluster,
                                                pool.memberPort(),
                                                depth))
                                .orElseGet(() -> follow(to(need, member, port), depth + 1)));
    }

    /// A balancer that sends to the nodes of a cluster reaches the pods of the service there.
    private Stream<Need> nodePort(Need need, Cluster cluster, int nodePort, int depth) {
        Stream<Need> behind =
                design.all(Service.class)
                        .filter(s -> ground.clusterOf(s.id()).filter(cluster::equals).isPresent())
                        .flatMap(s ->
                                s.ports().stream()
                                        .filter(p ->
                                                p.nodePort().filter(n -> n == nodePort).isPresent())
                                        .flatMap(p ->
                                                Kube.backends(ground, s).stream()
                                                        .flatMap(pod ->
                                                                follow(
                                                                        to(
                                                                                need.onwards(
                                                                                        cluster
                                                                                                .id(),
                                                                                        need
                                                                                                .snat()),
                                                                                pod.id(),
                                                                                target(p, pod)),
                                                                        depth + 1))));
        return Stream.concat(Stream.of(need), behind);
    }
}
