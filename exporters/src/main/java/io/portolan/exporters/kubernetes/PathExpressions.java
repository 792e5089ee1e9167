package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.design.Route;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Paths of Ingresses that NGINX takes for regular expressions, because an annotation asks for it
/// or rewrites them. One of them makes expressions of all paths of its host, in whatever Ingress
/// they are written.
final class PathExpressions {
    private static final String NGINX = "nginx.ingress.kubernetes.io/";

    private final Set<List<String>> hosts = new HashSet<>();

    void read(Manifest ingress) {
        for (Part rule : ingress.spec().get("rules").items()) {
            if (rule.get("http", "paths").items().stream().anyMatch(p -> isOne(ingress, p))) {
                hosts.add(rule.get("host").text().stream().toList());
            }
        }
    }

    private static boolean isOne(Manifest ingress, Part path) {
        Optional<String> target = said(ingress, NGINX + "rewrite-target");
        return said(ingress, NGINX + "use-regex").filter("true"::equals).isPresent()
                || said(ingress, "nginx.org/path-regex").isPresent()
                || target.filter(t -> !t.equals(path.get("path").text(""))).isPresent();
    }

    private static Optional<String> said(Manifest ingress, String annotation) {
        return Optional.ofNullable(ingress.annotations().get(annotation))
                .filter(value -> !value.isEmpty());
    }

    /// The route as NGINX reads it. The root is where every path begins.
    Route seen(Route route) {
        Optional<String> path = route.path().filter(p -> !p.equals("/"));
        if (path.isEmpty() || !hosts.contains(route.hostnames())) {
            return route;
        }
        return new Route(
                route.name(),
                route.listener(),
                route.hostnames(),
                Optional.empty(),
                route.methods(),
                route.backend(),
                route.port(),
                Optional.of(
                        "whether the path matches the expression %s is not said"
                                .formatted(path.get())));
    }
}
