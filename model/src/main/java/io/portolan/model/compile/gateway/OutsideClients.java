package io.portolan.model.compile.gateway;

import io.portolan.model.compile.ground.Ground;
import io.portolan.model.compile.ground.ServiceAddresses;
import io.portolan.model.compile.need.Seen;
import io.portolan.model.compile.need.Terms;
import io.portolan.model.design.Cluster;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.Service;
import io.portolan.model.design.ServicePort;
import io.portolan.model.design.ServiceType;
import io.portolan.model.net.Address;
import io.portolan.model.net.PortSet;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Hook;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.NatTable;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PortTarget;
import io.portolan.model.policy.Rewrite;
import io.portolan.model.policy.Target;
import io.portolan.model.policy.Text;
import io.portolan.model.policy.Translation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whoever is in no cluster and dials a cluster address of a Service. Such an address is virtual:
/// networks carry it where somebody advertises it (serviceClusterIPs of Calico), which nothing here
/// says. Then nodes send to the pods of the Service, else nobody is there.
final class OutsideClients {
    private static final String WHY =
            "whether the cluster address of the Service is routed to a node is not said";

    private final Ground ground;
    private final ServiceCompiler services;
    private final Set<Address> shown = new HashSet<>();

    OutsideClients(Ground ground, ServiceCompiler services) {
        this.ground = ground;
        this.services = services;
        ground.design().all(Gateway.class).forEach(g -> shown.addAll(g.addresses()));
    }

    /// What nodes of the cluster make of what they dial.
    Optional<NatTable> table(Cluster cluster, List<Service> dialled) {
        List<Translation> all =
                dialled.stream().flatMap(s -> translations(cluster, s).stream()).toList();
        String id = cluster.id().value();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new NatTable(id + "/services-outside", id, Hook.SERVICE, clients(), all));
    }

    private static Expr<Peer> clients() {
        return Expr.not(
                Expr.is(new Peer.Labelled(LabelOwner.CLUSTER, Terms.NAME, new Text.Present())));
    }

    private List<Translation> translations(Cluster cluster, Service service) {
        List<Address> addresses =
                ServiceAddresses.inside(ground.services(), service).stream()
                        .filter(a -> !shown.contains(a))
                        .toList();
        if (addresses.isEmpty()) {
            return List.of();
        }
        BackendFamilies families = new BackendFamilies(ground, cluster);
        Match routed =
                Terms.any()
                        .to(
                                Seen.addresses(
                                        addresses.stream()
                                                .filter(a -> families.serve(service, a))
                                                .toList()))
                        .from(
                                isBehindUnknownBalancer(service)
                                        ? Expr.any()
                                        : new Expr.Unknown<>(WHY));
        Target backends = services.backends(cluster, service);
        List<Translation> all = new ArrayList<>();
        for (ServicePort port : service.ports()) {
            Match match = routed.on(Terms.to(port.protocol(), PortSet.of(port.port())));
            Rewrite to = new Rewrite(backends, ServiceCompiler.target(port));
            all.add(translation(service, match, to));
        }
        Rewrite nobody = new Rewrite(new Target.Backends(Expr.none()), new PortTarget.Keep());
        all.add(translation(service, Terms.any().to(Seen.addresses(addresses)), nobody));
        return all;
    }

    /// Its address stands for that of the balancer.
    private static boolean isBehindUnknownBalancer(Service service) {
        return service.type() == ServiceType.LOAD_BALANCER && service.ownAddresses().isEmpty();
    }

    private static Translation translation(Service service, Match match, Rewrite to) {
        return new Translation(
                service.id() + ": from outside",
                match,
                Rewrite.NONE,
                to,
                Terms.builtIn("service %s, dialled from outside".formatted(service.label())));
    }
}
