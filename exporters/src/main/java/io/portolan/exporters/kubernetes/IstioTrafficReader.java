package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.Manifest;

import java.util.List;

/// Objects of Istio that decide nothing: RequestAuthentications let requests without a token pass.
final class IstioTrafficReader implements KindReader {
    private final ClusterEstate estate;

    IstioTrafficReader(ClusterEstate estate) {
        this.estate = estate;
    }

    @Override
    public boolean reads(Manifest manifest) {
        return KindReader.is(
                manifest, List.of("security.istio.io"), List.of("RequestAuthentication"));
    }

    @Override
    public void read(Manifest manifest) {
        estate.notices().ignore(manifest, "It does not decide who may connect.");
    }
}
