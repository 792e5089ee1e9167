package io.portolan.exporters.edgecases;

import static io.portolan.exporters.edgecases.IstioShop.SHOP;
import static io.portolan.exporters.edgecases.IstioShop.peers;

import io.portolan.model.design.Mesh;
import io.portolan.model.design.MtlsMode;

import org.junit.jupiter.api.Test;

/// Where PeerAuthentications of Istio refuse plaintext.
final class IstioMutualTlsTest {
    private static EdgeCase.Asked outsideToApi(String... manifests) {
        return EdgeCase.manifests(manifests).from("203.0.113.8").to("shop/api[Pod]");
    }

    @Test
    void portLevelMutualTlsComesBeforeThatOfTheWorkload() {
        String strict =
                peers(
                        "strict",
                        "shop",
                        "{selector: {matchLabels: {app: api}}, mtls: {mode: STRICT},"
                                + " portLevelMtls: {8081: {mode: DISABLE}}}");
        EdgeCase.From outside = EdgeCase.manifests(SHOP, strict).from("203.0.113.8");
        outside.to("shop/api[Pod]").tcp(80).isDenied();
        outside.to("shop/api[Pod]").tcp(8081).isAllowed();
    }

    @Test
    void aMeshThatIsDrawnStrictRefusesPlaintextExceptWhereAPolicySaysOtherwise() {
        String open = peers("open", "data", "{mtls: {mode: PERMISSIVE}}");
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

    private static final String SERVICE =
            IstioShop.PODS
                    + """
                    apiVersion: v1
                    kind: Service
                    metadata: {name: api, namespace: shop}
                    spec: {clusterIP: 10.96.0.2, selector: {app: api}, ports: [{port: 80, targetPort: 8080}]}
                    ---
                    """;
    private static final String OFF = peers("off", "shop", "{mtls: {mode: DISABLE}}");

    private static String speaks(String mode) {
        return """
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata: {name: api, namespace: shop}
        spec: {host: api, trafficPolicy: {tls: {mode: %s}}}
        ---
        """
                .formatted(mode);
    }

    @Test
    void mutualTlsThatTheServerDisablesReachesNobody() {
        EdgeCase shop = EdgeCase.manifests(SERVICE, OFF, speaks("ISTIO_MUTUAL"));
        shop.from("shop/web").to("shop/api[Pod]").tcp(8080).isDenied().because("mtls shop/off");
        shop.from("shop/web").to("shop/api[Service]").tcp(80).isDenied();
        shop.from("shop/web").to("shop/api[Pod]").tcp(9090).isAllowed();
        shop.from("shop/web").to("data/db").tcp(8080).isAllowed();
        shop.from("203.0.113.8").to("shop/api[Pod]").tcp(8080).isAllowed();
        for (String mode : new String[] {"SIMPLE", "MUTUAL"}) {
            EdgeCase.manifests(SERVICE, OFF, speaks(mode))
                    .from("shop/web")
                    .to("shop/api[Pod]")
                    .tcp(8080)
                    .isUndefined("speaks TLS itself");
        }
        for (String mode : new String[] {"DISABLE", "{}"}) {
            String rule = speaks(mode).replace("tls: {mode: {}}", "loadBalancer: {}");
            EdgeCase.manifests(SERVICE, OFF, rule)
                    .from("shop/web")
                    .to("shop/api[Pod]")
                    .tcp(8080)
                    .isAllowed();
        }
    }

    @Test
    void mutualTlsIsRefusedWhereTheNearestPeerAuthenticationDisablesIt() {
        String mutual = speaks("ISTIO_MUTUAL");
        String everywhere = peers("off", "istio-system", "{mtls: {mode: DISABLE}}");
        String near = peers("on", "shop", "{mtls: {mode: PERMISSIVE}}");
        webToApi(SERVICE, mutual, everywhere).isDenied();
        webToApi(SERVICE, mutual, everywhere, near).isAllowed();
        String port =
                "{selector: {matchLabels: {app: api}}, portLevelMtls: {8080: {mode: DISABLE}}}";
        webToApi(SERVICE, mutual, near, peers("own", "shop", port)).isDenied();
        String other = port.replace("8080", "8081");
        webToApi(SERVICE, mutual, near, peers("own", "shop", other)).isAllowed();
    }

    @Test
    void clientsWithoutASidecarAndPortsThatGoPastItSpeakNoMutualTls() {
        String mutual = speaks("ISTIO_MUTUAL");
        String members = SERVICE + IstioShop.namespace("shop", "istio-injection: enabled");
        String out = "metadata: {name: web, namespace: shop, labels: {app: web}";
        webToApi(
                        members.replace(
                                out, out + ", annotations: {sidecar.istio.io/inject: 'false'}"),
                        mutual,
                        OFF)
                .isAllowed();
        String past = ", annotations: {traffic.sidecar.istio.io/excludeOutboundPorts: '80'}";
        webToApi(members.replace(out, out + past), mutual, OFF).isUndefined("past their sidecar");
    }

    private static final String MEMBERS =
            SERVICE + IstioShop.namespace("shop", "istio-injection: enabled");

    /// The shop with an annotation on a pod.
    private static String annotated(String name, String annotation) {
        String pod = "metadata: {name: %s, namespace: shop, labels: {app: %<s}".formatted(name);
        return MEMBERS.replace(pod, pod + ", annotations: {%s}".formatted(annotation));
    }

    @Test
    void mutualTlsToAServerWithoutASidecarReachesNobody() {
        String alone = annotated("api", "sidecar.istio.io/inject: 'false'");
        EdgeCase shop = EdgeCase.manifests(alone, speaks("ISTIO_MUTUAL"));
        shop.from("shop/web").to("shop/api[Pod]").tcp(8080).isDenied().because("without a proxy");
        shop.from("shop/web").to("shop/api[Service]").tcp(80).isDenied();
        shop.from("shop/web").to("shop/api[Pod]").tcp(9090).isAllowed();
        shop.from("data/db").to("shop/api[Pod]").tcp(8080).isAllowed();
        webToApi(alone, speaks("SIMPLE")).isAllowed();
        webToApi(MEMBERS, speaks("ISTIO_MUTUAL")).isAllowed();
    }

    @Test
    void mutualTlsToAPortThatTheServersProxyDoesNotTakeOverReachesNobody() {
        for (String annotation :
                new String[] {"excludeInboundPorts: '8080'", "includeInboundPorts: '9090'"}) {
            String past = annotated("api", "traffic.sidecar.istio.io/" + annotation);
            EdgeCase shop = EdgeCase.manifests(past, speaks("ISTIO_MUTUAL"));
            shop.from("shop/web").to("shop/api[Pod]").tcp(8080).isDenied();
            shop.from("shop/web").to("shop/api[Service]").tcp(80).isDenied();
            shop.from("data/db").to("shop/api[Pod]").tcp(8080).isAllowed();
            webToApi(past).isAllowed();
        }
    }

    @Test
    void whatLeavesPastTheClientsSidecarMayReachAServerWithoutProxy() {
        String past = "traffic.sidecar.istio.io/excludeOutboundPorts: '80'";
        String both =
                annotated("web", past)
                        + IstioShop.namespace("bare", "a: b")
                        + SERVICE.replace("namespace: shop", "namespace: bare");
        String mutual = speaks("ISTIO_MUTUAL").replace("namespace: shop", "namespace: bare");
        EdgeCase.manifests(both, mutual)
                .from("shop/web")
                .to("bare/api[Pod]")
                .tcp(8080)
                .isUndefined("past their sidecar");
    }

    private static Judged webToApi(String... manifests) {
        return EdgeCase.manifests(manifests).from("shop/web").to("shop/api[Pod]").tcp(8080);
    }
}
