package io.portolan.exporters.mesh.istio;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.design.OutboundMode;
import io.portolan.model.format.Malformed;
import io.portolan.model.format.YamlReader;

import java.util.Optional;

/// The settings of a mesh: the key `mesh` of the ConfigMap `istio` in `istio-system`, or of that of
/// a revision (`istio-1-24`).
public record MeshConfig(
        String rootNamespace,
        OutboundMode outbound,
        Optional<String> trustDomain,
        Exports exports) {
    private static final String HOME = "istio-system";

    /// What Istio installs.
    public static final MeshConfig DEFAULT =
            new MeshConfig(HOME, OutboundMode.ALLOW_ANY, Optional.empty(), Exports.EVERYWHERE);

    /// True for the object that `read` takes.
    public static boolean reads(Manifest manifest) {
        return manifest.group().isEmpty()
                && manifest.kind().equals("ConfigMap")
                && manifest.name().matches("istio(-[a-z0-9-]+)?")
                && manifest.namespace().equals(HOME)
                && manifest.root().get("data", "mesh").isPresent();
    }

    /// @throws Part.Unfit if the settings are no YAML
    public static MeshConfig read(Manifest manifest) {
        Part text = manifest.root().get("data", "mesh");
        return text.isAbsent() ? DEFAULT : of(settings(text));
    }

    private static Part settings(Part text) {
        try {
            return new Part(YamlReader.read(text.text("{}")));
        } catch (Malformed e) {
            throw new Part.Unfit(text, "The settings of the mesh are no YAML: " + e.getMessage());
        }
    }

    private static MeshConfig of(Part settings) {
        return new MeshConfig(
                settings.get("rootNamespace").text(DEFAULT.rootNamespace),
                mode(settings.get("outboundTrafficPolicy", "mode"), DEFAULT.outbound),
                settings.get("trustDomain").text(),
                Exports.of(settings));
    }

    /// What proxies do with destinations that nobody registered.
    ///
    /// @throws Part.Unfit if the mode is none of Istio's two
    static OutboundMode mode(Part mode, OutboundMode fallback) {
        return switch (mode.text("")) {
            case "" -> fallback;
            case "ALLOW_ANY" -> OutboundMode.ALLOW_ANY;
            case "REGISTRY_ONLY" -> OutboundMode.REGISTRY_ONLY;
            case String other ->
                    throw new Part.Unfit(
                            mode,
                            "The mode (%s) must be ALLOW_ANY or REGISTRY_ONLY.".formatted(other));
        };
    }
}
