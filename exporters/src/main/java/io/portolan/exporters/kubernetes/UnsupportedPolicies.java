package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.Manifest;

/// Objects that decide about connections in ways that are not modelled yet. They are kept as "not
/// analysed", so that nobody takes an answer without them for the whole truth.
final class UnsupportedPolicies implements KindReader {
    private final ClusterEstate estate;

    UnsupportedPolicies(ClusterEstate estate) {
        this.estate = estate;
    }

    @Override
    public boolean reads(Manifest manifest) {
        return DecidingKinds.has(manifest);
    }

    @Override
    public boolean decides() {
        return true;
    }

    @Override
    public void read(Manifest manifest) {
        String why = "It decides about connections and is not analysed yet.";
        estate.notices().ignore(manifest, why);
        estate.addNotAnalysed(manifest.at(manifest.root()), manifest.title(), why);
    }
}
