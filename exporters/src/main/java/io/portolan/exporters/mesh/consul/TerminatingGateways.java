package io.portolan.exporters.mesh.consul;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Terminating gateways with the services that they are linked to. A gateway stands for those
/// services in the mesh: the intentions that name them hold there (Consul: terminating gateways).
public final class TerminatingGateways {
    static final String KIND = "TerminatingGateway";

    private final List<Manifest> gateways = new ArrayList<>();
    private final List<Manifest> defaults = new ArrayList<>();

    /// A gateway with what it is linked to.
    public record Linked(Manifest gateway, List<LinkedService> services) {
        public Linked {
            services = List.copyOf(services);
        }
    }

    /// Takes gateways and ServiceDefaults, and nothing else.
    public void add(Manifest manifest) {
        switch (manifest.kind()) {
            case KIND -> gateways.add(manifest);
            case "ServiceDefaults" -> defaults.add(manifest);
            default -> {}
        }
    }

    public List<Linked> all() {
        return gateways.stream().map(g -> new Linked(g, services(g))).toList();
    }

    private List<LinkedService> services(Manifest gateway) {
        TreeSet<String> names = new TreeSet<>();
        for (Part service : gateway.spec().get("services").items()) {
            String name = service.get("name").text("");
            if (name.isEmpty()) {
                throw new Part.Unfit(service, "A linked service must have a name.");
            }
            (name.equals("*") ? destinations() : Stream.of(name)).forEach(names::add);
        }
        return names.stream().map(this::service).toList();
    }

    /// What `*` is known to mean: services that lead outside.
    private Stream<String> destinations() {
        return defaults.stream()
                .filter(d -> d.spec().get("destination").isPresent())
                .map(Manifest::name);
    }

    private LinkedService service(String name) {
        return defaults.stream()
                .filter(d -> d.name().equals(name))
                .map(d -> d.spec().get("destination"))
                .findFirst()
                .map(to ->
                        new LinkedService(
                                name, to.get("addresses").texts(), to.get("port").number()))
                .orElse(new LinkedService(name, List.of(), Optional.empty()));
    }
}
