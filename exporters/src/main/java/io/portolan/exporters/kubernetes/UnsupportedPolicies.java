package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.Manifest;

import java.util.List;
import java.util.Map;

/// Objects that decide about connections in ways that are not modelled yet. They are kept as "not
/// analysed", so that nobody takes an answer without them for the whole truth.
final class UnsupportedPolicies implements KindReader {
    private static final Map<String, List<String>> KINDS =
            Map.of(
                    "cilium.io",
                    List.of("CiliumLocalRedirectPolicy", "CiliumEgressGatewayPolicy"),
                    "networking.istio.io",
                    List.of("EnvoyFilter"),
                    "extensions.istio.io",
                    List.of("WasmPlugin"),
                    "consul.hashicorp.com",
                    List.of("TerminatingGateway", "SamenessGroup", "ExportedServices"),
                    "k8s.ovn.org",
                    List.of("EgressFirewall"));

    private final ClusterEstate estate;

    UnsupportedPolicies(ClusterEstate estate) {
        this.estate = estate;
    }

    @Override
    public boolean reads(Manifest manifest) {
        return KINDS.getOrDefault(manifest.group(), List.of()).contains(manifest.kind());
    }

    @Override
    public void read(Manifest manifest) {
        String why = "It decides about connections and is not analysed yet.";
        estate.notices().ignore(manifest, why);
        estate.addNotAnalysed(manifest.at(manifest.root()), manifest.title(), why);
    }
}
