package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;

import java.util.List;
import java.util.stream.Stream;

/// Objects of Istio that shape traffic without deciding who may connect: DestinationRules, as long
/// as they leave mutual TLS to the mesh, and RequestAuthentications, which let requests without a
/// token pass.
final class IstioTrafficReader implements KindReader {
    private static final List<String> HARMLESS = List.of("", "ISTIO_MUTUAL");

    private final ClusterEstate estate;

    IstioTrafficReader(ClusterEstate estate) {
        this.estate = estate;
    }

    @Override
    public boolean reads(Manifest manifest) {
        return KindReader.is(manifest, List.of("networking.istio.io"), List.of("DestinationRule"))
                || KindReader.is(
                        manifest, List.of("security.istio.io"), List.of("RequestAuthentication"));
    }

    @Override
    public void read(Manifest manifest) {
        if (takesIdentityAway(manifest)) {
            String why = "Its clients prove no identity to the service, which is not analysed yet.";
            estate.notices().ignore(manifest, why);
            estate.addNotAnalysed(manifest.at(manifest.root()), manifest.title(), why);
        } else {
            estate.notices().ignore(manifest, "It does not decide who may connect.");
        }
    }

    /// Towards a service of the mesh; what TLS is spoken to the outside is no identity of the mesh.
    private static boolean takesIdentityAway(Manifest manifest) {
        Part spec = manifest.spec();
        String host = spec.get("host").text("");
        boolean inside = host.endsWith(".svc.cluster.local") || !host.contains(".");
        return manifest.kind().equals("DestinationRule")
                && inside
                && policies(spec).anyMatch(tls -> !HARMLESS.contains(tls.get("mode").text("")));
    }

    private static Stream<Part> policies(Part spec) {
        Stream<Part> own =
                Stream.concat(Stream.of(spec), spec.get("subsets").items().stream())
                        .map(part -> part.get("trafficPolicy"));
        return own.flatMap(policy ->
                        Stream.concat(
                                Stream.of(policy),
                                policy.get("portLevelSettings").items().stream()))
                .map(part -> part.get("tls"));
    }
}
