package io.portolan.exporters.mesh.istio;

import io.portolan.exporters.manifest.Part;
import io.portolan.model.design.ServicePort;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What TLS clients speak to a service, as a DestinationRule says.
enum ClientTls {
    /// What the server takes, that of the mesh if it can.
    AUTOMATIC,
    /// That of the mesh, which proves who they are, whatever the server takes.
    MESH,
    /// None.
    PLAIN,
    /// Their own, which the mesh cannot read.
    OWN;

    /// Whether it proves to the mesh who the client is.
    boolean isProving() {
        return switch (this) {
            case AUTOMATIC, MESH -> true;
            case PLAIN, OWN -> false;
        };
    }

    /// What a `trafficPolicy` says of a port of the service. Settings of a port replace the others,
    /// they do not add to them (Istio: TrafficPolicy.PortTrafficPolicy).
    static ClientTls of(Part policy, ServicePort port) {
        Optional<Part> own =
                policy.get("portLevelSettings").items().stream()
                        .filter(s -> s.get("port", "number").number().orElse(0) == port.port())
                        .findFirst();
        return of(own.orElse(policy).get("tls"));
    }

    /// Settings without a mode disable TLS.
    private static ClientTls of(Part tls) {
        if (tls.isAbsent()) {
            return AUTOMATIC;
        }
        return switch (tls.get("mode").text("DISABLE")) {
            case "ISTIO_MUTUAL" -> MESH;
            case "DISABLE" -> PLAIN;
            case "SIMPLE", "MUTUAL" -> OWN;
            case String other ->
                    throw new Part.Unfit(
                            tls,
                            "The mode (%s) must be DISABLE, SIMPLE, MUTUAL or ISTIO_MUTUAL."
                                    .formatted(other));
        };
    }

    /// Reads all of a `trafficPolicy` for nothing but its faults.
    static void check(Part policy) {
        of(policy.get("tls"));
        for (Part settings : policy.get("portLevelSettings").items()) {
            settings.get("port", "number").number();
            of(settings.get("tls"));
        }
    }

    /// What subsets may make of it: their settings replace those of the rule.
    static Stream<ClientTls> ofSubsets(Part spec, ServicePort port) {
        List<Part> subsets = spec.get("subsets").items();
        return subsets.stream()
                .map(subset -> subset.get("trafficPolicy"))
                .filter(Part::isPresent)
                .map(policy -> of(policy, port));
    }
}
