package io.portolan.model.compile.ground;

import io.portolan.model.design.Cluster;
import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Service;
import io.portolan.model.design.ServiceType;
import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// The address that each service is dialled on. A service that has none in the design gets one that
/// stands in for it, so that it can be told from all others.
public final class ServiceAddresses {
    /// The addresses that stand for those of services that have none in the design.
    public static final Cidr STAND_INS = Cidr.parse("240.0.0.0/8");

    private ServiceAddresses() {}

    /// By service, in the order of the design; headless services and aliases have none.
    public static SequencedMap<ElementId, Address> of(Design design) {
        SequencedMap<ElementId, Address> addresses = new LinkedHashMap<>();
        Address next = STAND_INS.first().next();
        for (Service service : design.all(Service.class).toList()) {
            if (hasAddress(service) && inCluster(design, service)) {
                Optional<Address> own = service.address();
                addresses.put(service.id(), own.orElse(next));
                next = own.isPresent() ? next : next.next();
            }
        }
        return Collections.unmodifiableSequencedMap(addresses);
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

    /// True if outside clients dial the service at a load balancer of its own.
    public static boolean isBalanced(Service service) {
        return service.type() == ServiceType.LOAD_BALANCER && service.address().isPresent();
    }
}
