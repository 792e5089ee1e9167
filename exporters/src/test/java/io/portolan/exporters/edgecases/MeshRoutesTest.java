package io.portolan.exporters.edgecases;

import static io.portolan.exporters.edgecases.RoutedShop.SIDECARS;
import static io.portolan.exporters.edgecases.RoutedShop.old;
import static io.portolan.exporters.edgecases.RoutedShop.shop;
import static io.portolan.exporters.edgecases.RoutedShop.to;
import static io.portolan.exporters.edgecases.RoutedShop.virtual;
import static io.portolan.exporters.edgecases.RoutedShop.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Where VirtualServices send clients with a sidecar, from their text to the verdict.
final class MeshRoutesTest {
    private static final String SUBSETS =
            """
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata: {name: api, namespace: shop}
            spec: {host: api, subsets: [{name: one, labels: {version: v1}}, {name: two, labels: {version: v2}}]}
            ---
            """;

    private static final String ALL_TO_ONE = virtual("http: [{" + to("host: api-v1") + "}]");
    private static final String ALL_TO_TWO = virtual("http: [{" + to("host: api-v2") + "}]");

    @Test
    void whoIsSentToAnotherServiceMeetsThePoliciesOfItsPods() {
        web(shop(SIDECARS, ALL_TO_TWO)).tcp(80).isDenied().because("isolated");
        web(shop(SIDECARS, ALL_TO_ONE)).tcp(80).isAllowed().because("translates");
    }

    @Test
    void withoutTheRouteAnyPodOfTheServiceMayBeMeant() {
        web(shop(SIDECARS)).tcp(80).isUndefined("ways differ");
    }

    @Test
    void whoHasNoSidecarIsNotSentAnywhereElse() {
        old(shop(SIDECARS, ALL_TO_ONE)).tcp(80).isUndefined("ways differ");
        EdgeCase.Asked pod = shop(SIDECARS, ALL_TO_TWO).from("shop/web").to("shop/v1");
        pod.tcp(80).isAllowed();
    }

    @Test
    void thePortBehindTheServiceThatTheRouteNamesIsTheOneThatIsSeen() {
        String one =
                virtual("http: [{" + to("host: api.shop.svc.cluster.local, subset: one") + "}]");
        web(shop(SIDECARS, SUBSETS, one)).tcp(80).isAllowed();
        assertThat(web(shop(SIDECARS, SUBSETS, one)).tcp(80).verdict().path())
                .anyMatch(hop -> hop.seen().contains("8080"));
    }

    @Test
    void aSubsetIsThePodsThatItsLabelsSelect() {
        web(shop(SIDECARS, SUBSETS, virtual("http: [{" + to("host: api, subset: one") + "}]")))
                .tcp(80)
                .isAllowed();
        web(shop(SIDECARS, SUBSETS, virtual("http: [{" + to("host: api, subset: two") + "}]")))
                .tcp(80)
                .isDenied();
        web(shop(SIDECARS, virtual("http: [{" + to("host: api, subset: one") + "}]")))
                .tcp(80)
                .isUndefined("subset one");
    }

    @Test
    void everyDestinationWithAWeightMustWork() {
        web(shop(SIDECARS, virtual("http: [{" + to("host: api-v1", "host: api-v2") + "}]")))
                .tcp(80)
                .isUndefined("which of the destinations");
        web(shop(
                        SIDECARS,
                        virtual(
                                "http: [{route: [{destination: {host: api-v1}, weight: 100},"
                                        + " {destination: {host: api-v2}, weight: 0}]}]")))
                .tcp(80)
                .isAllowed();
    }

    @Test
    void theFirstRouteThatMatchesARequestDecides() {
        EdgeCase shop =
                shop(
                        SIDECARS,
                        virtual(
                                "http: [{match: [{uri: {prefix: /two}}, {method: {exact: PUT}}], "
                                        + to("host: api-v2")
                                        + "}, {"
                                        + to("host: api-v1")
                                        + "}]"));
        web(shop).http(80, "GET", "/").isAllowed();
        web(shop).http(80, "GET", "/two").isDenied();
        web(shop).http(80, "PUT", "/").isDenied();
        web(shop).tcp(80).isUndefined("VirtualService shop/routes (f0.yaml");
    }

    @Test
    void aRequestThatNoRouteMatchesGetsNowhere() {
        EdgeCase shop =
                shop(
                        SIDECARS,
                        virtual(
                                "http: [{match: [{uri: {prefix: /a}}], "
                                        + to("host: api-v1")
                                        + "}]"));
        web(shop).http(80, "GET", "/a").isAllowed();
        web(shop).http(80, "GET", "/b").hasNoRoute();
    }

    @Test
    void whomNoRouteIsForGoesWhereTheServiceLeads() {
        String other = "sourceLabels: {app: other}";
        EdgeCase shop =
                shop(
                        SIDECARS,
                        virtual("http: [{match: [{" + other + "}], " + to("host: api-v2") + "}]"));
        web(shop).tcp(80).isUndefined("ways differ");
        String web = "sourceLabels: {app: web}, sourceNamespace: shop, port: 80";
        web(shop(SIDECARS, virtual("http: [{match: [{" + web + "}], " + to("host: api-v1") + "}]")))
                .tcp(80)
                .isAllowed();
        String port = "{match: [{port: 81}], ";
        web(shop(SIDECARS, virtual("http: [" + port + to("host: api-v2") + "}]")))
                .tcp(80)
                .isUndefined("ways differ");
    }

    @Test
    void aProxyMayAnswerItself() {
        web(shop(SIDECARS, virtual("http: [{redirect: {uri: /x}}]"))).tcp(80).hasNoRoute();
        web(shop(SIDECARS, virtual("http: [{directResponse: {status: 200}}]")))
                .tcp(80)
                .hasNoRoute();
        String all = "fault: {abort: {percentage: {value: 100}, httpStatus: 500}}, ";
        web(shop(SIDECARS, virtual("http: [{" + all + to("host: api-v1") + "}]")))
                .tcp(80)
                .hasNoRoute();
        web(shop(
                        SIDECARS,
                        virtual("http: [{" + all.replace("100", "1") + to("host: api-v1") + "}]")))
                .tcp(80)
                .isUndefined("which requests it aborts");
    }

    @Test
    void whatIsInNoManifestIsUndefined() {
        web(shop(SIDECARS, virtual("http: [{" + to("host: gone") + "}]")))
                .tcp(80)
                .isUndefined("gone, which is in no manifest");
        web(shop(SIDECARS, virtual("http: [{delegate: {name: other}}]")))
                .tcp(80)
                .isUndefined("delegates");
        web(shop(SIDECARS, virtual("http: [{" + to("host: api-v1, port: {number: 81}") + "}]")))
                .tcp(80)
                .hasNoRoute();
    }

    @Test
    void routesForGatewaysAloneAreNotThoseOfClients() {
        web(shop(SIDECARS, virtual("gateways: [front], http: [{" + to("host: api-v1") + "}]")))
                .tcp(80)
                .isUndefined("ways differ");
        String both = "gateways: [front, mesh], http: [{match: [{gateways: [front]}], ";
        web(shop(SIDECARS, virtual(both + to("host: api-v2") + "}, {" + to("host: api-v1") + "}]")))
                .tcp(80)
                .isAllowed();
    }

    @Test
    void listsAreForWhatIsSpokenOnThePort() {
        String tcp = RoutedShop.service("api", "app: api", "{name: tcp-api, port: 80}");
        EdgeCase ofHttp = EdgeCase.manifests(rest() + tcp + SIDECARS + ALL_TO_ONE);
        web(ofHttp).tcp(80).isUndefined("ways differ");
        String routes = virtual("tcp: [{route: [{destination: {host: api-v1}}]}]");
        web(EdgeCase.manifests(rest() + tcp + SIDECARS + routes)).tcp(80).isAllowed();
        String protocol = "{name: api, appProtocol: http, port: 80}";
        String http = RoutedShop.service("api", "app: api", protocol);
        web(EdgeCase.manifests(rest() + http + SIDECARS + ALL_TO_ONE)).tcp(80).isAllowed();
    }

    @Test
    void whereNothingIsSaidOfThePortItIsLookedAt() {
        String plain = RoutedShop.service("api", "app: api, version: v1", "{port: 80}");
        EdgeCase shop = EdgeCase.manifests(rest() + plain + SIDECARS + ALL_TO_TWO);
        web(shop).http(80, "GET", "/").isDenied();
        web(shop).tcp(80).isUndefined("whether it is HTTP is not said");
    }

    private static String rest() {
        int own = RoutedShop.SERVICES.indexOf("---") + 4;
        return RoutedShop.PODS + RoutedShop.CLOSED + RoutedShop.SERVICES.substring(own);
    }

    @Test
    void byTheServerNameWhereTlsIsSpoken() {
        String tls = RoutedShop.service("api", "app: api", "{name: https, port: 80}");
        String routes =
                virtual(
                        "tls: [{match: [{sniHosts: [api.shop.svc.cluster.local]}],"
                                + " route: [{destination: {host: api-v1}}]}]");
        web(EdgeCase.manifests(rest() + tls + SIDECARS + routes))
                .tcp(80)
                .isUndefined("server name");
    }

    @Test
    void theMeshSaysForWhomRoutesAreThatDoNotSay() {
        String usual =
                """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: istio, namespace: istio-system}
                data: {mesh: "defaultVirtualServiceExportTo: ['.']"}
                """;
        String legacy = RoutedShop.namespace("istio-injection: enabled").replace("shop", "legacy");
        old(shop(SIDECARS, legacy, ALL_TO_TWO)).tcp(80).isDenied();
        old(shop(SIDECARS, legacy, ALL_TO_TWO, usual)).tcp(80).isUndefined("ways differ");
        web(shop(SIDECARS, legacy, ALL_TO_TWO, usual)).tcp(80).isDenied();
    }
}
