package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.Part;
import io.portolan.model.design.Service;
import io.portolan.model.design.ServicePort;

import java.util.List;
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

    /// The ports of a service that a router means: those that lead to `port` of the pods, else the
    /// one of that number or name; all of them where none is given.
    List<Backend> behind(String namespace, String name, Part port) {
        Optional<Service> service = service(namespace, name);
        if (service.isEmpty()) {
            return List.of();
        }
        List<ServicePort> all = service.get().ports();
        List<ServicePort> targets =
                all.stream().filter(p -> p.target().equals(port.text())).toList();
        List<ServicePort> meant =
                port.isAbsent()
                        ? all
                        : targets.isEmpty()
                                ? all.stream().filter(p -> isMeant(p, port.text())).toList()
                                : targets;
        return meant.stream().map(p -> new Backend(service.get(), p.port())).toList();
    }

    private static boolean isMeant(ServicePort port, Optional<String> text) {
        return text.isPresent()
                && (text.get().equals(Integer.toString(port.port())) || text.equals(port.name()));
    }
}
