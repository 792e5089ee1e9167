package io.portolan.exporters.edgecases;

import static io.portolan.exporters.edgecases.IstioShop.namespace;
import static io.portolan.exporters.edgecases.IstioShop.policy;

import org.junit.jupiter.api.Test;

/// A pod that dials its own address meets no proxy: such packets never leave its loopback.
final class LoopbackTest {
    private static final String REPLICAS =
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: many, namespace: shop}
            spec: {replicas: 3, template: {metadata: {labels: {app: many}}}}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: api, namespace: shop}
            spec: {clusterIP: 10.96.0.2, selector: {app: api}, ports: [{port: 80, targetPort: 8080}]}
            ---
            """;

    private static void isAskedOfOthersOnly(EdgeCase shop) {
        shop.from("shop/api[Pod]").to("shop/api[Pod]").tcp(8080).isAllowed().because("loopback");
        shop.from("shop/web").to("shop/api[Pod]").tcp(8080).isDenied();
        shop.from("shop/many").to("shop/many").tcp(8080).isUndefined("replica");
        shop.from("shop/api[Pod]").to("10.96.0.2").tcp(80).isDenied();
    }

    @Test
    void noPolicyOfIstioIsAsked() {
        isAskedOfOthersOnly(EdgeCase.manifests(IstioShop.PODS, REPLICAS, policy("{}")));
        isAskedOfOthersOnly(
                EdgeCase.manifests(
                        IstioShop.PODS,
                        REPLICAS,
                        namespace("shop", "istio.io/dataplane-mode: ambient"),
                        policy("{}")));
    }

    @Test
    void noPolicyOfLinkerdIsAsked() {
        isAskedOfOthersOnly(
                EdgeCase.manifests(LinkerdTexts.PODS, REPLICAS, LinkerdTexts.config("deny")));
    }

    @Test
    void podsWithTheLabelsOfReplicasAreNotToldFromThem() {
        String twin = REPLICAS.replace("labels: {app: many}", "labels: {app: api}");
        EdgeCase.manifests(IstioShop.PODS, twin, policy("{}"))
                .from("shop/api[Pod]")
                .to("shop/api[Pod]")
                .tcp(8080)
                .isUndefined("replica");
    }
}
