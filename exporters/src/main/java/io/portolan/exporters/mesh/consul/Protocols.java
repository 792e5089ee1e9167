package io.portolan.exporters.mesh.consul;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What ServiceDefaults say of services, and ProxyDefaults of all: the protocol, and whether
/// plaintext is let in.
final class Protocols {
    private static final List<String> HTTP = List.of("http", "http2", "grpc");

    /// An empty mode is that of all services.
    private static final List<String> MODES = List.of("", "strict", "permissive");

    private final Map<String, Part> services = new HashMap<>();
    private final Map<String, Part> global = new HashMap<>();

    void add(Manifest manifest) {
        if (manifest.kind().equals("ProxyDefaults")) {
            global.put(manifest.name(), manifest.spec());
        } else {
            services.put(manifest.name(), manifest.spec());
        }
    }

    boolean isHttp(String service) {
        Part own = services.get(service);
        if (own != null && own.get("protocol").isPresent()) {
            return HTTP.contains(own.get("protocol").text(""));
        }
        return global.values().stream()
                .anyMatch(spec -> HTTP.contains(spec.get("config", "protocol").text("")));
    }

    /// The services that let plaintext in past all intentions; `*` where all do.
    List<String> permissive() {
        return global.values().stream().anyMatch(Protocols::isPermissive)
                ? List.of("*")
                : services.entrySet().stream()
                        .filter(e -> isPermissive(e.getValue()))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList();
    }

    /// The services that refuse plaintext whatever holds for all.
    List<String> strict() {
        return services.entrySet().stream()
                .filter(e -> mode(e.getValue()).equals("strict"))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static boolean isPermissive(Part spec) {
        return mode(spec).equals("permissive");
    }

    private static String mode(Part spec) {
        String mode = spec.get("mutualTLSMode").text("");
        if (!MODES.contains(mode)) {
            throw new Part.Unfit(
                    spec.get("mutualTLSMode"),
                    "The mutualTLSMode (%s) must be strict or permissive.".formatted(mode));
        }
        return mode;
    }
}
