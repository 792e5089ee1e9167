package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.design.GatewayProduct;
import io.portolan.model.design.Route;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Routes of OpenShift, all of which its router serves.
final class OpenShiftRouteReader implements KindReader {
    private final ClusterEstate estate;
    private final Backends backends;
    private final IngressController router = new IngressController();
    private boolean found;

    OpenShiftRouteReader(ClusterEstate estate) {
        this.estate = estate;
        this.backends = new Backends(estate);
    }

    @Override
    public boolean reads(Manifest manifest) {
        return KindReader.is(manifest, List.of("route.openshift.io"), List.of("Route"));
    }

    @Override
    public void read(Manifest manifest) {
        Part spec = manifest.spec();
        found = true;
        for (String service : services(spec)) {
            List<Backends.Backend> ends =
                    backends.behind(manifest.namespace(), service, spec.get("port", "targetPort"));
            if (ends.isEmpty()) {
                String why =
                        "It sends to the Service %s, which is not there with that port."
                                .formatted(service);
                estate.notices().ignore(manifest, why);
            }
            for (Backends.Backend end : ends) {
                listeners(spec.get("tls")).forEach(l -> router.add(route(manifest, l, end)));
            }
        }
    }

    private static List<String> services(Part spec) {
        List<Part> all = new ArrayList<>(List.of(spec.get("to")));
        all.addAll(spec.get("alternateBackends").items());
        return all.stream()
                .filter(to -> to.get("kind").text("Service").equals("Service"))
                .flatMap(to -> to.get("name").text().stream())
                .toList();
    }

    /// Where requests come in: without TLS, or by how far TLS goes; clear text beside an edge only
    /// where the route allows it.
    private static Stream<String> listeners(Part tls) {
        if (tls.isAbsent()) {
            return Stream.of(IngressController.HTTP);
        }
        if (tls.get("termination").text("edge").equals("passthrough")) {
            return Stream.of(IngressController.PASSTHROUGH);
        }
        return tls.get("insecureEdgeTerminationPolicy").text("None").equals("Allow")
                ? Stream.of(IngressController.HTTPS, IngressController.HTTP)
                : Stream.of(IngressController.HTTPS);
    }

    private static Route route(Manifest manifest, String listener, Backends.Backend end) {
        return new Route(
                manifest.namespace() + "/" + manifest.name(),
                Optional.of(listener),
                host(manifest.spec()),
                manifest.spec().get("path").text(),
                List.of(),
                end.service().id(),
                end.port());
    }

    /// A route for a subdomain takes every name beside its own.
    private static List<String> host(Part spec) {
        boolean subdomain = spec.get("wildcardPolicy").text("None").equals("Subdomain");
        return spec.get("host").text().stream()
                .map(host -> subdomain ? host.replaceFirst("^[^.]*", "*") : host)
                .toList();
    }

    @Override
    public void finish() {
        if (found) {
            estate.add(router.gateway(estate, "router", GatewayProduct.NGINX));
        }
    }
}
