package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.mesh.istio.DestinationRules;

import java.util.ArrayList;
import java.util.List;

/// DestinationRules. They decide nothing but what TLS clients of the mesh speak.
final class DestinationRuleReader implements KindReader {
    private final List<Manifest> rules = new ArrayList<>();

    @Override
    public boolean reads(Manifest manifest) {
        return KindReader.is(manifest, List.of("networking.istio.io"), List.of("DestinationRule"));
    }

    @Override
    public boolean decides() {
        return true;
    }

    @Override
    public void read(Manifest manifest) {
        DestinationRules.check(manifest);
        rules.add(manifest);
    }

    /// All of them, known when this reader has finished.
    List<Manifest> rules() {
        return rules;
    }
}
