package io.portolan.model.design;

import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A Kubernetes Service in the namespace of its parent.
public record Service(
        ElementId id,
        String label,
        Optional<ElementId> parent,
        About about,
        ServiceType type,
        Map<String, String> selector,
        List<ServicePort> ports,
        Optional<Address> address,
        Optional<String> externalName,
        ExternalTrafficPolicy externalTrafficPolicy,
        List<Cidr> allowedRanges)
        implements Endpoint {
    public Service {
        selector = Values.sorted(selector);
        ports = List.copyOf(ports);
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
                externalName,
                externalTrafficPolicy,
                allowedRanges);
    }
}
