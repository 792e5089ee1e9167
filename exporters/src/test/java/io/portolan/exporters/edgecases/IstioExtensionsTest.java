package io.portolan.exporters.edgecases;

import static io.portolan.exporters.edgecases.IstioShop.PODS;
import static io.portolan.exporters.edgecases.IstioShop.envoyFilter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Objects that may change whatever a proxy of Istio does.
final class IstioExtensionsTest {
    private static final String SHOP =
            PODS
                    + """
                    apiVersion: v1
                    kind: Pod
                    metadata: {name: etl, namespace: data, labels: {app: etl}}
                    ---
                    """;

    private static String patch(String context) {
        return "{workloadSelector: {labels: {app: api}}, configPatches: [{applyTo: HTTP_FILTER,"
                + " match: {context: %s}, patch: {operation: INSERT_FIRST}}]}".formatted(context);
    }

    @Test
    void whatAnEnvoyFilterDoesToTheWorkloadsThatItSelectsIsOpen() {
        EdgeCase shop = EdgeCase.manifests(SHOP, envoyFilter("shop", patch("ANY")));
        assertThat(shop.design().observed().notAnalysed()).isEmpty();
        shop.from("shop/web")
                .to("shop/api")
                .tcp(80)
                .isUndefined("EnvoyFilter shop/lua (f1.yaml:1)");
        shop.from("shop/api").to("shop/web").tcp(80).isUndefined("EnvoyFilter");
        shop.from("shop/web").to("data/db").tcp(80).isAllowed();
        shop.from("shop/web").to("shop/api").udp(80).isAllowed();
    }

    @Test
    void aPatchHoldsInItsContext() {
        EdgeCase in = EdgeCase.manifests(SHOP, envoyFilter("shop", patch("SIDECAR_INBOUND")));
        in.from("shop/web").to("shop/api").tcp(80).isUndefined("EnvoyFilter");
        in.from("shop/api").to("shop/web").tcp(80).isAllowed();
        EdgeCase out = EdgeCase.manifests(SHOP, envoyFilter("shop", patch("SIDECAR_OUTBOUND")));
        out.from("shop/web").to("shop/api").tcp(80).isAllowed();
        out.from("shop/api").to("shop/web").tcp(80).isUndefined("EnvoyFilter");
        EdgeCase gateways = EdgeCase.manifests(SHOP, envoyFilter("shop", patch("GATEWAY")));
        gateways.from("shop/web").to("shop/api").tcp(80).isAllowed();
        String gateway =
                """
                apiVersion: networking.istio.io/v1
                kind: Gateway
                metadata: {name: g, namespace: shop}
                spec: {selector: {app: api}, servers: []}
                ---
                """;
        EdgeCase.manifests(SHOP, gateway + envoyFilter("shop", patch("GATEWAY")))
                .from("shop/web")
                .to("shop/api")
                .tcp(80)
                .isUndefined("EnvoyFilter");
    }

    @Test
    void oneOfTheRootNamespaceHoldsForAllProxies() {
        EdgeCase shop =
                EdgeCase.manifests(SHOP, envoyFilter("istio-system", "{configPatches: [{}]}"));
        shop.from("data/etl").to("data/db").tcp(80).isUndefined("EnvoyFilter istio-system/lua");
    }

    @Test
    void whatAnotherLayerDeniesStaysDenied() {
        String closed =
                """
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: none, namespace: shop}
                spec: {podSelector: {}}
                ---
                """;
        EdgeCase.manifests(SHOP, closed + envoyFilter("shop", patch("ANY")))
                .from("shop/web")
                .to("shop/api")
                .tcp(80)
                .isDenied();
    }

    @Test
    void filtersThatObserveChangeNothing() {
        String stats =
                "{configPatches: [{applyTo: HTTP_FILTER, patch: {operation: INSERT_BEFORE, value:"
                        + " {name: istio.stats}}}]}";
        EdgeCase.manifests(SHOP, envoyFilter("istio-system", stats))
                .from("data/etl")
                .to("data/db")
                .tcp(80)
                .isAllowed();
    }

    @Test
    void aPlugInHoldsForThePodsThatItSelects() {
        String plugin =
                """
                apiVersion: extensions.istio.io/v1alpha1
                kind: WasmPlugin
                metadata: {name: auth, namespace: shop}
                spec: {selector: {matchLabels: {app: api}}, url: 'oci://a/b'}
                ---
                """;
        EdgeCase shop = EdgeCase.manifests(SHOP, plugin);
        shop.from("shop/web").to("shop/api").tcp(80).isUndefined("WasmPlugin shop/auth");
        shop.from("shop/web").to("data/db").tcp(80).isAllowed();
    }

    @Test
    void metricsAndSettingsOfProxiesChangeNoVerdict() {
        String others =
                """
                apiVersion: telemetry.istio.io/v1
                kind: Telemetry
                metadata: {name: t, namespace: istio-system}
                spec: {}
                ---
                apiVersion: networking.istio.io/v1beta1
                kind: ProxyConfig
                metadata: {name: p, namespace: istio-system}
                spec: {concurrency: 2}
                ---
                """;
        EdgeCase shop = EdgeCase.manifests(SHOP, others);
        assertThat(shop.design().observed().notAnalysed()).isEmpty();
        shop.from("shop/web").to("shop/api").tcp(80).isAllowed();
    }
}
