package io.portolan.exporters.edgecases;

import static io.portolan.exporters.edgecases.IstioShop.SHOP;
import static io.portolan.exporters.edgecases.IstioShop.namespace;
import static io.portolan.exporters.edgecases.IstioShop.policy;
import static io.portolan.exporters.edgecases.IstioShop.webToApi;

import org.junit.jupiter.api.Test;

/// AuthorizationPolicies of Istio at sidecars and in ambient mode, and who bypasses them.
final class IstioAuthorizationTest {
    private static final String AMBIENT =
            namespace("shop", "istio.io/dataplane-mode: ambient")
                    + namespace("data", "istio.io/dataplane-mode: ambient");

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
    void anAccountWithoutANamespaceIsOfThatOfThePolicy() {
        EdgeCase own =
                EdgeCase.manifests(
                        SHOP,
                        policy("{rules: [{from: [{source: {serviceAccounts: [default]}}]}]}"));
        webToApi(own).tcp(80).isAllowed();
        own.from("data/db").to("shop/api[Pod]").tcp(80).isDenied();
        EdgeCase others =
                EdgeCase.manifests(
                        SHOP,
                        policy(
                                "{action: DENY, rules: [{from: [{source: {notServiceAccounts:"
                                        + " [default, data/db]}}]}]}"));
        webToApi(others).tcp(80).isAllowed();
        others.from("data/db").to("shop/api[Pod]").tcp(80).isDenied();
    }
}
