package io.portolan.exporters.edgecases;

import static io.portolan.exporters.edgecases.RoutedShop.SIDECARS;
import static io.portolan.exporters.edgecases.RoutedShop.old;
import static io.portolan.exporters.edgecases.RoutedShop.shop;
import static io.portolan.exporters.edgecases.RoutedShop.to;
import static io.portolan.exporters.edgecases.RoutedShop.virtual;
import static io.portolan.exporters.edgecases.RoutedShop.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.exporters.spi.ImportResult;

import org.junit.jupiter.api.Test;

/// Which clients VirtualServices send elsewhere, and what is left open about them.
final class RoutedClientsTest {
    private static final String ALL_TO_ONE = virtual("http: [{" + to("host: api-v1") + "}]");
    private static final String ALL_TO_TWO = virtual("http: [{" + to("host: api-v2") + "}]");

    @Test
    void otherNamespacesSeeWhatIsExportedToThem() {
        String everywhere = SIDECARS + SIDECARS.replace("name: shop", "name: legacy");
        old(shop(everywhere, ALL_TO_ONE)).tcp(80).isAllowed();
        String own = virtual("exportTo: ['.'], http: [{" + to("host: api-v1") + "}]");
        old(shop(everywhere, own)).tcp(80).isUndefined("ways differ");
        web(shop(everywhere, own)).tcp(80).isAllowed();
    }

    @Test
    void ofSeveralForOneHostNobodyKnowsWhichHolds() {
        String second = ALL_TO_TWO.replace("name: routes", "name: second");
        web(shop(SIDECARS, ALL_TO_ONE, second)).tcp(80).isUndefined("several VirtualServices");
    }

    @Test
    void aSidecarMayKeepRoutesFromItsClients() {
        String sidecar =
                """
                apiVersion: networking.istio.io/v1
                kind: Sidecar
                metadata: {name: own, namespace: shop}
                spec: {egress: [{hosts: ['%s']}]}
                ---
                """;
        String known =
                RoutedShop.SERVICES.replace(
                        "spec: {selector: {app: api},",
                        "spec: {clusterIP: 10.96.0.9, selector: {app: api},");
        String all = RoutedShop.PODS + known + RoutedShop.CLOSED + SIDECARS + ALL_TO_TWO + "---\n";
        web(EdgeCase.manifests(all + sidecar.formatted("./*"))).tcp(80).isUndefined("a Sidecar");
        web(EdgeCase.manifests(all + sidecar.formatted("*/*"))).tcp(80).isDenied();
    }

    @Test
    void aFaultyRouteIsAProblemWithItsPlace() {
        ImportResult result =
                EdgeCase.imported(virtual("http: [{match: [{sourceLabels: [web]}]}]"));
        assertThat(result.problems())
                .singleElement()
                .satisfies(p -> assertThat(p.message()).contains("VirtualService shop/routes"));
    }

    @Test
    void thePodsOfAHeadlessServiceMayBeDialledByItsName() {
        String headless =
                RoutedShop.SERVICES.replace(
                        "spec: {selector: {app: api},",
                        "spec: {clusterIP: None, selector: {app: api},");
        EdgeCase shop = EdgeCase.manifests(RoutedShop.PODS + headless + SIDECARS + ALL_TO_TWO);
        shop.from("shop/web").to("shop/v1").tcp(80).isUndefined("by name is sent elsewhere");
        shop.from("shop/web").to("shop/v1").tcp(81).isAllowed();
        shop.from("legacy/old").to("shop/v1").tcp(80).isAllowed();
    }

    @Test
    void whatAnAnnotationKeepsFromTheProxyMayNotBeRouted() {
        String kept =
                RoutedShop.PODS.replace(
                        "labels: {app: web}",
                        "labels: {app: web}, annotations:"
                                + " {traffic.sidecar.istio.io/excludeOutboundPorts: '80'}");
        String rest = RoutedShop.SERVICES + RoutedShop.CLOSED + SIDECARS + ALL_TO_ONE;
        web(EdgeCase.manifests(kept + rest)).tcp(80).isUndefined("keeps from the proxy");
    }

    @Test
    void gatewaysDoNotReadTheRoutesOfClients() {
        String gateway =
                """
                apiVersion: networking.istio.io/v1
                kind: Gateway
                metadata: {name: front, namespace: shop}
                spec: {selector: {app: web}, servers: []}
                ---
                """;
        web(shop(SIDECARS, gateway, ALL_TO_ONE)).tcp(80).isUndefined("ways differ");
    }

    private static final String PARTNER =
            """
            apiVersion: networking.istio.io/v1
            kind: ServiceEntry
            metadata: {name: partner, namespace: shop}
            spec: {hosts: [api.example.org], ports: [{number: 80, name: http, protocol: HTTP}]}
            ---
            """;

    @Test
    void whoIsSentFromAHostOutsideElsewhereGetsToNobodyKnown() {
        String away =
                virtual("http: [{" + to("host: api-v1") + "}]")
                        .replace("[api]", "[api.example.org]");
        EdgeCase shop = shop(SIDECARS, PARTNER, away);
        shop.from("shop/web")
                .to("api.example.org[DNS]")
                .tcp(80)
                .isUndefined("api-v1.shop.svc.cluster.local, which is not followed");
        shop.from("legacy/old").to("api.example.org[DNS]").tcp(80).isAllowed();
        String stays = away.replace("host: api-v1", "host: api.example.org");
        shop(SIDECARS, PARTNER, stays)
                .from("shop/web")
                .to("api.example.org[DNS]")
                .tcp(80)
                .isAllowed();
    }

    @Test
    void theIdentityBehindARouteIsThatOfTheServiceItLeadsTo() {
        String plain =
                """
                apiVersion: networking.istio.io/v1
                kind: DestinationRule
                metadata: {name: plain, namespace: shop}
                spec: {host: api-v1, trafficPolicy: {tls: {mode: DISABLE}}}
                ---
                """;
        String strict =
                """
                apiVersion: security.istio.io/v1
                kind: PeerAuthentication
                metadata: {name: strict, namespace: shop}
                spec: {mtls: {mode: STRICT}}
                ---
                """;
        web(shop(SIDECARS, strict, ALL_TO_ONE)).tcp(80).isAllowed();
        web(shop(SIDECARS, strict, plain, ALL_TO_ONE)).tcp(80).isUndefined("ways differ");
    }

    @Test
    void hostsThatNobodyKnowsAreNamed() {
        ImportResult result =
                EdgeCase.imported(RoutedShop.PODS, ALL_TO_ONE.replace("[api]", "[elsewhere]"));
        assertThat(result.ignored()).anyMatch(i -> i.why().contains("No host"));
    }

    @Test
    void whatARouteRewritesIsOpenWherePoliciesReadRequests() {
        String rewriting = virtual("http: [{rewrite: {uri: /x}, " + to("host: api-v1") + "}]");
        web(shop(SIDECARS, rewriting)).http(80, "GET", "/").isAllowed();
        String policy =
                """
                apiVersion: security.istio.io/v1
                kind: AuthorizationPolicy
                metadata: {name: closed, namespace: shop}
                spec: {action: DENY, rules: [{to: [{operation: {paths: [/x]}}]}]}
                ---
                """;
        web(shop(SIDECARS, policy, rewriting)).http(80, "GET", "/").isUndefined("rewrites");
        web(shop(SIDECARS, policy, ALL_TO_ONE)).http(80, "GET", "/").isAllowed();
    }
}
