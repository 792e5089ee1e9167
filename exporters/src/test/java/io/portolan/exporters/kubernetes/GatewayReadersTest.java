package io.portolan.exporters.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.portolan.exporters.spi.ImportResult;
import io.portolan.exporters.spi.Source;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.GatewayProduct;
import io.portolan.model.design.Listener;
import io.portolan.model.design.Route;
import io.portolan.model.design.TlsMode;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

final class GatewayReadersTest {
    private static final String SERVICE =
            """
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: shop}
            spec: {selector: {app: web}, ports: [{name: http, port: 80, targetPort: 8080}]}
            ---
            """;

    private static ImportResult read(String text) {
        return new KubernetesImporter().read(List.of(new Source("a.yaml", SERVICE + text)));
    }

    private static Gateway gateway(ImportResult result) {
        return result.design().all(Gateway.class).findFirst().orElseThrow();
    }

    @Test
    void ingressBecomesRoutesOfItsController() {
        ImportResult result =
                read(
                        """
                        apiVersion: networking.k8s.io/v1
                        kind: Ingress
                        metadata: {name: shop, namespace: shop}
                        spec:
                          defaultBackend: {service: {name: web, port: {number: 80}}}
                          tls: [{hosts: [shop.example.org], secretName: shop-tls}]
                          rules:
                          - host: shop.example.org
                            http:
                              paths:
                              - {path: /cart, pathType: Prefix, backend: {service: {name: web, port: {name: http}}}}
                              - {path: /old, backend: {service: {name: gone, port: {number: 80}}}}
                        """);
        Gateway controller = gateway(result);
        assertThat(controller.parent()).contains(new ElementId("cluster"));
        assertThat(controller.routes())
                .extracting(Route::hostnames, Route::path, Route::backend, Route::port)
                .containsExactly(
                        tuple(List.of(), Optional.empty(), new ElementId("cluster/shop/web"), 80),
                        tuple(
                                List.of("shop.example.org"),
                                Optional.of("/cart"),
                                new ElementId("cluster/shop/web"),
                                80));
        assertThat(controller.listeners()).extracting(Listener::port).containsExactly(80, 443);
        assertThat(result.ignored()).hasSize(1);
        assertThat(result.ignored().getFirst().why()).contains("gone");
    }

    private static final String GATEWAY =
            """
            apiVersion: gateway.networking.k8s.io/v1
            kind: Gateway
            metadata: {name: edge, namespace: infra}
            spec:
              gatewayClassName: eg
              listeners:
              - name: https
                port: 443
                protocol: HTTPS
                hostname: "*.example.org"
                tls: {certificateRefs: [{name: wildcard}]}
                allowedRoutes: {namespaces: {from: %s}}
              - {name: pass, port: 8443, protocol: TLS, tls: {mode: Passthrough}}
            ---
            apiVersion: gateway.networking.k8s.io/v1
            kind: HTTPRoute
            metadata: {name: cart, namespace: shop}
            spec:
              parentRefs: [{name: edge, namespace: infra, sectionName: https}]
              hostnames: [shop.example.org]
              rules:
              - matches: [{path: {value: /cart}, method: GET}, {path: {value: /api}}]
                backendRefs: [{name: web, port: 80}]
            """;

    @Test
    void routesAttachToTheGatewayThatTheyName() {
        Gateway edge = gateway(read(GATEWAY.formatted("All")));
        assertThat(edge.id()).hasToString("cluster/infra/edge");
        assertThat(edge.product()).isEqualTo(GatewayProduct.ENVOY);
        assertThat(edge.listeners())
                .extracting(Listener::tls)
                .containsExactly(Optional.of(TlsMode.TERMINATE), Optional.of(TlsMode.PASSTHROUGH));
        assertThat(edge.certificates()).hasSize(1);
        assertThat(edge.routes())
                .extracting(Route::listener, Route::path, Route::methods)
                .containsExactly(
                        tuple(Optional.of("https"), Optional.of("/cart"), List.of("GET")),
                        tuple(Optional.of("https"), Optional.of("/api"), List.of()));
    }

    @Test
    void routeOfANamespaceThatIsNotAllowedStaysOut() {
        ImportResult result = read(GATEWAY.formatted("Same"));
        assertThat(gateway(result).routes()).isEmpty();
        assertThat(result.ignored()).extracting(i -> i.kind()).containsExactly("HTTPRoute");
    }

    @Test
    void namespacesMayBeAllowedByTheirLabels() {
        String selector = "Selector, selector: {matchLabels: {team: shop}}";
        String labelled =
                "---\n"
                        + "{apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {team:"
                        + " shop}}}\n";
        assertThat(gateway(read(GATEWAY.formatted(selector))).routes()).isEmpty();
        assertThat(gateway(read(GATEWAY.formatted(selector) + labelled)).routes()).hasSize(2);
    }

    @Test
    void gatewayThatCannotBeDecodedIsListed() {
        ImportResult result = read(GATEWAY.formatted("All").replace("port: 8443", "port: 99999"));
        assertThat(result.design().all(Gateway.class)).isEmpty();
        assertThat(result.ignored()).extracting(i -> i.kind()).contains("Gateway");
    }
}
