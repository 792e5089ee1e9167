package io.portolan.exporters.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.exporters.spi.ImportResult;
import io.portolan.exporters.spi.ImportResult.Problem;
import io.portolan.exporters.spi.Source;
import io.portolan.model.design.Workload;
import io.portolan.model.policy.Remainder;

import org.junit.jupiter.api.Test;

import java.util.List;

/// What cannot be read is said, neither takes the rest with it nor leaves the design in silence.
final class BrokenManifestsTest {
    private static final String POD =
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            ---
            """;

    private static ImportResult read(String text) {
        return new KubernetesImporter().read(List.of(new Source("f.yaml", POD + text)));
    }

    private static List<String> notAnalysed(ImportResult result) {
        assertThat(result.design().all(Workload.class)).hasSize(1);
        return result.design().observed().notAnalysed().stream().map(Remainder::about).toList();
    }

    @Test
    void objectsThatOnlyFailTogetherAreAProblemAndNotAnalysed() {
        ImportResult result =
                read(
                        """
                        apiVersion: projectcalico.org/v3
                        kind: StagedKubernetesNetworkPolicy
                        metadata: {name: soon, namespace: shop}
                        spec: {podSelector: {}, ingress: 5}
                        """);
        assertThat(result.problems())
                .extracting(Problem::object)
                .containsExactly("StagedKubernetesNetworkPolicy shop/soon");
        assertThat(notAnalysed(result)).containsExactly("StagedKubernetesNetworkPolicy shop/soon");
    }

    @Test
    void headerWithoutItsBracketIsRefusedWithItsLine() {
        ImportResult result =
                read(
                        """
                        apiVersion: security.istio.io/v1
                        kind: AuthorizationPolicy
                        metadata: {name: guard, namespace: shop}
                        spec:
                          rules:
                          - when:
                            - key: "request.headers["
                              values: [a]
                        """);
        assertThat(result.problems()).extracting(Problem::line).containsExactly(11);
        assertThat(result.problems().getFirst().message()).contains("(request.headers[)");
        assertThat(notAnalysed(result)).containsExactly("AuthorizationPolicy shop/guard");
    }

    @Test
    void routeWithoutAListOfParentsDoesNotAbortTheImport() {
        ImportResult result =
                read(
                        """
                        apiVersion: gateway.networking.k8s.io/v1
                        kind: HTTPRoute
                        metadata: {name: shop, namespace: shop}
                        spec: {parentRefs: 5}
                        """);
        assertThat(result.problems()).extracting(Problem::line).containsExactly(8);
        assertThat(notAnalysed(result)).containsExactly("HTTPRoute shop/shop");
    }

    @Test
    void policyThatTheServerRefusesIsNotAnalysed() {
        ImportResult result =
                read(
                        """
                        apiVersion: networking.k8s.io/v1
                        kind: NetworkPolicy
                        metadata: {name: guard, namespace: shop}
                        spec: {podSelector: {}, ingress: 5}
                        """);
        assertThat(result.problems()).hasSize(1);
        assertThat(notAnalysed(result)).containsExactly("NetworkPolicy shop/guard");
    }
}
