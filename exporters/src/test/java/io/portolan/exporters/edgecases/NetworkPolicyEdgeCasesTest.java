package io.portolan.exporters.edgecases;

import org.junit.jupiter.api.Test;

/// NetworkPolicy from its text to the verdict.
final class NetworkPolicyEdgeCasesTest {
    private static final String PODS =
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: api, namespace: shop, labels: {app: api}}
            """;

    @Test
    void emptyPodSelectorClosesEveryPodOfTheNamespace() {
        EdgeCase shop =
                EdgeCase.manifests(
                        PODS,
                        """
                        apiVersion: networking.k8s.io/v1
                        kind: NetworkPolicy
                        metadata: {name: closed, namespace: shop}
                        spec: {podSelector: {}}
                        """);
        shop.from("shop/web").to("shop/api").tcp(80).isDenied().because("isolated");
    }
}
