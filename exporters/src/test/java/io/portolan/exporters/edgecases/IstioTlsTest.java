package io.portolan.exporters.edgecases;

import static io.portolan.exporters.edgecases.IstioShop.PODS;
import static io.portolan.exporters.edgecases.IstioShop.namespace;
import static io.portolan.exporters.edgecases.IstioShop.peers;
import static io.portolan.exporters.edgecases.IstioShop.policy;
import static io.portolan.exporters.edgecases.IstioShop.webToApi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// DestinationRules that change what TLS clients speak, from their text to the verdict.
final class IstioTlsTest {
    private static final String STRICT = peers("strict", "shop", "{mtls: {mode: STRICT}}");
    private static final String OPEN =
            PODS
                    + """
                    apiVersion: v1
                    kind: Service
                    metadata: {name: api, namespace: shop}
                    spec: {clusterIP: 10.96.0.2, selector: {app: api}, ports: [{port: 80, targetPort: 8080}, {port: 81}]}
                    ---
                    """;
    private static final String SHOP = OPEN + STRICT;
    private static final String API = "api.shop.svc.cluster.local";

    private static String rule(String namespace, String host, String spec) {
        return """
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata: {name: %s, namespace: %s}
        spec: {host: '%s', %s}
        ---
        """
                .formatted("r" + Integer.toHexString(spec.hashCode()), namespace, host, spec);
    }

    private static String tls(String mode) {
        return "trafficPolicy: {tls: {mode: %s}}".formatted(mode);
    }

    private static EdgeCase.Asked fromWeb(String... rules) {
        return webToApi(EdgeCase.manifests(SHOP, String.join("", rules)));
    }

    private static EdgeCase.Asked fromDb(String... rules) {
        return EdgeCase.manifests(SHOP, String.join("", rules)).from("data/db").to("shop/api[Pod]");
    }

    @Test
    void clientsWithoutMutualTlsFailWhereItIsStrict() {
        for (String mode : new String[] {"DISABLE", "SIMPLE", "MUTUAL"}) {
            fromWeb(rule("shop", "api", tls(mode))).tcp(8080).isDenied().because("mtls");
        }
        fromWeb(rule("shop", "api", "trafficPolicy: {tls: {sni: a}}")).tcp(8080).isDenied();
        fromWeb(rule("shop", "api", tls("ISTIO_MUTUAL"))).tcp(8080).isAllowed();
        fromWeb(rule("shop", "api", "trafficPolicy: {}")).tcp(8080).isAllowed();
    }

    @Test
    void theAddressOfTheServiceIsDialledLikewise() {
        EdgeCase shop = EdgeCase.manifests(SHOP, rule("shop", "api", tls("DISABLE")));
        shop.from("shop/web").to("shop/api[Service]").tcp(80).isDenied();
        shop.from("shop/web").to("data/db").tcp(80).isAllowed();
    }

    @Test
    void withoutIdentityNoRuleThatAsksForOneMatches() {
        String open = SHOP.replace("STRICT", "PERMISSIVE");
        String policy = policy("{rules: [{from: [{source: {namespaces: [shop]}}]}]}");
        EdgeCase.manifests(open, policy).from("shop/web").to("shop/api[Pod]").tcp(8080).isAllowed();
        EdgeCase.manifests(open, policy + rule("shop", "api", tls("DISABLE")))
                .from("shop/web")
                .to("shop/api[Pod]")
                .tcp(8080)
                .isDenied();
    }

    @Test
    void settingsOfAPortReplaceThoseOfAll() {
        String one =
                "trafficPolicy: {portLevelSettings: [{port: {number: 80}, tls: {mode: DISABLE}}]}";
        fromWeb(rule("shop", "api", one)).tcp(8080).isDenied();
        fromWeb(rule("shop", "api", one)).tcp(81).isAllowed();
        String other =
                "trafficPolicy: {tls: {mode: DISABLE}, portLevelSettings: [{port: {number: 80}}]}";
        fromWeb(rule("shop", "api", other)).tcp(8080).isAllowed();
        fromWeb(rule("shop", "api", other)).tcp(81).isDenied();
    }

    @Test
    void whichSubsetIsMeantIsNotFollowed() {
        String subset = "subsets: [{name: v1, %s}]".formatted(tls("DISABLE"));
        fromWeb(rule("shop", "api", subset)).tcp(8080).isUndefined("");
    }

    @Test
    void aRuleHoldsForClientsOfItsNamespaceOrWhereTheServiceExportsIt() {
        String own = "exportTo: ['.'], " + tls("DISABLE");
        fromDb(rule("data", API, own)).tcp(8080).isDenied();
        fromWeb(rule("data", API, tls("DISABLE"))).tcp(8080).isAllowed();
        fromDb(rule("shop", API, tls("DISABLE"))).tcp(8080).isDenied();
        fromDb(rule("shop", API, own)).tcp(8080).isAllowed();
        fromDb(rule("shop", API, "exportTo: [data], " + tls("DISABLE"))).tcp(8080).isDenied();
        fromWeb(rule("istio-system", "*.local", tls("DISABLE"))).tcp(8080).isDenied();
        fromDb(rule("data", "api", tls("DISABLE"))).tcp(8080).isAllowed();
    }

    @Test
    void theNamespaceOfTheClientComesFirstAndTheMostSpecificHost() {
        String everywhere = rule("istio-system", "*.local", tls("DISABLE"));
        fromWeb(everywhere, rule("shop", API, tls("ISTIO_MUTUAL"))).tcp(8080).isAllowed();
        fromWeb(rule("shop", "*.local", tls("DISABLE")), rule("shop", API, tls("ISTIO_MUTUAL")))
                .tcp(8080)
                .isAllowed();
        fromWeb(rule("shop", API, tls("DISABLE")), rule("shop", API, tls("ISTIO_MUTUAL")))
                .tcp(8080)
                .isUndefined("");
    }

    @Test
    void aSelectorLimitsTheClients() {
        String web = "workloadSelector: {matchLabels: {app: web}}, " + tls("DISABLE");
        fromWeb(rule("shop", API, web)).tcp(8080).isDenied();
        fromWeb(rule("shop", API, web.replace("app: web", "app: other"))).tcp(8080).isAllowed();
    }

    @Test
    void podsOfSeveralServicesMayBeDialledByAnother() {
        String other =
                """
                apiVersion: v1
                kind: Service
                metadata: {name: other, namespace: shop}
                spec: {clusterIP: 10.96.0.3, selector: {app: api}, ports: [{port: 8080}]}
                ---
                """;
        fromWeb(other, rule("shop", "api", tls("DISABLE"))).tcp(8080).isUndefined("");
    }

    @Test
    void proxiesOfNodesReadNoDestinationRules() {
        String ambient = namespace("shop", "istio.io/dataplane-mode: ambient");
        fromWeb(ambient, rule("shop", "api", tls("DISABLE"))).tcp(8080).isAllowed();
    }

    @Test
    void anUnknownModeIsRefused() {
        assertThat(EdgeCase.imported(rule("shop", "api", tls("SOME"))).problems())
                .singleElement()
                .satisfies(p -> assertThat(p.message()).contains("DestinationRule", "SOME"));
    }

    @Test
    void requestsInTlsOfTheClientAreNotRead() {
        String open = SHOP.replace("STRICT", "PERMISSIVE");
        String policy = policy("{rules: [{to: [{operation: {methods: [GET]}}]}]}");
        EdgeCase shop = EdgeCase.manifests(open, policy + rule("shop", "api", tls("SIMPLE")));
        shop.from("shop/web").to("shop/api[Pod]").http(8080, "GET", "/").isUndefined("TLS");
        shop.from("data/db").to("shop/api[Pod]").http(81, "GET", "/").isUndefined("TLS");
        shop.from("shop/web").to("shop/api[Pod]").http(9090, "GET", "/").isAllowed();
    }

    private static EdgeCase disabled(String namespace, String spec, String... more) {
        String policy =
                policy("{rules: [{from: [{source: {namespaces: [shop]}}]}]}")
                        + peers("off", namespace, spec);
        return EdgeCase.manifests(OPEN, policy + String.join("", more));
    }

    @Test
    void clientsProveNoIdentityWhereMutualTlsIsDisabled() {
        EdgeCase shop = disabled("shop", "{mtls: {mode: DISABLE}}");
        shop.from("shop/web").to("shop/api[Pod]").tcp(8080).isDenied();
        shop.from("shop/web").to("shop/api[Service]").tcp(80).isDenied();
        EdgeCase permissive = disabled("shop", "{mtls: {mode: PERMISSIVE}}");
        permissive.from("shop/web").to("shop/api[Pod]").tcp(8080).isAllowed();
    }

    @Test
    void whatAWorkloadDisablesItDisablesForItsPorts() {
        String one =
                "{selector: {matchLabels: {app: api}}, mtls: {mode: STRICT}, portLevelMtls: {81:"
                        + " {mode: DISABLE}}}";
        EdgeCase shop = disabled("shop", one, STRICT);
        shop.from("shop/web").to("shop/api[Pod]").tcp(81).isDenied();
        shop.from("shop/web").to("shop/api[Pod]").tcp(8080).isAllowed();
        shop.from("shop/web").to("shop/api[Service]").tcp(81).isUndefined("");
    }

    @Test
    void whatComesBeforeTheMeshLeavesOpenWhatTheMeshDisables() {
        EdgeCase shop = disabled("istio-system", "{mtls: {mode: DISABLE}}", STRICT);
        shop.from("shop/web").to("shop/api[Pod]").tcp(8080).isUndefined("");
    }

    @Test
    void theMeshSaysForWhomRulesAreThatDoNotSay() {
        String usual =
                """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: istio, namespace: istio-system}
                data: {mesh: "defaultDestinationRuleExportTo: ['.']"}
                ---
                """;
        fromDb(rule("shop", API, tls("DISABLE")), usual).tcp(8080).isAllowed();
        fromWeb(rule("shop", API, tls("DISABLE")), usual).tcp(8080).isDenied();
        fromDb(rule("shop", API, "exportTo: ['*'], " + tls("DISABLE")), usual).tcp(8080).isDenied();
    }
}
