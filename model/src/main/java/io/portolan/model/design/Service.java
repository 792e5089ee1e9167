package io.portolan.model.design;

import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A Kubernetes Service in the namespace of its parent. `address` is where it is dialled: at its
/// balancer if it has one, else within the cluster. It has further addresses where it is dialled in
/// the same way (`balancerAddresses`), within the cluster alone (`clusterAddresses`), and at any
/// node that they are routed to (`externalAddresses`). `nodeLocal`: at its cluster addresses
/// clients meet pods of their own node alone (`internalTrafficPolicy: Local`). `proxied`: its
/// balancer wants to be asked itself, from inside the cluster too (`ipMode: Proxy`).
public record Service(
        ElementId id,
        String label,
        Optional<ElementId> parent,
        About about,
        ServiceType type,
        Map<String, String> selector,
        List<ServicePort> ports,
        Optional<Address> address,
        List<Address> clusterAddresses,
        List<Address> balancerAddresses,
        List<Address> externalAddresses,
        Optional<String> externalName,
        ExternalTrafficPolicy externalTrafficPolicy,
        boolean nodeLocal,
        boolean proxied,
        List<Cidr> allowedRanges)
        implements Endpoint {
    public Service {
        selector = Values.sorted(selector);
        ports = List.copyOf(ports);
        clusterAddresses = List.copyOf(clusterAddresses);
        balancerAddresses = List.copyOf(balancerAddresses);
        externalAddresses = List.copyOf(externalAddresses);
        allowedRanges = List.copyOf(allowedRanges);
    }

    public Service withPorts(List<ServicePort> other) {
        return new Service(
                id,
                label,
                parent,
                about,
                type,
                selector,
                other,
                address,
                clusterAddresses,
                balancerAddresses,
                externalAddresses,
                externalName,
                externalTrafficPolicy,
                nodeLocal,
                proxied,
                allowedRanges);
    }

    /// Those that are the Service's alone, where it is dialled first.
    public List<Address> ownAddresses() {
        return Stream.of(address.stream(), balancerAddresses.stream(), clusterAddresses.stream())
                .flatMap(addresses -> addresses)
                .distinct()
                .toList();
    }

    /// Every address at which clients in the cluster dial it, where it is dialled first.
    public List<Address> allAddresses() {
        return Stream.concat(ownAddresses().stream(), externalAddresses.stream())
                .distinct()
                .toList();
    }

    /// The addresses of a load balancer of its own.
    public List<Address> atBalancer() {
        return type == ServiceType.LOAD_BALANCER
                ? Stream.concat(address.stream(), balancerAddresses.stream()).distinct().toList()
                : List.of();
    }
}
