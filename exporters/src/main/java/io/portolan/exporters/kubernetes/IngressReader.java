package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.design.Certificate;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.GatewayProduct;
import io.portolan.model.design.Route;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/// Ingresses: those of one class are the routes of one controller, which stands in the cluster
/// itself since nothing says where it runs.
final class IngressReader implements KindReader {
    private final ClusterEstate estate;
    private final Backends backends;
    private final TreeMap<String, IngressController> controllers = new TreeMap<>();

    IngressReader(ClusterEstate estate) {
        this.estate = estate;
        this.backends = new Backends(estate);
    }

    @Override
    public boolean reads(Manifest manifest) {
        return KindReader.is(
                manifest, List.of("networking.k8s.io", "extensions"), List.of("Ingress"));
    }

    @Override
    public void read(Manifest manifest) {
        Part spec = manifest.spec();
        IngressController controller =
                controllers.computeIfAbsent(className(manifest), _ -> new IngressController());
        controller.expressions().read(manifest);
        certificates(manifest, controller);
        backend(spec.get("defaultBackend"))
                .or(() -> backend(spec.get("backend")))
                .ifPresent(b -> add(manifest, controller, b, List.of(), Optional.empty()));
        for (Part rule : spec.get("rules").items()) {
            List<String> hosts = rule.get("host").text().stream().toList();
            for (Part path : rule.get("http", "paths").items()) {
                String type = path.get("pathType").text("");
                Optional<String> prefix =
                        path.get("path").text().map(text -> RouteMatch.path(type, text));
                backend(path.get("backend"))
                        .ifPresent(b -> add(manifest, controller, b, hosts, prefix));
            }
        }
    }

    private static String className(Manifest manifest) {
        return manifest.spec()
                .get("ingressClassName")
                .text()
                .or(() ->
                        Optional.ofNullable(
                                manifest.annotations().get("kubernetes.io/ingress.class")))
                .orElse("");
    }

    private record Target(String service, Part port) {}

    private static Optional<Target> backend(Part backend) {
        if (backend.isAbsent()) {
            return Optional.empty();
        }
        Part service = backend.get("service");
        if (service.isAbsent()) {
            return backend.get("serviceName")
                    .text()
                    .map(name -> new Target(name, backend.get("servicePort")));
        }
        Part number = service.get("port", "number");
        Part port = number.isPresent() ? number : service.get("port", "name");
        return service.get("name").text().map(name -> new Target(name, port));
    }

    private void add(
            Manifest manifest,
            IngressController controller,
            Target target,
            List<String> hosts,
            Optional<String> path) {
        backends.find(manifest.namespace(), target.service(), target.port())
                .ifPresentOrElse(
                        found -> controller.add(route(manifest, found, hosts, path)),
                        () ->
                                estate.notices()
                                        .ignore(
                                                manifest,
                                                "It sends to the Service %s, which is not there with that port."
                                                        .formatted(target.service())));
    }

    private static Route route(
            Manifest manifest, Backends.Backend found, List<String> hosts, Optional<String> path) {
        return new Route(
                manifest.namespace() + "/" + manifest.name(),
                Optional.empty(),
                hosts,
                path,
                List.of(),
                found.service().id(),
                found.port());
    }

    private static void certificates(Manifest manifest, IngressController controller) {
        for (Part tls : manifest.spec().get("tls").items()) {
            String secret = manifest.namespace() + "/" + tls.get("secretName").text("default");
            controller.add(new Certificate(secret, tls.get("hosts").texts(), Optional.empty()));
        }
    }

    @Override
    public void finish() {
        controllers.forEach((name, controller) -> estate.add(gateway(name, controller)));
    }

    private Gateway gateway(String className, IngressController controller) {
        String name =
                className.isEmpty() ? "ingress-controller" : "ingress-controller-" + className;
        return controller.gateway(estate, name, product(className));
    }

    private static GatewayProduct product(String className) {
        String name = className.toLowerCase(Locale.ROOT);
        if (name.contains("alb")) {
            return GatewayProduct.AWS_ALB;
        }
        if (name.contains("istio")) {
            return GatewayProduct.ISTIO_INGRESS;
        }
        return name.contains("envoy") || name.contains("contour")
                ? GatewayProduct.ENVOY
                : GatewayProduct.NGINX;
    }
}
