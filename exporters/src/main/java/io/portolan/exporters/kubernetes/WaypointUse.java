package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Service;
import io.portolan.model.design.ServicePort;
import io.portolan.model.design.Workload;

import java.util.Map;
import java.util.Optional;

/// Somebody who may ask for a waypoint, by labels of its own or of its namespace. `translates`: it
/// is dialled on other ports than its pods listen on.
record WaypointUse(
        ElementId id,
        String kind,
        String namespace,
        String name,
        Map<String, String> labels,
        boolean translates) {
    static final String LABEL = "istio.io/use-waypoint";
    private static final String NAMESPACE = "istio.io/use-waypoint-namespace";
    private static final String MANAGED = "gateway.istio.io/managed";

    static WaypointUse of(Service service, Manifest manifest) {
        return new WaypointUse(
                service.id(),
                manifest.kind(),
                manifest.namespace(),
                manifest.name(),
                manifest.labels(),
                service.ports().stream().anyMatch(WaypointUse::translates));
    }

    private static boolean translates(ServicePort port) {
        return port.target().filter(t -> !t.equals(Integer.toString(port.port()))).isPresent();
    }

    static WaypointUse of(ElementId id, Manifest entry) {
        return new WaypointUse(
                id, entry.kind(), entry.namespace(), entry.name(), entry.labels(), false);
    }

    static WaypointUse of(Workload pods, String namespace) {
        return new WaypointUse(pods.id(), "Pod", namespace, pods.label(), pods.labels(), false);
    }

    boolean isOfPods() {
        return kind.equals("Pod");
    }

    /// `namespace/name` of the waypoint, if one is asked for; its own label comes first. Proxies
    /// that Istio made have none.
    Optional<String> waypoint(Map<String, String> labelsOfNamespace) {
        if (labels.containsKey(MANAGED)) {
            return Optional.empty();
        }
        Map<String, String> said = labels.containsKey(LABEL) ? labels : labelsOfNamespace;
        return Optional.ofNullable(said.get(LABEL))
                .filter(name -> !name.equals("none"))
                .map(name -> said.getOrDefault(NAMESPACE, namespace) + "/" + name);
    }

    /// Whether gateways are asked to go by way of it as well.
    boolean isForGateways(Map<String, String> labelsOfNamespace) {
        String key = "istio.io/ingress-use-waypoint";
        return "true".equals(labels.getOrDefault(key, labelsOfNamespace.getOrDefault(key, "")));
    }
}
