package io.portolan.exporters.kubernetes;

import io.portolan.exporters.kubernetes.calico.CalicoScope.Account;
import io.portolan.exporters.manifest.Manifest;

import java.util.List;

/// ServiceAccounts: workloads name them, and policies may ask for their labels.
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
        estate.declare(new Account(manifest.namespace(), manifest.name()), manifest.labels());
    }
}
