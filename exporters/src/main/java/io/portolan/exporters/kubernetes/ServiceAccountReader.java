package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.Manifest;

import java.util.List;

/// ServiceAccounts: workloads name them, so they only say that their namespace exists.
final class ServiceAccountReader implements KindReader {
    private final ClusterEstate estate;

    ServiceAccountReader(ClusterEstate estate) {
        this.estate = estate;
    }

    @Override
    public boolean reads(Manifest manifest) {
        return KindReader.is(manifest, List.of(""), List.of("ServiceAccount"));
    }

    @Override
    public void read(Manifest manifest) {
        estate.namespace(manifest.namespace());
    }
}
