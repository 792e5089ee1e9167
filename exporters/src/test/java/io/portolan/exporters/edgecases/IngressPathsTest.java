package io.portolan.exporters.edgecases;

import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;
import io.portolan.model.reach.Question;

import org.junit.jupiter.api.Test;

import java.util.Optional;

/// What the controllers of Ingresses make of paths.
final class IngressPathsTest {
    private static final String SHOP =
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: shop}
            spec: {selector: {app: web}, ports: [{port: 80}]}
            ---
            """;

    private static String ingress(String name, String annotation, String host, String path) {
        return """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: %s, namespace: shop, annotations: {%s}}
        spec:
          rules:
            - host: %s
              http: {paths: [{path: '%s', pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}
        ---
        """
                .formatted(name, annotation, host, path);
    }

    private static Judged asked(String host, String path, String... ingresses) {
        Question.Payload payload =
                new Question.Payload(
                        Optional.empty(),
                        Optional.of(host),
                        Optional.of("GET"),
                        Optional.of(path),
                        false);
        return EdgeCase.manifests(SHOP, String.join("", ingresses))
                .from("203.0.113.8")
                .to("cluster/ingress-controller")
                .over(Protocol.TCP, PortSet.of(80), payload);
    }

    @Test
    void whatIsBelowAPathBelongsToIt() {
        String plain = ingress("a", "", "a.example", "/api");
        asked("a.example", "/api/v1", plain).isAllowed();
        asked("a.example", "/other", plain).isDenied();
    }

    @Test
    void pathsThatAreExpressionsAreNotFollowed() {
        for (String annotation :
                new String[] {
                    "nginx.ingress.kubernetes.io/use-regex: 'true'",
                    "nginx.ingress.kubernetes.io/rewrite-target: /$1",
                    "nginx.org/path-regex: case_sensitive"
                }) {
            String regex = ingress("a", annotation, "a.example", "/v[0-9]+/(.*)");
            asked("a.example", "/v1/x", regex).isUndefined("expression");
            asked("a.example", "/v[0-9]+/(.*)", regex).isUndefined("expression");
            asked("b.example", "/v1/x", regex).isDenied();
        }
        String off =
                ingress("a", "nginx.ingress.kubernetes.io/use-regex: 'false'", "a.example", "/api");
        asked("a.example", "/api/v1", off).isAllowed();
    }

    @Test
    void oneExpressionMakesAllPathsOfTheHostExpressions() {
        String regex =
                ingress("a", "nginx.ingress.kubernetes.io/use-regex: 'true'", "a.example", "/v.*");
        String plain = ingress("b", "", "a.example", "/api");
        asked("a.example", "/API", regex, plain).isUndefined("expression");
        asked("b.example", "/api", regex, ingress("b", "", "b.example", "/api")).isAllowed();
        asked("b.example", "/API", regex, ingress("b", "", "b.example", "/api")).isDenied();
    }

    @Test
    void theRootMatchesEveryPathAsAnExpressionToo() {
        String regex =
                ingress("a", "nginx.ingress.kubernetes.io/use-regex: 'true'", "a.example", "/");
        asked("a.example", "/x", regex).isAllowed();
    }

    @Test
    void otherControllersDoNotReadTheAnnotationsOfNginx() {
        String regex =
                ingress("a", "nginx.ingress.kubernetes.io/use-regex: 'true'", "a.example", "/api");
        String other = regex.replace("spec:", "spec:\n  ingressClassName: contour");
        EdgeCase.manifests(SHOP, other)
                .from("203.0.113.8")
                .to("cluster/ingress-controller-contour")
                .over(
                        Protocol.TCP,
                        PortSet.of(80),
                        new Question.Payload(
                                Optional.empty(),
                                Optional.of("a.example"),
                                Optional.of("GET"),
                                Optional.of("/api/v1"),
                                false))
                .isAllowed();
    }
}
