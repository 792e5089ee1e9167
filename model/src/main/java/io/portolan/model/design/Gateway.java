package io.portolan.model.design;

import io.portolan.model.net.Address;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A proxy that ends connections and opens others: ingress, egress and east-west gateways. In a
/// cluster it runs as pods with `labels`. `snat` is the address it opens connections from. A
/// `waypoint` is not dialled: proxies of the mesh put it in between.
public record Gateway(
        ElementId id,
        String label,
        Optional<ElementId> parent,
        About about,
        GatewayProduct product,
        Map<String, String> labels,
        Optional<String> serviceAccount,
        List<Address> addresses,
        List<Listener> listeners,
        List<Certificate> certificates,
        List<Route> routes,
        Optional<Waf> waf,
        Optional<Address> snat,
        Optional<Resilience> resilience,
        Optional<Waypoint> waypoint)
        implements Enforcer {
    public Gateway {
        labels = Values.sorted(labels);
        addresses = List.copyOf(addresses);
        listeners = List.copyOf(listeners);
        certificates = List.copyOf(certificates);
        routes = List.copyOf(routes);
    }

    public Gateway withListeners(List<Listener> other) {
        return new Gateway(
                id,
                label,
                parent,
                about,
                product,
                labels,
                serviceAccount,
                addresses,
                other,
                certificates,
                routes,
                waf,
                snat,
                resilience,
                waypoint);
    }

    public Gateway withRoutes(List<Route> other) {
        return new Gateway(
                id,
                label,
                parent,
                about,
                product,
                labels,
                serviceAccount,
                addresses,
                listeners,
                certificates,
                other,
                waf,
                snat,
                resilience,
                waypoint);
    }

    public Gateway with(Waf other) {
        return new Gateway(
                id,
                label,
                parent,
                about,
                product,
                labels,
                serviceAccount,
                addresses,
                listeners,
                certificates,
                routes,
                Optional.of(other),
                snat,
                resilience,
                waypoint);
    }
}
