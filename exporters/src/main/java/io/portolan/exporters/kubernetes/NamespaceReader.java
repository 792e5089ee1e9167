package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.Manifest;

import java.util.List;

/// Namespaces with their labels.
final class NamespaceReader implements KindReader {
    private final ClusterEstate estate;

    NamespaceReader(ClusterEstate estate) {
        this.estate = estate;
    }

    @Override
    public boolean reads(Manifest manifest) {
        return KindReader.is(manifest, List.of(""), List.of("Namespace"))
                || KindReader.is(manifest, List.of("project.openshift.io"), List.of("Project"));
    }

    @Override
    public void read(Manifest manifest) {
        estate.declare(manifest.name(), manifest.labels());
        estate.annotations()
                .ofNamespace(
                        estate.namespace(manifest.name()), manifest.name(), manifest.annotations());
    }
}
