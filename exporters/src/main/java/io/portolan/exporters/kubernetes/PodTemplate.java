package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.Part;
import io.portolan.model.design.WorkloadPort;
import io.portolan.model.net.Transport;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What all pods of a workload have in common. `annotations` are those that meshes read.
record PodTemplate(
        Map<String, String> labels,
        Map<String, String> annotations,
        List<WorkloadPort> ports,
        Optional<String> serviceAccount,
        boolean hostNetwork) {
    PodTemplate {
        ports = List.copyOf(ports);
    }

    /// Reads a pod, or the template of one.
    static PodTemplate read(Part pod) {
        Part spec = pod.get("spec");
        return new PodTemplate(
                Map.copyOf(pod.get("metadata").get("labels").strings()),
                Annotations.read(pod.get("metadata").get("annotations").strings()),
                ports(spec.get("containers")),
                spec.get("serviceAccountName").text().or(() -> spec.get("serviceAccount").text()),
                spec.get("hostNetwork").isTrue());
    }

    private static List<WorkloadPort> ports(Part containers) {
        List<WorkloadPort> ports = new ArrayList<>();
        for (Part container : containers.items()) {
            for (Part port : container.get("ports").items()) {
                port(port).filter(found -> !ports.contains(found)).ifPresent(ports::add);
            }
        }
        return ports;
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
