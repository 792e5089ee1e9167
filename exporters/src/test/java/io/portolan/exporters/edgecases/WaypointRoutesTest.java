package io.portolan.exporters.edgecases;

import static io.portolan.exporters.edgecases.RoutedShop.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.exporters.spi.ImportResult;

import org.junit.jupiter.api.Test;

/// Where the waypoint of a Service sends those who dial it.
final class WaypointRoutesTest {
    private static final String AMBIENT =
            RoutedShop.namespace("istio.io/dataplane-mode: ambient")
                    + """
                    apiVersion: gateway.networking.k8s.io/v1
                    kind: Gateway
                    metadata: {name: wp, namespace: shop}
                    spec: {gatewayClassName: istio-waypoint, listeners: [{name: mesh, port: 15008, protocol: HBONE}]}
                    ---
                    """;
    private static final String SERVED =
            RoutedShop.SERVICES.replace(
                    "metadata: {name: api,",
                    "metadata: {labels: {istio.io/use-waypoint: wp}, name: api,");

    private static String route(String parent, String service) {
        return """
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata: {name: routes, namespace: shop}
        spec: {parentRefs: [%s], rules: [{backendRefs: [{name: %s, port: 80}]}]}
        ---
        """
                .formatted(parent, service);
    }

    private static final String SERVICE = "{group: '', kind: Service, name: api}";
    private static final String WAYPOINT = "{kind: Gateway, name: wp}";

    private static EdgeCase shop(String services, String... more) {
        return EdgeCase.manifests(
                RoutedShop.PODS + services + RoutedShop.CLOSED + AMBIENT, String.join("", more));
    }

    @Test
    void aWaypointObeysTheRoutesOfItsServices() {
        web(shop(SERVED, route(SERVICE, "api-v1"))).tcp(80).isAllowed();
        web(shop(SERVED, route(SERVICE, "api-v2"))).tcp(80).isDenied();
    }

    @Test
    void withoutAWaypointNobodyOfAnAmbientMeshReadsARoute() {
        web(shop(RoutedShop.SERVICES, route(SERVICE, "api-v1"))).tcp(80).isUndefined("ways differ");
    }

    @Test
    void whetherItObeysOneThatIsAttachedToItselfIsOpen() {
        EdgeCase shop = shop(SERVED, route(WAYPOINT, "api-v2"));
        web(shop).tcp(80).isUndefined("attached to itself");
        shop.from("shop/web").to("shop/api-v1[Service]").tcp(80).isAllowed();
        ImportResult result = EdgeCase.imported(AMBIENT, route(WAYPOINT, "api-v2"));
        assertThat(result.ignored()).noneMatch(i -> i.why().contains("lets it attach"));
    }

    @Test
    void whetherItObeysAVirtualServiceIsOpen() {
        String virtual =
                """
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: routes, namespace: shop}
                spec: {hosts: [api], http: [{route: [{destination: {host: api-v2}}]}]}
                """;
        web(shop(SERVED, virtual)).tcp(80).isUndefined("obeys a VirtualService");
    }

    @Test
    void aRouteForClientsOfAnotherNamespaceMayNotHoldThere() {
        String consumers =
                route(SERVICE.replace("name", "namespace: shop, name"), "api-v2")
                        .replace("name: routes, namespace: shop", "name: routes, namespace: legacy")
                        .replace("{name: api-v2", "{namespace: shop, name: api-v2");
        web(shop(SERVED, consumers)).tcp(80).isUndefined("clients of legacy");
    }
}
