package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.exporters.mesh.route.ServiceRoutes;

import java.util.ArrayList;
import java.util.List;

/// Routes of the Gateway API with a Service among their parents, which proxies of clients obey. An
/// answer without one may be a wrong one.
final class ServiceRouteReader implements KindReader {
    private final GatewayApiReader gateways;
    private final List<Manifest> routes = new ArrayList<>();

    ServiceRouteReader(GatewayApiReader gateways) {
        this.gateways = gateways;
    }

    @Override
    public boolean reads(Manifest manifest) {
        return gateways.readsRoute(manifest) && hasService(manifest);
    }

    /// A route that cannot be decoded is left to the reader of all other routes.
    private static boolean hasService(Manifest route) {
        try {
            return ServiceRoutes.parents(route).findAny().isPresent();
        } catch (Part.Unfit _) {
            return false;
        }
    }

    @Override
    public boolean decides() {
        return true;
    }

    @Override
    public void read(Manifest manifest) {
        ServiceRoutes.check(manifest);
        routes.add(manifest);
        gateways.read(manifest);
    }

    /// All of them, known when this reader has read.
    List<Manifest> routes() {
        return routes;
    }
}
