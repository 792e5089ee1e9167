package io.portolan.exporters.edgecases;

import static io.portolan.exporters.edgecases.IstioShop.SHOP;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.exporters.spi.ImportResult;

import org.junit.jupiter.api.Test;

/// Where gateways of Istio forward to: the routes of VirtualServices.
final class IstioRoutesTest {
    private static final String GATEWAY =
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: gw, namespace: edge, labels: {istio: ingressgateway}}
            ---
            apiVersion: networking.istio.io/v1
            kind: Gateway
            metadata: {name: front, namespace: edge}
            spec: {selector: {istio: ingressgateway}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ['*']}]}
            """;

    private static String routes(String http) {
        return """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: routes, namespace: shop}
        spec: {hosts: ['*'], gateways: [edge/front], http: %s}
        """
                .formatted(http);
    }

    @Test
    void aGatewayForwardsWhatItsRoutesSay() {
        EdgeCase shop =
                EdgeCase.manifests(
                        SHOP,
                        GATEWAY,
                        routes(
                                "[{match: [{uri: {prefix: /api}}], route: [{destination: {host:"
                                        + " api}}]}]"));
        EdgeCase.Asked api = shop.from("edge/gw").to("shop/api[Pod]");
        api.http(80, "GET", "/api/items").isAllowed().because("shop/routes");
        api.http(80, "GET", "/apis").isAllowed();
        api.http(80, "GET", "/admin").isDenied();
        api.tcp(22).isDenied();
        shop.from("edge/gw").to("data/db").tcp(5432).isDenied();
    }

    /// Istio shows a VirtualService to the proxies of the namespaces that it is exported to, those
    /// of gateways among them.
    @Test
    void aGatewayKnowsOnlyTheRoutesThatAreExportedToIt() {
        String all = routes("[{route: [{destination: {host: api}}]}]");
        String own = all.replace("spec: {", "spec: {exportTo: ['.'], ");
        String shared = all.replace("spec: {", "spec: {exportTo: ['.', edge], ");
        EdgeCase.Asked gateway =
                EdgeCase.manifests(SHOP, GATEWAY, all).from("edge/gw").to("shop/api[Pod]");
        gateway.http(80, "GET", "/").isAllowed();
        EdgeCase.manifests(SHOP, GATEWAY, shared)
                .from("edge/gw")
                .to("shop/api[Pod]")
                .http(80, "GET", "/")
                .isAllowed();
        EdgeCase.manifests(SHOP, GATEWAY, own)
                .from("edge/gw")
                .to("shop/api[Pod]")
                .http(80, "GET", "/")
                .isDenied();
    }

    @Test
    void aGatewayWithoutRoutesIsLimitedByNothingThatIsShown() {
        EdgeCase.manifests(SHOP, GATEWAY).from("edge/gw").to("data/db").tcp(5432).isAllowed();
    }

    @Test
    void aRouteLeadsToThePortBehindTheOneOfTheService() {
        String service = SHOP.replace("[{port: 80}]", "[{port: 80, targetPort: 8080}]");
        EdgeCase shop =
                EdgeCase.manifests(
                        service,
                        GATEWAY,
                        routes("[{route: [{destination: {host: api, port: {number: 80}}}]}]"));
        shop.from("edge/gw").to("shop/api[Pod]").tcp(8080).isAllowed();
        shop.from("edge/gw").to("shop/api[Pod]").tcp(80).isDenied();
    }

    @Test
    void aComparisonThatIstioDoesNotHaveIsRefused() {
        ImportResult result =
                EdgeCase.imported(GATEWAY, routes("[{match: [{uri: {glob: '/a*'}}]}]"));
        assertThat(result.problems())
                .singleElement()
                .satisfies(p ->
                        assertThat(p.message()).contains("VirtualService shop/routes", "glob"));
    }
}
