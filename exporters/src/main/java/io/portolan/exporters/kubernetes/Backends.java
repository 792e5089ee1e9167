package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.Part;
import io.portolan.model.design.Service;
import io.portolan.model.design.ServicePort;

import java.util.Optional;

/// Finds the services that routes send to.
final class Backends {
    private final ClusterEstate estate;

    Backends(ClusterEstate estate) {
        this.estate = estate;
    }

    /// A service and the port that it is dialled on.
    record Backend(Service service, int port) {}

    Optional<Service> service(String namespace, String name) {
        return estate.all(Service.class)
                .filter(s -> s.label().equals(name))
                .filter(s -> s.parent().filter(estate.namespace(namespace)::equals).isPresent())
                .findFirst();
    }

    /// `port` is a number or the name of a port of the service.
    Optional<Backend> find(String namespace, String name, Part port) {
        Optional<String> text = port.text();
        return service(namespace, name)
                .flatMap(service ->
                        service.ports().stream()
                                .filter(p -> isMeant(p, text))
                                .findFirst()
                                .map(p -> new Backend(service, p.port())));
    }

    private static boolean isMeant(ServicePort port, Optional<String> text) {
        return text.isPresent()
                && (text.get().equals(Integer.toString(port.port())) || text.equals(port.name()));
    }
}
