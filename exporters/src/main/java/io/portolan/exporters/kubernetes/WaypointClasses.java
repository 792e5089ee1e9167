package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The classes of Gateways that are waypoints, by name, with the traffic that those of the class
/// take where they do not say so themselves.
record WaypointClasses(Map<String, Optional<String>> traffic) {
    static final String TRAFFIC = "istio.io/waypoint-for";
    private static final String CONTROLLER = "istio.io/mesh-controller";

    /// Istio's own class, and those that its controller is named for.
    static WaypointClasses of(List<Manifest> manifests) {
        Map<String, Optional<String>> classes = new HashMap<>();
        classes.put("istio-waypoint", Optional.empty());
        manifests.stream()
                .filter(WaypointClasses::isOfMesh)
                .forEach(m -> classes.put(m.name(), Optional.ofNullable(m.labels().get(TRAFFIC))));
        return new WaypointClasses(Map.copyOf(classes));
    }

    private static boolean isOfMesh(Manifest manifest) {
        try {
            return manifest.group().equals(GatewayApiReader.GROUP)
                    && manifest.kind().equals("GatewayClass")
                    && manifest.spec().get("controllerName").text("").equals(CONTROLLER);
        } catch (Part.Unfit _) {
            return false;
        }
    }

    boolean has(Manifest gateway) {
        return traffic.containsKey(GatewayApiReader.className(gateway));
    }

    /// What traffic a waypoint takes: to Services, if nobody says otherwise.
    String trafficOf(Manifest gateway) {
        String own = gateway.labels().get(TRAFFIC);
        return own != null
                ? own
                : traffic.getOrDefault(GatewayApiReader.className(gateway), Optional.empty())
                        .orElse("service");
    }
}
