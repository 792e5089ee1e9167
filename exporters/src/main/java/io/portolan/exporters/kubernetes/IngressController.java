package io.portolan.exporters.kubernetes;

import io.portolan.model.design.About;
import io.portolan.model.design.Certificate;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.GatewayProduct;
import io.portolan.model.design.Listener;
import io.portolan.model.design.ListenerProtocol;
import io.portolan.model.design.Route;
import io.portolan.model.design.TlsMode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// What a controller serves: the routes that objects ask of it. It stands in the cluster itself
/// since nothing says where it runs.
final class IngressController {
    static final String HTTP = "http";
    static final String HTTPS = "https";
    static final String PASSTHROUGH = "passthrough";

    private final List<Route> routes = new ArrayList<>();
    private final SequencedMap<String, Certificate> certificates = new LinkedHashMap<>();
    private final PathExpressions expressions = new PathExpressions();

    void add(Route route) {
        routes.add(route);
    }

    void add(Certificate certificate) {
        certificates.put(certificate.name(), certificate);
    }

    /// The paths that NGINX would not take as they are written.
    PathExpressions expressions() {
        return expressions;
    }

    Gateway gateway(ClusterEstate estate, String name, GatewayProduct product) {
        return new Gateway(
                estate.idFor(name, "gateway"),
                name,
                Optional.of(estate.cluster()),
                About.NOTHING,
                product,
                Map.of(),
                Optional.empty(),
                List.of(),
                listeners(),
                List.copyOf(certificates.values()),
                product == GatewayProduct.NGINX
                        ? routes.stream().map(expressions::seen).toList()
                        : routes,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private List<Listener> listeners() {
        List<Listener> listeners = new ArrayList<>();
        listeners.add(
                new Listener(
                        HTTP,
                        80,
                        ListenerProtocol.HTTP,
                        Optional.empty(),
                        List.of(),
                        Optional.empty()));
        if (!certificates.isEmpty() || asked(HTTPS).findAny().isPresent()) {
            listeners.add(secured(HTTPS, TlsMode.TERMINATE, List.of()));
        }
        List<String> untouched =
                asked(PASSTHROUGH).flatMap(r -> r.hostnames().stream()).distinct().toList();
        if (!untouched.isEmpty()) {
            listeners.add(secured(PASSTHROUGH, TlsMode.PASSTHROUGH, untouched));
        }
        return listeners;
    }

    private Stream<Route> asked(String listener) {
        return routes.stream().filter(r -> r.listener().filter(listener::equals).isPresent());
    }

    private Listener secured(String name, TlsMode mode, List<String> hostnames) {
        Optional<String> certificate =
                mode == TlsMode.TERMINATE
                        ? certificates.values().stream().map(Certificate::name).findFirst()
                        : Optional.empty();
        return new Listener(
                name, 443, ListenerProtocol.HTTPS, Optional.of(mode), hostnames, certificate);
    }
}
