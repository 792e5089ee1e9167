package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.Manifest;

import java.util.List;

/// Pods: those of one owner are one workload.
final class PodReader implements KindReader {
    private final Workloads workloads;

    PodReader(Workloads workloads) {
        this.workloads = workloads;
    }

    @Override
    public boolean reads(Manifest manifest) {
        return KindReader.is(manifest, List.of("", "apps"), List.of("Pod"));
    }

    @Override
    public void read(Manifest manifest) {
        Owner self = new Owner(manifest.namespace(), "Pod", manifest.name());
        workloads.addPod(self, Owner.of(manifest).orElse(self), PodTemplate.read(manifest.root()));
    }

    @Override
    public void finish() {
        workloads.finish();
    }
}
