package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.exporters.mesh.istio.IstioProxy;
import io.portolan.model.design.About;
import io.portolan.model.design.Certificate;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.GatewayProduct;
import io.portolan.model.design.Listener;
import io.portolan.model.design.ListenerProtocol;
import io.portolan.model.design.TlsMode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Gateways of the Gateway API with the routes that attach to them.
final class GatewayApiReader implements KindReader {
    static final String GROUP = "gateway.networking.k8s.io";
    private static final List<String> ROUTES =
            List.of("HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute");

    private final ClusterEstate estate;
    private final SequencedMap<String, Manifest> gateways = new LinkedHashMap<>();
    private final List<Manifest> routes = new ArrayList<>();
    private final ReferenceGrants grants = new ReferenceGrants();
    private final List<IstioProxy> proxies = new ArrayList<>();
    private final WaypointReader waypoints;

    GatewayApiReader(ClusterEstate estate, WaypointReader waypoints) {
        this.estate = estate;
        this.waypoints = waypoints;
    }

    @Override
    public boolean reads(Manifest manifest) {
        boolean ours = List.of("Gateway", ReferenceGrants.KIND).contains(manifest.kind());
        return readsRoute(manifest) || (manifest.group().equals(GROUP) && ours);
    }

    boolean readsRoute(Manifest manifest) {
        return manifest.group().equals(GROUP) && ROUTES.contains(manifest.kind());
    }

    @Override
    public void read(Manifest manifest) {
        if (ROUTES.contains(manifest.kind())) {
            routes.add(manifest);
        } else if (manifest.kind().equals(ReferenceGrants.KIND)) {
            grants.add(manifest);
        } else {
            listeners(manifest);
            gateways.put(manifest.namespace() + "/" + manifest.name(), manifest);
        }
    }

    @Override
    public void finish() {
        Attaching attaching = new Attaching(estate, gateways, waypoints, grants);
        routes.forEach(attaching::attach);
        gateways.forEach((name, manifest) -> add(manifest, gateway(manifest, attaching)));
    }

    private void add(Manifest manifest, Gateway gateway) {
        boolean ofIstio = gateway.product() == GatewayProduct.ISTIO_INGRESS;
        estate.add(gateway);
        proxies.add(
                new IstioProxy(
                        gateway.id().value(),
                        manifest.namespace(),
                        manifest.name(),
                        className(manifest),
                        gateway.labels(),
                        ofIstio ? IstioProxy.Role.GATEWAY : IstioProxy.Role.OTHER_GATEWAY,
                        List.of()));
    }

    /// The gateways as Istio sees them, known when this reader has finished.
    List<IstioProxy> proxies() {
        return proxies;
    }

    private Gateway gateway(Manifest manifest, Attaching attaching) {
        return new Gateway(
                estate.idFor(manifest.namespace(), manifest.name(), "gateway"),
                manifest.name(),
                Optional.of(estate.namespace(manifest.namespace())),
                About.NOTHING,
                product(className(manifest)),
                podLabels(manifest),
                account(manifest).or(() -> accountOfIstio(manifest)),
                List.of(),
                listeners(manifest),
                certificates(manifest),
                attaching.routesOf(manifest),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// The label that the implementations put on the pods of a Gateway (GEP-1762).
    static Map<String, String> podLabels(Manifest manifest) {
        Map<String, String> labels = new HashMap<>();
        labels.put(GROUP + "/gateway-name", manifest.name());
        labels.putAll(manifest.spec().get("infrastructure", "labels").strings());
        return labels;
    }

    /// The account that an annotation gives to the pods of a Gateway.
    static Optional<String> account(Manifest manifest) {
        return Optional.ofNullable(manifest.annotations().get("gateway.istio.io/service-account"));
    }

    /// Istio names account and pods after the Gateway and its class, unless the pods are somebody
    /// else's, whom addresses name.
    private static Optional<String> accountOfIstio(Manifest manifest) {
        return product(className(manifest)) == GatewayProduct.ISTIO_INGRESS
                        && manifest.spec().get("addresses").isEmpty()
                ? Optional.of(manifest.name() + "-" + className(manifest))
                : Optional.empty();
    }

    static String className(Manifest manifest) {
        return manifest.spec().get("gatewayClassName").text("");
    }

    private static GatewayProduct product(String className) {
        String name = className.toLowerCase(Locale.ROOT);
        if (name.contains("istio")) {
            return GatewayProduct.ISTIO_INGRESS;
        }
        if (name.contains("alb") || name.contains("aws")) {
            return GatewayProduct.AWS_ALB;
        }
        return name.contains("nginx") ? GatewayProduct.NGINX : GatewayProduct.ENVOY;
    }

    private static List<Listener> listeners(Manifest manifest) {
        return manifest.spec().get("listeners").items().stream()
                .map(GatewayApiReader::listener)
                .toList();
    }

    private static Listener listener(Part part) {
        ListenerProtocol protocol = protocol(part.get("protocol"));
        boolean encrypted = protocol == ListenerProtocol.HTTPS || protocol == ListenerProtocol.TLS;
        return new Listener(
                part.get("name").text(""),
                part.get("port").number().orElse(0),
                protocol,
                encrypted ? Optional.of(tls(part.get("tls"))) : Optional.empty(),
                part.get("hostname").text().stream().toList(),
                part.get("tls", "certificateRefs").items().stream()
                        .flatMap(ref -> ref.get("name").text().stream())
                        .findFirst());
    }

    private static TlsMode tls(Part tls) {
        if (tls.get("mode").text("Terminate").equals("Passthrough")) {
            return TlsMode.PASSTHROUGH;
        }
        return tls.get("frontendValidation").isPresent() ? TlsMode.MUTUAL : TlsMode.TERMINATE;
    }

    private static ListenerProtocol protocol(Part part) {
        return switch (part.text("")) {
            case "HTTP" -> ListenerProtocol.HTTP;
            case "HTTPS" -> ListenerProtocol.HTTPS;
            case "TLS" -> ListenerProtocol.TLS;
            case "TCP" -> ListenerProtocol.TCP;
            case "UDP" -> ListenerProtocol.UDP;
            case String other ->
                    throw new Part.Unfit(
                            part, "The protocol (%s) of a listener is not known.".formatted(other));
        };
    }

    private static List<Certificate> certificates(Manifest manifest) {
        return listeners(manifest).stream()
                .filter(l -> l.certificate().isPresent())
                .map(l -> new Certificate(l.certificate().get(), l.hostnames(), Optional.empty()))
                .distinct()
                .toList();
    }

    /// True if a listener lets routes of that namespace attach.
    static boolean admits(Part listener, String own, String namespace, Map<String, String> labels) {
        Part from = listener.get("allowedRoutes", "namespaces", "from");
        return switch (from.text("Same")) {
            case "All" -> true;
            case "Selector" ->
                    LabelSelector.read(listener.get("allowedRoutes", "namespaces", "selector"))
                            .matches(labels);
            case "Same" -> own.equals(namespace);
            default -> false;
        };
    }
}
