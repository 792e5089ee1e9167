package io.portolan.exporters.edgecases;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.compile.PlanCompiler;
import io.portolan.model.reach.Reachability;
import io.portolan.model.rule.Finding;
import io.portolan.model.rule.RuleContext;
import io.portolan.model.rule.Rules;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/// Policies of a mesh about pods that are not in it: whoever wrote them believes that they protect.
final class PolicyWithoutProxyTest {
    private static String pod(String name, String annotations) {
        return """
        apiVersion: v1
        kind: Pod
        metadata: {name: %1$s, namespace: shop, labels: {app: %1$s}, annotations: {%2$s}}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: %1$s, namespace: shop}
        spec: {selector: {app: %1$s}, ports: [{port: 80}]}
        ---
        """
                .formatted(name, annotations);
    }

    private static String authorization(String app) {
        return """
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata: {name: p, namespace: shop}
        spec: {selector: {matchLabels: {app: %s}}, action: DENY, rules: [{}]}
        """
                .formatted(app);
    }

    private static List<String> found(String... texts) {
        CompiledDesign compiled = PlanCompiler.compile(EdgeCase.manifests(texts).design());
        RuleContext context =
                new RuleContext(compiled, Reachability.of(compiled), LocalDate.of(2026, 6, 1));
        return Stream.of("MSH-032", "SEG-006")
                .flatMap(id -> Rules.find(id).orElseThrow().check(context))
                .map(PolicyWithoutProxyTest::words)
                .toList();
    }

    private static String words(Finding finding) {
        return "%s %s".formatted(finding.rule().id(), finding.about());
    }

    @Test
    void istioNamesThePodsThatNoProxyProtects() {
        String pods =
                pod("web", "sidecar.istio.io/inject: 'true'")
                        + pod("api", "")
                        + pod("db", "ambient.istio.io/redirection: enabled");
        assertThat(found(pods, authorization("api"))).containsExactly("MSH-032 [cluster/shop/api]");
        assertThat(found(pods, authorization("web"))).isEmpty();
        assertThat(found(pods, authorization("nobody"))).containsExactly("SEG-006 [cluster/istio]");
    }

    @Test
    void policyOfOneOfTwoDataPathsOfIstioProtects() {
        String pods =
                pod("web", "sidecar.istio.io/inject: 'true'")
                        + pod("db", "")
                                .replace(
                                        "labels: {", "labels: {istio.io/dataplane-mode: ambient, ");
        assertThat(found(pods, authorization("db"))).isEmpty();
        assertThat(found(pods, authorization("web"))).isEmpty();
    }

    @Test
    void consulNamesThePodsThatNoProxyProtects() {
        String injected = "consul.hashicorp.com/connect-inject: 'true'";
        String intention =
                """
                apiVersion: consul.hashicorp.com/v1alpha1
                kind: ServiceIntentions
                metadata: {name: p, namespace: shop}
                spec: {destination: {name: api}, sources: [{name: web, action: deny}, {name: db, action: deny}]}
                """;
        assertThat(found(pod("web", injected) + pod("api", "") + pod("db", ""), intention))
                .containsExactly("MSH-032 [cluster/shop/api]");
        assertThat(found(pod("web", "") + pod("api", injected) + pod("db", ""), intention))
                .isEmpty();
    }
}
