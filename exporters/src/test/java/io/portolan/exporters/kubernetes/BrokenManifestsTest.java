package io.portolan.exporters.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.ManifestReader;
import io.portolan.exporters.manifest.Notices;
import io.portolan.exporters.spi.ImportResult;
import io.portolan.exporters.spi.ImportResult.Problem;
import io.portolan.exporters.spi.Source;
import io.portolan.model.design.Workload;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
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
        Notices notices = new Notices();
        ClusterEstate estate = new ClusterEstate("cluster", notices);
        Source pod = new Source("f.yaml", POD);
        new GuardedReading(estate).readAll(new Faulty(), ManifestReader.read(pod, notices));
        assertThat(notices.problems())
                .singleElement()
                .satisfies(p -> assertThat(p.file()).isEqualTo("f.yaml"))
                .satisfies(p -> assertThat(p.message()).contains("Pod shop/web", "fault of"));
        assertThat(estate.notAnalysed())
                .extracting(Remainder::about)
                .containsExactly("Pod shop/web");
    }

    /// A reader with a mistake that shows once it has seen everything.
    private static final class Faulty implements KindReader {
        @Override
        public boolean reads(Manifest manifest) {
            return true;
        }

        @Override
        public void read(Manifest manifest) {}

        @Override
        public void finish() {
            throw new IllegalStateException("mistake");
        }
    }

    private static String staged(String action, String rules) {
        return """
        apiVersion: projectcalico.org/v3
        kind: StagedKubernetesNetworkPolicy
        metadata: {name: soon, namespace: shop}
        spec: {stagedAction: %s, podSelector: {}, ingress: %s}
        """
                .formatted(action, rules);
    }

    private static List<String> policies(ImportResult result) {
        assertThat(result.problems()).isEmpty();
        return result.design().observed().points().stream()
                .flatMap(point -> point.blocks().stream())
                .flatMap(block -> block.policies().stream())
                .filter(policy -> policy.mode() == PolicyMode.SHADOW)
                .map(Policy::name)
                .toList();
    }

    @Test
    void whatIsStagedToBeSetIsReadAndWhatIsStagedToGoIsNot() {
        assertThat(policies(read(staged("Set", "[{}]")))).containsExactly("shop/soon");
        assertThat(policies(read(staged("Learn", "[{}]")))).containsExactly("shop/soon");
        assertThat(policies(read(staged("Delete", "[{}]")))).isEmpty();
        assertThat(policies(read(staged("Ignore", "[{}]")))).isEmpty();
    }

    @Test
    void stagedPolicyWithAFaultIsAProblem() {
        for (String text : List.of(staged("Set", "5"), staged("Perhaps", "[]"))) {
            ImportResult result = read(text);
            assertThat(result.problems())
                    .extracting(Problem::object, Problem::line)
                    .containsExactly(tuple("StagedKubernetesNetworkPolicy shop/soon", 8));
            assertThat(notAnalysed(result)).hasSize(1);
        }
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

    @Test
    void policyInADocumentThatCannotBeDecodedIsNotAnalysed() {
        String text =
                """
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: guard, namespace: shop
                spec: {podSelector: {}}
                """;
        assertThat(notAnalysed(read(text))).containsExactly("NetworkPolicy");
        assertThat(notAnalysed(read(text.replace("NetworkPolicy", "Widget")))).isEmpty();
        String json =
                """
                {"apiVersion": "cilium.io/v2", "kind": "CiliumNetworkPolicy", "spec": {}
                """;
        assertThat(notAnalysed(read(json))).containsExactly("CiliumNetworkPolicy");
    }

    @Test
    void policyWhoseMetadataCannotBeDecodedIsNotAnalysed() {
        ImportResult result =
                read(
                        """
                        apiVersion: v1
                        kind: NetworkPolicyList
                        items: []
                        ---
                        apiVersion: networking.k8s.io/v1
                        kind: NetworkPolicyList
                        items:
                        - metadata: 5
                        - metadata: {name: open, namespace: shop}
                          spec: {podSelector: {}}
                        """);
        assertThat(notAnalysed(result)).containsExactly("NetworkPolicy");
        assertThat(result.design().observed().points()).hasSize(1);
        assertThat(result.ignored()).extracting(i -> i.line()).containsExactly(12);
    }
}
