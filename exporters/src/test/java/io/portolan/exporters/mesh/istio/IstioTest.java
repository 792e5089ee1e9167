package io.portolan.exporters.mesh.istio;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.exporters.kubernetes.KubernetesImporter;
import io.portolan.exporters.spi.ExportRequest;
import io.portolan.exporters.spi.ExportResult;
import io.portolan.exporters.spi.Gap;
import io.portolan.exporters.spi.ImportResult;
import io.portolan.exporters.spi.Source;
import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.compile.PlanCompiler;
import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.ExternalApi;
import io.portolan.model.design.Mesh;
import io.portolan.model.design.MtlsMode;
import io.portolan.model.design.RuleSource;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Request;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

final class IstioTest {
    private static final String POD =
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: api, namespace: shop, labels: {app: api}}
            ---
            """;

    private static ImportResult read(String... texts) {
        return new KubernetesImporter()
                .read(List.of(new Source("mesh.yaml", POD + String.join("\n---\n", texts))));
    }

    private static String authorization(String spec) {
        return """
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata: {name: api, namespace: shop}
        spec: %s
        """
                .formatted(spec);
    }

    private static Block block(ImportResult result, String name) {
        return result.design().observed().points().getFirst().blocks().stream()
                .filter(b -> b.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Rule> rules(ImportResult result, String block) {
        return block(result, block).policies().getFirst().rules();
    }

    @Test
    void everyPairOfFromAndToIsOneRule() {
        List<Rule> rules =
                rules(
                        read(
                                authorization(
                                        "{rules: [{from: [{source: {namespaces: [a]}}, {source:"
                                                + " {principals: [cluster.local/ns/b/sa/c]}}], to:"
                                                + " [{operation: {ports: ['80']}}, {operation:"
                                                + " {methods: [GET]}}]}]}")),
                        "ALLOW");
        assertThat(rules).extracting(Rule::name).hasSize(4).containsOnly("shop/api[0]");
        assertThat(rules).extracting(r -> r.match().source()).doesNotContain(Expr.any());
    }

    @Test
    void policyWithoutRulesAllowsNothingAndAnEmptyRuleAllowsAll() {
        assertThat(rules(read(authorization("{}")), "ALLOW")).isEmpty();
        assertThat(rules(read(authorization("{rules: [{}]}")), "ALLOW"))
                .extracting(Rule::match)
                .containsExactly(Match.any());
    }

    @Test
    void denyWithHttpConditionsIsWiderWhereHttpCannotBeRead() {
        Expr<Request> hidden = Expr.is(new Request.NoHttp());
        Rule deny =
                rules(
                                read(
                                        authorization(
                                                "{action: DENY, rules: [{to: [{operation: {paths:"
                                                        + " [/admin*]}}]}]}")),
                                "DENY")
                        .getFirst();
        Expr<Request> admin = Expr.is(new Request.Path(new Text.Prefix("/admin")));
        assertThat(deny.match().request()).isEqualTo(Expr.anyOf(hidden, admin));
    }

    @Test
    void dryRunIsShadowAndAuditDecidesNothing() {
        String dryRun =
                authorization("{rules: [{}]}")
                        .replace(
                                "namespace: shop}",
                                "namespace: shop, annotations: {istio.io/dry-run: 'true'}}");
        assertThat(block(read(dryRun), "ALLOW").policies())
                .extracting(Policy::mode)
                .containsExactly(PolicyMode.SHADOW);
        assertThat(block(read(authorization("{action: AUDIT}")), "ALLOW").policies()).isEmpty();
    }

    @Test
    void nearestPeerAuthenticationIsAskedFirst() {
        String mesh =
                """
                {apiVersion: security.istio.io/v1, kind: PeerAuthentication,
                 metadata: {name: default, namespace: istio-system}, spec: {mtls: {mode: STRICT}}}
                """;
        String workload =
                """
                {apiVersion: security.istio.io/v1, kind: PeerAuthentication,
                 metadata: {name: api, namespace: shop},
                 spec: {selector: {matchLabels: {app: api}}, mtls: {mode: PERMISSIVE}, portLevelMtls: {8080: {mode: STRICT}}}}
                """;
        ImportResult result = read(mesh, workload);
        assertThat(block(result, "STRICT").policies())
                .extracting(Policy::name)
                .containsExactly("shop/api", "istio-system/default");
        assertThat(block(result, "STRICT").policies().getFirst().rules())
                .extracting(Rule::name)
                .containsExactly("mtls shop/api:8080", "mtls shop/api");
        assertThat(result.design().all(Mesh.class))
                .extracting(Mesh::mtls)
                .containsExactly(MtlsMode.STRICT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{action: MAYBE}",
                "{rules: [{from: [{source: {ipBlocks: [10.0.0.0/99]}}]}]}",
                "{rules: [{to: [{operation: {ports: [http]}}]}]}",
                "{rules: 5}"
            })
    void invalidPolicyIsAProblem(String spec) {
        assertThat(read(authorization(spec)).problems())
                .extracting(p -> p.object())
                .containsExactly("AuthorizationPolicy shop/api");
    }

    @Test
    void membersAreTheNamespacesThatSaySo() {
        String injected =
                "{apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {istio-injection:"
                        + " enabled}}}";
        assertThat(
                        read(injected, authorization("{}"))
                                .design()
                                .all(Mesh.class)
                                .findFirst()
                                .orElseThrow()
                                .members())
                .containsExactly(new ElementId("cluster/shop"));
        assertThat(
                        read(authorization("{}"))
                                .design()
                                .all(Mesh.class)
                                .findFirst()
                                .orElseThrow()
                                .members())
                .containsExactly(new ElementId("cluster"));
    }

    @Test
    void serviceEntryIsAnExternalApi() {
        ImportResult result =
                read(
                        """
                        apiVersion: networking.istio.io/v1
                        kind: ServiceEntry
                        metadata: {name: pay, namespace: shop}
                        spec:
                          hosts: [api.pay.example.net]
                          addresses: [203.0.113.5]
                          ports: [{number: 443, name: tls, protocol: TLS}]
                        """);
        ExternalApi api = result.design().all(ExternalApi.class).findFirst().orElseThrow();
        assertThat(api.names()).containsExactly("api.pay.example.net");
        assertThat(api.ranges()).hasSize(1);
        assertThat(api.ports()).extracting(p -> p.port()).containsExactly(443);
    }

    private static ExportResult export(Design design) {
        return new IstioExporter().export(new ExportRequest(PlanCompiler.compile(design)));
    }

    @Test
    void importedPoliciesComeOutWithTheSameMeaning() {
        ImportResult first =
                read(
                        authorization(
                                "{selector: {matchLabels: {app: api}}, rules: [{from: [{source:"
                                        + " {principals: [cluster.local/ns/a/sa/b]}}, {source:"
                                        + " {notNamespaces: [x, y]}}], to: [{operation: {ports: ['80',"
                                        + " '81'], methods: [GET], paths: [/a*]}}]},{from: [{source:"
                                        + " {ipBlocks: [10.0.0.0/8], notIpBlocks:"
                                        + " [10.1.0.0/16]}}]}]}"));
        ExportResult written = export(first.design());
        assertThat(written.gaps()).extracting(Gap::why).isEmpty();
        ImportResult second = read(written.artifacts().getFirst().text());
        assertThat(rules(second, "ALLOW"))
                .extracting(r -> normal(r.match()))
                .isEqualTo(rules(first, "ALLOW").stream().map(r -> normal(r.match())).toList());
    }

    @Test
    void whoMustProveAnIdentityComesOutWithTheSameMeaning() {
        ImportResult first =
                read(
                        """
                        {apiVersion: security.istio.io/v1, kind: PeerAuthentication,
                         metadata: {name: default, namespace: shop}, spec: {mtls: {mode: STRICT}}}
                        """,
                        """
                        {apiVersion: security.istio.io/v1, kind: PeerAuthentication,
                         metadata: {name: api, namespace: shop},
                         spec: {selector: {matchLabels: {app: api}}, mtls: {mode: PERMISSIVE}, portLevelMtls: {8080: {mode: STRICT}}}}
                        """);
        ExportResult written = export(first.design());
        assertThat(written.gaps()).isEmpty();
        ImportResult second = read(written.artifacts().getFirst().text());
        assertThat(meanings(second)).isEqualTo(meanings(first));
    }

    private static List<String> meanings(ImportResult result) {
        return block(result, "STRICT").policies().stream()
                .flatMap(p -> p.rules().stream())
                .map(r -> r.name() + normal(r.match()) + r.action())
                .toList();
    }

    /// Values in their order, sets without.
    private static String normal(Match match) {
        return match.toString();
    }

    @Test
    void closedMeshIsWrittenWithModeAndDefaultDeny() {
        Design design = first();
        ExportResult result = export(design);
        String text = result.artifacts().getFirst().text();
        assertThat(text)
                .contains("kind: PeerAuthentication")
                .contains("mode: STRICT")
                .contains("name: default-deny")
                .contains("action: ALLOW");
        assertThat(export(design)).isEqualTo(result);
    }

    /// The imported pod in a mesh whose rules are derived from flows, of which there are none.
    private static Design first() {
        Design design = read(authorization("{}")).design().with(EnforcementPlan.EMPTY);
        Mesh found = design.all(Mesh.class).findFirst().orElseThrow();
        return design.with(
                new Mesh(
                        found.id(),
                        found.label(),
                        found.parent(),
                        found.about(),
                        found.product(),
                        found.members(),
                        MtlsMode.STRICT,
                        found.trustDomain(),
                        found.outbound(),
                        found.identityAssumed(),
                        found.resilience(),
                        found.telemetry(),
                        RuleSource.DERIVED));
    }

    @Test
    void whatIstioCannotSayIsAGap() {
        CompiledDesign compiled =
                PlanCompiler.compile(
                        read(authorization(
                                        "{rules: [{from: [{source: {remoteIpBlocks:"
                                                + " [10.0.0.0/8]}}]}]}"))
                                .design());
        ExportResult result = new IstioExporter().export(new ExportRequest(compiled));
        assertThat(result.gaps()).isNotEmpty();
        assertThat(result.artifacts().getFirst().text()).doesNotContain("rules:");
    }
}
