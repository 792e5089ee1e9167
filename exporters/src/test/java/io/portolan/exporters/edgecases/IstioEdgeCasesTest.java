package io.portolan.exporters.edgecases;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.exporters.spi.ImportResult;
import io.portolan.model.design.Mesh;
import io.portolan.model.design.MtlsMode;

import org.junit.jupiter.api.Test;

/// Istio from its text to the verdict.
final class IstioEdgeCasesTest {
    private static final String SHOP =
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: api, namespace: shop, labels: {app: api}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: db, namespace: data, labels: {app: db}}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: api, namespace: shop}
            spec: {selector: {app: api}, ports: [{port: 80}]}
            ---
            apiVersion: networking.istio.io/v1
            kind: ServiceEntry
            metadata: {name: partner, namespace: shop}
            spec: {hosts: [api.partner.example], ports: [{number: 443, name: tls, protocol: TLS}]}
            """;
    private static final String CLOSED =
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: istio, namespace: istio-system}
            data:
              mesh: |
                outboundTrafficPolicy: {mode: REGISTRY_ONLY}
            """;

    private static String sidecar(String name, String spec) {
        return """
        apiVersion: networking.istio.io/v1
        kind: Sidecar
        metadata: {name: %s, namespace: shop}
        spec: %s
        """
                .formatted(name, spec);
    }

    @Test
    void registryOnlyRefusesWhatNobodyRegistered() {
        EdgeCase shop = EdgeCase.manifests(SHOP, CLOSED);
        shop.from("shop/web").to("shop/api[Pod]").tcp(80).isAllowed();
        shop.from("shop/web").to("api.partner.example[DNS]").tcp(443).isAllowed();
        shop.from("shop/web").to("data/db").tcp(5432).isDenied().because("REGISTRY_ONLY");
        shop.from("shop/web").to("data/db").udp(5432).isAllowed();
    }

    @Test
    void anOutsideAddressMayBeThatOfARegisteredName() {
        EdgeCase.manifests(SHOP, CLOSED)
                .from("shop/web")
                .to("203.0.113.7")
                .tcp(443)
                .isUndefined("api.partner.example");
    }

    @Test
    void aSidecarLimitsItsNamespaceToTheHostsThatItNames() {
        EdgeCase shop =
                EdgeCase.manifests(
                        SHOP,
                        CLOSED,
                        sidecar("own", "{egress: [{hosts: ['./api.shop.svc.cluster.local']}]}"));
        shop.from("shop/web").to("shop/api[Pod]").tcp(80).isAllowed().because("api.shop.svc");
        shop.from("shop/web").to("api.partner.example[DNS]").tcp(443).isDenied();
        shop.from("data/db").to("api.partner.example[DNS]").tcp(443).isAllowed();
    }

    @Test
    void whatASidecarOfAllowAnyDoesNotNameMayOrMayNotBeForwarded() {
        EdgeCase shop = EdgeCase.manifests(SHOP, sidecar("own", "{egress: [{hosts: ['~/*']}]}"));
        shop.from("shop/web").to("shop/api[Pod]").tcp(80).isUndefined("another listener");
        shop.from("shop/web").to("203.0.113.7").tcp(443).isAllowed();
    }

    @Test
    void aSidecarWithSelectorComesBeforeThatOfTheNamespace() {
        EdgeCase shop =
                EdgeCase.manifests(
                        SHOP,
                        CLOSED,
                        sidecar("all", "{egress: [{hosts: ['*/*']}]}"),
                        sidecar(
                                "web",
                                "{workloadSelector: {labels: {app: web}}, egress: [{hosts:"
                                        + " ['~/*']}]}"));
        shop.from("shop/web").to("shop/api[Pod]").tcp(80).isDenied();
        shop.from("shop/api[Pod]").to("api.partner.example[DNS]").tcp(443).isAllowed();
    }

    @Test
    void aHostThatIsNotExportedIsUnknownElsewhere() {
        String own = SHOP.replace("{hosts: [api", "{exportTo: ['.'], hosts: [api");
        String everything =
                sidecar("all", "{egress: [{hosts: ['*/*']}]}").replace("shop}", "data}");
        EdgeCase shop = EdgeCase.manifests(own, CLOSED, everything);
        shop.from("data/db").to("api.partner.example[DNS]").tcp(443).isDenied();
    }

    @Test
    void anUnknownModeIsRefusedWithItsPlace() {
        ImportResult result =
                EdgeCase.imported(sidecar("odd", "{outboundTrafficPolicy: {mode: SOME}}"));
        assertThat(result.problems())
                .singleElement()
                .satisfies(p -> assertThat(p.message()).contains("Sidecar shop/odd", "SOME"))
                .satisfies(p -> assertThat(p.line()).isEqualTo(4));
    }

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

    private static String policy(String spec) {
        return """
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata: {name: p, namespace: shop}
        spec: %s
        """
                .formatted(spec);
    }

    private static String namespace(String name, String labels) {
        return """
        apiVersion: v1
        kind: Namespace
        metadata: {name: %s, labels: {%s}}
        """
                .formatted(name, labels);
    }

    private static final String AMBIENT =
            namespace("shop", "istio.io/dataplane-mode: ambient")
                    + "---\n"
                    + namespace("data", "istio.io/dataplane-mode: ambient");

    private EdgeCase.Asked webToApi(EdgeCase shop) {
        return shop.from("shop/web").to("shop/api[Pod]");
    }

    @Test
    void anAllowWithoutRulesDeniesAllTcp() {
        EdgeCase shop = EdgeCase.manifests(SHOP, policy("{}"));
        webToApi(shop).tcp(80).isDenied();
        webToApi(shop).udp(80).isAllowed();
    }

    @Test
    void anAllowWithHttpConditionsLetsNoOtherTcpIn() {
        EdgeCase shop =
                EdgeCase.manifests(
                        SHOP, policy("{rules: [{to: [{operation: {methods: [GET]}}]}]}"));
        webToApi(shop).http(80, "GET", "/").isAllowed();
        webToApi(shop).http(80, "PUT", "/").isDenied();
    }

    @Test
    void inAmbientModeAnAllowWithHttpConditionsIsLeftOut() {
        EdgeCase shop =
                EdgeCase.manifests(
                        SHOP, AMBIENT, policy("{rules: [{to: [{operation: {methods: [GET]}}]}]}"));
        webToApi(shop).http(80, "GET", "/").isDenied();
    }

    @Test
    void inAmbientModeADenyKeepsWhatIsNoHttpOfEachEntry() {
        EdgeCase wider =
                EdgeCase.manifests(
                        SHOP,
                        AMBIENT,
                        policy(
                                "{action: DENY, rules: [{to: [{operation: {ports: ['80'], paths:"
                                        + " [/admin]}}]}]}"));
        webToApi(wider).http(80, "GET", "/").isDenied();
        webToApi(wider).tcp(81).isAllowed();
        EdgeCase nothing =
                EdgeCase.manifests(
                        SHOP,
                        AMBIENT,
                        policy(
                                "{action: DENY, rules: [{from: [{source: {namespaces: [shop]}}],"
                                        + " to: [{operation: {paths: [/admin]}}]}]}"));
        webToApi(nothing).http(80, "GET", "/admin").isAllowed();
    }

    @Test
    void aDenyByIdentityDoesNotSeePlaintextUnderPermissive() {
        String outside =
                policy("{action: DENY, rules: [{from: [{source: {notNamespaces: [shop]}}]}]}");
        EdgeCase shop = EdgeCase.manifests(SHOP, outside);
        webToApi(shop).tcp(80).isAllowed();
        shop.from("203.0.113.8").to("shop/api[Pod]").tcp(80).isDenied();
        EdgeCase open =
                EdgeCase.manifests(
                        SHOP,
                        policy(
                                "{action: DENY, rules: [{from: [{source: {namespaces:"
                                        + " [data]}}]}]}"));
        open.from("203.0.113.8").to("shop/api[Pod]").tcp(80).isAllowed();
        open.from("data/db").to("shop/api[Pod]").tcp(80).isDenied();
    }

    @Test
    void aDryRunAloneAllowsEverything() {
        String dry =
                policy("{}")
                        .replace(
                                "namespace: shop",
                                "namespace: shop, annotations: {istio.io/dry-run: 'true'}");
        webToApi(EdgeCase.manifests(SHOP, dry)).tcp(80).isAllowed();
    }

    @Test
    void excludedPortsBypassThePolicies() {
        String excluding =
                SHOP.replace(
                        "labels: {app: api}}",
                        "labels: {app: api}, annotations:"
                                + " {traffic.sidecar.istio.io/excludeInboundPorts: '80'}}");
        EdgeCase shop = EdgeCase.manifests(excluding, policy("{}"));
        webToApi(shop).tcp(80).isAllowed().because("excludeInboundPorts");
        webToApi(shop).tcp(81).isDenied();
    }

    @Test
    void aPodWithoutProxyIsNotGovernedByTheMesh() {
        String out =
                SHOP.replace(
                        "labels: {app: api}}",
                        "labels: {app: api, sidecar.istio.io/inject: 'false'}}");
        EdgeCase shop =
                EdgeCase.manifests(
                        out, namespace("shop", "istio-injection: enabled"), policy("{}"));
        webToApi(shop).tcp(80).isAllowed();
        shop.from("shop/api[Pod]").to("shop/web").tcp(80).isDenied();
    }

    @Test
    void portLevelMutualTlsComesBeforeThatOfTheWorkload() {
        String strict =
                """
                apiVersion: security.istio.io/v1
                kind: PeerAuthentication
                metadata: {name: strict, namespace: shop}
                spec: {selector: {matchLabels: {app: api}}, mtls: {mode: STRICT}, portLevelMtls: {8081: {mode: DISABLE}}}
                """;
        EdgeCase.From outside = EdgeCase.manifests(SHOP, strict).from("203.0.113.8");
        outside.to("shop/api[Pod]").tcp(80).isDenied();
        outside.to("shop/api[Pod]").tcp(8081).isAllowed();
    }

    @Test
    void twoMeshesOfOneTrustDomainKnowEachOther() {
        EdgeCase shop =
                EdgeCase.manifests(
                        SHOP,
                        namespace("shop", "istio-injection: enabled"),
                        namespace("data", "istio.io/dataplane-mode: ambient"),
                        policy("{rules: [{from: [{source: {namespaces: [data]}}]}]}"));
        shop.from("data/db").to("shop/api[Pod]").tcp(80).isAllowed();
        webToApi(shop).tcp(80).isDenied();
    }

    @Test
    void aMeshThatIsDrawnStrictRefusesPlaintextExceptWhereAPolicySaysOtherwise() {
        String open =
                """
                apiVersion: security.istio.io/v1
                kind: PeerAuthentication
                metadata: {name: open, namespace: data}
                spec: {mtls: {mode: PERMISSIVE}}
                """;
        EdgeCase strict =
                EdgeCase.manifests(SHOP, open)
                        .changed(d ->
                                d.with(
                                        d.all(Mesh.class)
                                                .findFirst()
                                                .orElseThrow()
                                                .withMtls(MtlsMode.STRICT)));
        strict.from("203.0.113.8").to("shop/api[Pod]").tcp(80).isDenied();
        strict.from("203.0.113.8").to("data/db").tcp(80).isAllowed();
    }

    private static String peers(String name, String namespace, String spec) {
        return """
        apiVersion: security.istio.io/v1
        kind: PeerAuthentication
        metadata: {name: %s, namespace: %s}
        spec: %s
        """
                .formatted(name, namespace, spec);
    }

    private static EdgeCase.Asked outsideToApi(String... manifests) {
        return EdgeCase.manifests(manifests).from("203.0.113.8").to("shop/api[Pod]");
    }

    @Test
    void aPeerAuthenticationOfWorkloadsInTheRootNamespaceIsIgnored() {
        String strict = peers("default", "shop", "{mtls: {mode: STRICT}}");
        String legacy =
                peers(
                        "legacy",
                        "istio-system",
                        "{selector: {matchLabels: {app: api}}, mtls: {mode: PERMISSIVE}}");
        outsideToApi(SHOP, legacy, strict).tcp(80).isDenied();
    }

    @Test
    void anEmptySelectorIsThatOfTheNamespace() {
        String wide = peers("wide", "shop", "{selector: {}, mtls: {mode: PERMISSIVE}}");
        String own =
                peers("own", "shop", "{selector: {matchLabels: {app: api}}, mtls: {mode: STRICT}}");
        outsideToApi(SHOP, wide, own).tcp(80).isDenied();
    }

    @Test
    void theOlderOfTwoPeerAuthenticationsHoldsAndUnknownAgesAreUndefined() {
        String strict = peers("b", "shop", "{mtls: {mode: STRICT}}");
        String open = peers("a", "shop", "{mtls: {mode: PERMISSIVE}}");
        outsideToApi(SHOP, strict, open).tcp(80).isUndefined("");
        outsideToApi(
                        SHOP,
                        strict.replace(
                                "name: b,", "name: b, creationTimestamp: '2026-01-01T00:00:00Z',"),
                        open.replace(
                                "name: a,", "name: a, creationTimestamp: '2026-02-01T00:00:00Z',"))
                .tcp(80)
                .isDenied();
    }

    @Test
    void anEmptyListIsNoCondition() {
        String deny =
                policy(
                        "{action: DENY, rules: [{to: [{operation: {methods: [], paths:"
                                + " ['/admin*']}}]}]}");
        webToApi(EdgeCase.manifests(SHOP, deny)).http(80, "GET", "/admin/x").isDenied();
    }

    @Test
    void portsThatBypassTheProxyAreThoseOfThePodsThatSaySo() {
        String root =
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: other, namespace: istio-system, labels: {app: api}, annotations: {traffic.sidecar.istio.io/excludeInboundPorts: '80'}}
                """;
        webToApi(EdgeCase.manifests(SHOP, root, policy("{}"))).tcp(80).isDenied();
        String canary =
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: all, namespace: shop, annotations: {traffic.sidecar.istio.io/excludeInboundPorts: '80'}}
                """;
        webToApi(EdgeCase.manifests(SHOP, canary, policy("{}"))).tcp(80).isUndefined("labels");
        String ambient =
                SHOP.replace(
                        "labels: {app: api}}",
                        "labels: {app: api}, annotations:"
                                + " {traffic.sidecar.istio.io/excludeInboundPorts: '80'}}");
        webToApi(EdgeCase.manifests(ambient, AMBIENT, policy("{}"))).tcp(80).isDenied();
    }

    @Test
    void theSettingsOfARevisionHoldToo() {
        EdgeCase.manifests(SHOP, CLOSED.replace("name: istio,", "name: istio-1-24,"))
                .from("shop/web")
                .to("data/db")
                .tcp(5432)
                .isDenied();
    }
}
