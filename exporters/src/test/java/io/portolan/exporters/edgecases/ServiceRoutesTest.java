package io.portolan.exporters.edgecases;

import static io.portolan.exporters.edgecases.RoutedShop.SIDECARS;
import static io.portolan.exporters.edgecases.RoutedShop.old;
import static io.portolan.exporters.edgecases.RoutedShop.shop;
import static io.portolan.exporters.edgecases.RoutedShop.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.exporters.spi.ImportResult;

import org.junit.jupiter.api.Test;

/// Routes of the Gateway API whose parent is a Service, in meshes with a proxy beside every pod.
final class ServiceRoutesTest {
    private static final String LINKERD =
            """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop, annotations: {linkerd.io/inject: enabled}}
            ---
            """
                    + LinkerdTexts.config("all-unauthenticated");
    private static final String EVERYWHERE =
            SIDECARS + SIDECARS.replace("name: shop", "name: legacy");

    private static String route(String kind, String namespace, String rules) {
        return """
        apiVersion: gateway.networking.k8s.io/v1
        kind: %s
        metadata: {name: routes, namespace: %s}
        spec: {parentRefs: [{group: '', kind: Service, namespace: shop, name: api}], rules: [%s]}
        ---
        """
                .formatted(kind, namespace, rules);
    }

    private static String to(String... services) {
        StringBuilder refs = new StringBuilder();
        for (String service : services) {
            refs.append("{namespace: shop, port: 80, name: ").append(service).append("},");
        }
        return "backendRefs: [%s]".formatted(refs);
    }

    private static String http(String rules) {
        return route("HTTPRoute", "shop", rules);
    }

    private static final String ALL_TO_ONE = http("{" + to("api-v1") + "}");
    private static final String ALL_TO_TWO = http("{" + to("api-v2") + "}");

    @Test
    void sidecarsOfIstioObeyThem() {
        web(shop(SIDECARS, ALL_TO_ONE)).tcp(80).isAllowed();
        web(shop(SIDECARS, ALL_TO_TWO)).tcp(80).isDenied();
        old(shop(SIDECARS, ALL_TO_ONE)).tcp(80).isUndefined("ways differ");
    }

    @Test
    void proxiesOfLinkerdObeyThemWhereARequestIsSeen() {
        web(shop(LINKERD, ALL_TO_ONE)).http(80, "GET", "/").isAllowed();
        web(shop(LINKERD, ALL_TO_TWO)).http(80, "GET", "/").isDenied();
        web(shop(LINKERD, ALL_TO_TWO)).tcp(80).isUndefined("whether it is HTTP is not said");
        String own =
                ALL_TO_TWO.replace("gateway.networking.k8s.io/v1", "policy.linkerd.io/v1beta3");
        web(shop(LINKERD, own)).http(80, "GET", "/").isDenied();
        old(shop(LINKERD, ALL_TO_ONE)).http(80, "GET", "/").isUndefined("ways differ");
    }

    @Test
    void withoutASignOfAMeshNobodyKnowsWhoObeysThem() {
        web(shop(ALL_TO_TWO)).http(80, "GET", "/").isUndefined("which mesh obeys");
        String first = RoutedShop.service("first", "version: v1", "{name: http, port: 80}");
        shop(first, ALL_TO_TWO).from("shop/web").to("shop/first[Service]").tcp(80).isAllowed();
    }

    @Test
    void theBestMatchDecidesAndWhatNoneMatchesGetsNowhere() {
        EdgeCase shop =
                shop(
                        SIDECARS,
                        http(
                                "{matches: [{path: {type: PathPrefix, value: /a}}], "
                                        + to("api-v2")
                                        + "}, {matches: [{path: {type: Exact, value: /a/one}}], "
                                        + to("api-v1")
                                        + "}"));
        web(shop).http(80, "GET", "/a/one").isAllowed();
        web(shop).http(80, "GET", "/a").isDenied();
        web(shop).http(80, "GET", "/ab").hasNoRoute();
        web(shop).tcp(80).isUndefined("HTTPRoute shop/routes (f0.yaml");
    }

    @Test
    void everyBackendWithAWeightMustWork() {
        web(shop(SIDECARS, http("{" + to("api-v1", "api-v2") + "}")))
                .tcp(80)
                .isUndefined("which of the destinations");
        String none = to("api-v1", "api-v2").replace("name: api-v2", "weight: 0, name: api-v2");
        web(shop(SIDECARS, http("{" + none + "}"))).tcp(80).isAllowed();
        web(shop(SIDECARS, http("{filters: [{type: RequestRedirect}]}"))).tcp(80).hasNoRoute();
    }

    @Test
    void aBackendThatNoManifestDescribesIsUndefined() {
        web(shop(SIDECARS, http("{" + to("gone") + "}"))).tcp(80).isUndefined("Service shop/gone");
        web(shop(SIDECARS, http("{backendRefs: [{kind: Bucket, name: b, port: 80}]}")))
                .tcp(80)
                .isUndefined("Bucket");
        web(shop(SIDECARS, http("{backendRefs: [{name: api-v1, port: 81}]}"))).tcp(80).hasNoRoute();
    }

    @Test
    void aRouteOfAnotherNamespaceIsForItsOwnClientsAlone() {
        String consumers = route("HTTPRoute", "legacy", "{" + to("api-v2") + "}");
        EdgeCase shop = shop(EVERYWHERE, ALL_TO_ONE, consumers);
        web(shop).tcp(80).isAllowed();
        old(shop).tcp(80).isDenied();
        old(shop(EVERYWHERE, ALL_TO_ONE)).tcp(80).isAllowed();
    }

    @Test
    void aPortOfTheParentLimitsTheRoute() {
        String other = ALL_TO_TWO.replace("name: api}]", "name: api, port: 81}]");
        web(shop(SIDECARS, other)).tcp(80).isUndefined("ways differ");
        String own = ALL_TO_TWO.replace("name: api}]", "name: api, port: 80}]");
        web(shop(SIDECARS, own)).tcp(80).isDenied();
    }

    @Test
    void ofSeveralKindsThatOfRequestsCounts() {
        String tcp = route("TCPRoute", "shop", "{" + to("api-v1") + "}");
        web(shop(SIDECARS, tcp, ALL_TO_TWO)).tcp(80).isDenied();
        String opaque = RoutedShop.service("plain", "app: api", "{name: tcp, port: 80}");
        String ofPlain = tcp.replace("name: api}]", "name: plain}]");
        shop(opaque, SIDECARS, ofPlain)
                .from("shop/web")
                .to("shop/plain[Service]")
                .tcp(80)
                .isAllowed();
    }

    @Test
    void hostsOfARouteMayOrMayNotCount() {
        String host = ALL_TO_ONE.replace("spec: {", "spec: {hostnames: [api.example.org], ");
        web(shop(SIDECARS, host)).tcp(80).isUndefined("hosts of a route");
    }

    @Test
    void besideAVirtualServiceEitherMayHold() {
        String virtual =
                """
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: own, namespace: shop}
                spec: {hosts: [api], http: [{route: [{destination: {host: api-v2}}]}]}
                ---
                """;
        web(shop(SIDECARS, ALL_TO_ONE, virtual)).tcp(80).isUndefined("VirtualService and a route");
    }

    @Test
    void aFaultyRouteIsAProblemAndAnswersSaySo() {
        ImportResult result =
                EdgeCase.imported(
                        RoutedShop.PODS,
                        http("{matches: [{path: {type: Glob, value: /a}}], " + to("api-v1") + "}"));
        assertThat(result.problems())
                .singleElement()
                .satisfies(p -> assertThat(p.message()).contains("HTTPRoute shop/routes", "Glob"));
        assertThat(result.design().observed().notAnalysed()).hasSize(1);
    }

    @Test
    void aRouteOfAServiceIsNothingToBeIgnored() {
        ImportResult result = EdgeCase.imported(RoutedShop.PODS, RoutedShop.SERVICES, ALL_TO_ONE);
        assertThat(result.ignored()).isEmpty();
    }

    private static String profile(String overrides) {
        return """
        apiVersion: linkerd.io/v1alpha2
        kind: ServiceProfile
        metadata: {name: api.shop.svc.cluster.local, namespace: shop}
        spec: {routes: [], dstOverrides: [%s]}
        ---
        """
                .formatted(overrides);
    }

    @Test
    void aServiceProfileOfLinkerdTakesThePlaceOfRoutes() {
        EdgeCase none = shop(LINKERD, profile(""), ALL_TO_TWO);
        web(none).http(80, "GET", "/").isUndefined("ways differ");
        String one = "{authority: 'api-v1.shop.svc.cluster.local:80', weight: 500m}";
        web(shop(LINKERD, profile(one), ALL_TO_TWO)).tcp(80).isAllowed();
        String gone = one.replace("api-v1", "gone");
        web(shop(LINKERD, profile(gone))).tcp(80).isUndefined("gone.shop");
    }

    @Test
    void whatARouteRewritesIsOpenWherePoliciesReadRequests() {
        String rewriting = http("{filters: [{type: URLRewrite}], " + to("api-v1") + "}");
        web(shop(SIDECARS, rewriting)).http(80, "GET", "/").isAllowed();
        String policy =
                """
                apiVersion: security.istio.io/v1
                kind: AuthorizationPolicy
                metadata: {name: open, namespace: shop}
                spec: {rules: [{to: [{operation: {paths: [/x]}}]}]}
                ---
                """;
        web(shop(SIDECARS, policy, rewriting)).http(80, "GET", "/x").isUndefined("rewrites");
    }

    @Test
    void whereConsulSendsClientsIsOpen() {
        String router =
                """
                apiVersion: consul.hashicorp.com/v1alpha1
                kind: ServiceRouter
                metadata: {name: api, namespace: shop}
                spec: {routes: [{match: {http: {pathPrefix: /a}}, destination: {service: api-v2}}]}
                ---
                """;
        web(shop(router)).tcp(80).isUndefined("ServiceRouter");
        String resolver =
                """
                apiVersion: consul.hashicorp.com/v1alpha1
                kind: ServiceResolver
                metadata: {name: api, namespace: shop}
                spec: {connectTimeout: 15s}
                ---
                """;
        EdgeCase shop = shop(resolver);
        assertThat(shop.design().observed().natTables()).isEmpty();
    }

    private static final String ENTRY =
            """
            apiVersion: networking.istio.io/v1
            kind: ServiceEntry
            metadata: {name: partner, namespace: shop}
            spec: {hosts: [api.partner.example], ports: [{number: 80, name: http, protocol: HTTP}]}
            ---
            """;

    @Test
    void aServiceEntryOfIstioMayBeAParentToo() {
        String parent =
                "{group: networking.istio.io, kind: ServiceEntry, namespace: shop, name: partner}";
        String service = "{group: '', kind: Service, namespace: shop, name: api}";
        partner(shop(SIDECARS, ENTRY)).tcp(80).isAllowed();
        partner(shop(SIDECARS, ENTRY, ALL_TO_TWO.replace(service, parent))).tcp(80).isDenied();
        partner(shop(SIDECARS, ENTRY, ALL_TO_ONE.replace(service, parent))).tcp(80).isAllowed();
        partner(shop(SIDECARS, ENTRY, ALL_TO_TWO)).tcp(80).isAllowed();
        String exact = "{matches: [{path: {type: Exact, value: /a}}], " + to("api-v1") + "}";
        EdgeCase some = shop(SIDECARS, ENTRY, http(exact).replace(service, parent));
        partner(some).http(80, "GET", "/a").isAllowed();
        partner(some).http(80, "GET", "/b").hasNoRoute();
        partner(shop(ENTRY, ALL_TO_TWO.replace(service, parent)))
                .http(80, "GET", "/")
                .isUndefined("which mesh obeys");
    }

    private static EdgeCase.Asked partner(EdgeCase shop) {
        return shop.from("shop/web").to("api.partner.example[DNS]");
    }
}
