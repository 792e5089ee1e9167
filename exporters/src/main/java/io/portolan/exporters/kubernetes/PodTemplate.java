package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.Part;
import io.portolan.exporters.mesh.linkerd.HttpProbe;
import io.portolan.model.design.WorkloadPort;
import io.portolan.model.net.Transport;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What all pods of a workload have in common. `annotations` are those that meshes read, `probes`
/// those over HTTP.
record PodTemplate(
        Map<String, String> labels,
        Map<String, String> annotations,
        List<WorkloadPort> ports,
        List<HttpProbe> probes,
        Optional<String> serviceAccount,
        boolean hostNetwork) {
    PodTemplate {
        ports = List.copyOf(ports);
        probes = List.copyOf(probes);
    }

    /// Reads a pod, or the template of one.
    static PodTemplate read(Part pod) {
        Part spec = pod.get("spec");
        return new PodTemplate(
                Map.copyOf(pod.get("metadata").get("labels").strings()),
                Annotations.read(pod.get("metadata").get("annotations").strings()),
                ports(spec.get("containers")),
                probes(spec),
                spec.get("serviceAccountName").text().or(() -> spec.get("serviceAccount").text()),
                spec.get("hostNetwork").isTrue());
    }

    private static List<WorkloadPort> ports(Part containers) {
        List<WorkloadPort> ports = new ArrayList<>();
        for (Part container : containers.items()) {
            portsOf(container).filter(found -> !ports.contains(found)).forEach(ports::add);
        }
        return ports;
    }

    private static Stream<WorkloadPort> portsOf(Part container) {
        return container.get("ports").items().stream().flatMap(port -> port(port).stream());
    }

    private static List<HttpProbe> probes(Part spec) {
        return Stream.of("containers", "initContainers")
                .flatMap(kind -> spec.get(kind).items().stream())
                .flatMap(PodTemplate::probesOf)
                .distinct()
                .toList();
    }

    private static Stream<HttpProbe> probesOf(Part container) {
        return Stream.of("livenessProbe", "readinessProbe", "startupProbe")
                .map(kind -> container.get(kind, "httpGet"))
                .filter(Part::isPresent)
                .flatMap(get ->
                        number(get.get("port").text(""), container)
                                .map(port -> new HttpProbe(get.get("path").text("/"), port))
                                .stream());
    }

    /// A port by its number, or by the name that the container gives it.
    private static Optional<Integer> number(String port, Part container) {
        return port.matches("[0-9]{1,5}")
                ? Optional.of(Integer.valueOf(port))
                : portsOf(container)
                        .filter(p -> p.name().filter(port::equalsIgnoreCase).isPresent())
                        .map(WorkloadPort::port)
                        .findFirst();
    }

    /// Empty for a port that no pod could be created with.
    private static Optional<WorkloadPort> port(Part port) {
        int number = port.get("containerPort").number().orElse(0);
        if (number < 1 || number > 65535) {
            return Optional.empty();
        }
        Optional<String> name = port.get("name").text().filter(text -> !text.isEmpty());
        return transport(port.get("protocol").text("TCP"))
                .map(protocol -> new WorkloadPort(name, protocol, number, Optional.empty()));
    }

    static Optional<Transport> transport(String text) {
        return switch (text) {
            case "TCP", "" -> Optional.of(Transport.TCP);
            case "UDP" -> Optional.of(Transport.UDP);
            case "SCTP" -> Optional.of(Transport.SCTP);
            default -> Optional.empty();
        };
    }
}
