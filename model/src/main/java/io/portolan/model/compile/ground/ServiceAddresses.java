package io.portolan.model.compile.ground;

import io.portolan.model.design.Cluster;
import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Service;
import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// The addresses that each service is dialled on. A service that has none in the design gets one
/// that stands in for it, so that it can be told from all others.
public final class ServiceAddresses {
    /// The addresses that stand for those of services that have none in the design.
    public static final Cidr STAND_INS = Cidr.parse("240.0.0.0/8");

    private ServiceAddresses() {}

    /// The first of each, by service, in the order of the design; headless services and aliases
    /// have none.
    public static SequencedMap<ElementId, Address> of(Design design) {
        SequencedMap<ElementId, Address> first = new LinkedHashMap<>();
        all(design).forEach((id, addresses) -> first.put(id, addresses.getFirst()));
        return Collections.unmodifiableSequencedMap(first);
    }

    /// All at which clients in the cluster dial a service, the same way.
    public static SequencedMap<ElementId, List<Address>> all(Design design) {
        SequencedMap<ElementId, List<Address>> addresses = new LinkedHashMap<>();
        Address next = STAND_INS.first().next();
        for (Service service : design.all(Service.class).toList()) {
            if (hasAddress(service) && inCluster(design, service)) {
                List<Address> own = service.ownAddresses();
                addresses.put(service.id(), all(service, own.isEmpty() ? List.of(next) : own));
                next = own.isEmpty() ? next.next() : next;
            }
        }
        return Collections.unmodifiableSequencedMap(addresses);
    }

    private static List<Address> all(Service service, List<Address> own) {
        return Stream.concat(own.stream(), service.externalAddresses().stream())
                .distinct()
                .toList();
    }

    private static boolean hasAddress(Service service) {
        return switch (service.type()) {
            case CLUSTER_IP, NODE_PORT, LOAD_BALANCER -> true;
            case HEADLESS, EXTERNAL_NAME -> false;
        };
    }

    private static boolean inCluster(Design design, Service service) {
        return design.enclosing(service.id(), Cluster.class).isPresent();
    }

    /// External addresses that nodes of the cluster have themselves.
    public static List<Address> atNodes(Cluster cluster, Service service) {
        return external(service).filter(a -> isNode(cluster, a)).toList();
    }

    /// External addresses of which nobody says how they come to a node.
    public static List<Address> besideNodes(Cluster cluster, Service service) {
        return external(service).filter(a -> !isNode(cluster, a)).toList();
    }

    private static Stream<Address> external(Service service) {
        return hasAddress(service) ? service.externalAddresses().stream() : Stream.empty();
    }

    private static boolean isNode(Cluster cluster, Address address) {
        return cluster.nodeRanges().stream().anyMatch(range -> range.contains(address));
    }

    /// Those of all that are dialled in the cluster alone, and by no means at a balancer or a node.
    public static List<Address> inside(Map<ElementId, List<Address>> all, Service service) {
        return all.getOrDefault(service.id(), List.of()).stream()
                .filter(a -> !service.atBalancer().contains(a))
                .filter(a -> !service.externalAddresses().contains(a))
                .toList();
    }

    /// Where somebody outside the cluster may dial the service; such a service is a member.
    public static List<Address> outside(Design design, Service service) {
        Stream<Address> beside =
                design.enclosing(service.id(), Cluster.class).stream()
                        .flatMap(cluster -> besideNodes(cluster, service).stream());
        return Stream.concat(service.atBalancer().stream(), beside).distinct().toList();
    }

    /// True if outside clients dial the service at a load balancer of its own.
    public static boolean isBalanced(Service service) {
        return !service.atBalancer().isEmpty();
    }
}
