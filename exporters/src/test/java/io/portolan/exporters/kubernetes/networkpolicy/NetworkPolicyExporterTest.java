package io.portolan.exporters.kubernetes.networkpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.exporters.kubernetes.KubernetesImporter;
import io.portolan.exporters.spi.Artifact;
import io.portolan.exporters.spi.ExportRequest;
import io.portolan.exporters.spi.ExportResult;
import io.portolan.exporters.spi.Gap;
import io.portolan.exporters.spi.Source;
import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.design.Design;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Estate;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Passage;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PeerKind;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Refusal;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Request;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Text;
import io.portolan.model.policy.Traffic;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

final class NetworkPolicyExporterTest {
    private static final String CLUSTER = "east";
    private static final Remark F2 = new Remark(new Origin.Flow("F2"), "orders are placed", false);

    private static Expr<Peer> pods(String namespace, String app) {
        return Expr.allOf(
                Expr.is(new Peer.OfKind(PeerKind.POD)),
                label(LabelOwner.CLUSTER, "name", CLUSTER),
                label(LabelOwner.NAMESPACE, "kubernetes.io/metadata.name", namespace),
                label(LabelOwner.WORKLOAD, "app", app));
    }

    private static Expr<Peer> label(LabelOwner owner, String key, String value) {
        return Expr.is(new Peer.Labelled(owner, key, new Text.Exact(value)));
    }

    private static Expr<Traffic> tcp(int low, int high) {
        return Expr.is(Traffic.to(Transport.TCP, PortSet.range(low, high)));
    }

    private static Expr<Peer> at(String block) {
        return Expr.is(new Peer.At(List.of(Cidr.parse(block))));
    }

    private static Rule allow(Match match) {
        return new Rule("F2", match, new Action.Allow(), F2);
    }

    private static ExportResult export(Direction direction, Rule... rules) {
        return export(PolicyMode.ISOLATES, direction, rules);
    }

    private static ExportResult export(PolicyMode mode, Direction direction, Rule... rules) {
        Policy policy =
                new Policy(
                        "shop/api",
                        Double.POSITIVE_INFINITY,
                        pods("shop", "api"),
                        mode,
                        List.of(rules),
                        F2);
        return export(List.of(point(direction, policy)));
    }

    private static EnforcementPoint point(Direction direction, Policy policy) {
        return PodPoint.of(CLUSTER, direction, List.of(PodPoint.union(List.of(policy))));
    }

    private static ExportResult export(List<EnforcementPoint> points) {
        EnforcementPlan plan =
                new EnforcementPlan(
                        points, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        Estate nobody = new Estate(List.of(), new LinkedHashMap<>());
        return new NetworkPolicyExporter()
                .export(new ExportRequest(new CompiledDesign(Design.named("bank"), nobody, plan)));
    }

    @Test
    void ruleIsWrittenWithTypesProtocolsAndItsFlow() {
        ExportResult result =
                export(
                        Direction.IN,
                        allow(
                                Match.any()
                                        .from(Expr.anyOf(pods("shop", "web"), pods("ops", "probe")))
                                        .on(tcp(8080, 8085))),
                        allow(
                                Match.any()
                                        .from(
                                                Expr.allOf(
                                                        at("10.0.0.0/8"),
                                                        Expr.not(at("10.9.0.0/16"))))));
        assertThat(result.gaps()).isEmpty();
        assertThat(result.artifacts())
                .extracting(Artifact::path)
                .containsExactly("kubernetes/east/shop/network-policies.yaml");
        assertThat(result.artifacts().getFirst().text())
                .endsWith(
                        """
                        ---
                        apiVersion: networking.k8s.io/v1
                        kind: NetworkPolicy
                        metadata:
                          name: api
                          namespace: shop
                          annotations:
                            portolan.dev/flows: F2
                        spec:
                          podSelector:
                            matchLabels:
                              app: api
                          policyTypes:
                          - Ingress
                          ingress:
                          # flow F2: orders are placed
                          - from:
                            - podSelector:
                                matchLabels:
                                  app: web
                            - namespaceSelector:
                                matchLabels:
                                  kubernetes.io/metadata.name: ops
                              podSelector:
                                matchLabels:
                                  app: probe
                            ports:
                            - protocol: TCP
                              port: 8080
                              endPort: 8085
                          # flow F2: orders are placed
                          - from:
                            - ipBlock:
                                cidr: "10.0.0.0/8"
                                except:
                                - "10.9.0.0/16"
                        """);
        assertThat(result.artifacts().getFirst().marks()).hasSize(2);
    }

    static List<Match> unwritable() {
        return List.of(
                Match.any().asking(Expr.is(new Request.Method(new Text.Exact("GET")))),
                Match.any().passing(Expr.is(new Passage.Translated(Optional.empty()))),
                Match.any().to(pods("shop", "api")),
                Match.any()
                        .on(Expr.is(new Traffic.Icmp(4, OptionalInt.empty(), OptionalInt.empty()))),
                Match.any().on(Expr.is(new Traffic.IpProtocol(50))),
                Match.any().on(Expr.not(tcp(22, 22))),
                Match.any()
                        .on(Expr.is(new Traffic.Ports(Transport.TCP, PortSet.ALL, PortSet.of(53)))),
                Match.any().from(new Expr.Unknown<>("a user group")),
                Match.any().from(Expr.is(new Peer.OfKind(PeerKind.NODE))),
                Match.any().from(Expr.is(new Peer.Domain(new Text.Exact("api.example.org")))),
                Match.any()
                        .from(
                                Expr.is(
                                        new Peer.Principal(
                                                new Text.Present(),
                                                new Text.Present(),
                                                new Text.Present()))),
                Match.any().from(label(LabelOwner.CLUSTER, "name", "west")),
                Match.any()
                        .from(
                                Expr.is(
                                        new Peer.Labelled(
                                                LabelOwner.WORKLOAD,
                                                "app",
                                                new Text.Prefix("we")))));
    }

    @ParameterizedTest
    @MethodSource("unwritable")
    void whatCannotBeWrittenIsAGapAndNeverWider(Match match) {
        ExportResult result = export(Direction.IN, allow(match));
        assertThat(result.gaps()).extracting(Gap::rule, Gap::about).hasSize(1);
        assertThat(result.gaps().getFirst().about()).containsExactly("F2");
        assertThat(result.artifacts().getFirst().text())
                .contains("- Ingress")
                .doesNotContain("ingress:");
    }

    static List<Action> otherActions() {
        return List.of(
                new Action.Deny(Refusal.DROP),
                new Action.Pass(),
                new Action.Continue(),
                new Action.Enter(
                        new Block(
                                "inner",
                                new io.portolan.model.policy.Discipline.DenyOverrides(),
                                List.of(),
                                new Action.Pass())),
                new Action.Either("an external decision", List.of(new Action.Allow())));
    }

    @ParameterizedTest
    @MethodSource("otherActions")
    void everyActionButAllowIsAGap(Action action) {
        ExportResult result = export(Direction.OUT, new Rule("F2", Match.any(), action, F2));
        assertThat(result.gaps()).hasSize(1);
        assertThat(result.artifacts().getFirst().text()).doesNotContain("egress:");
    }

    @Test
    void oneBadTermOfAUnionIsLeftOutAndTheOthersStay() {
        Expr<Peer> either = Expr.anyOf(pods("shop", "web"), new Expr.Unknown<>("a user group"));
        ExportResult result = export(Direction.IN, allow(Match.any().from(either)));
        assertThat(result.gaps()).hasSize(1);
        assertThat(result.artifacts().getFirst().text()).contains("app: web");
    }

    @Test
    void policyThatThePlugInIgnoresIsWrittenAndTold() {
        ExportResult result = export(PolicyMode.SHADOW, Direction.IN, allow(Match.any()));
        assertThat(result.gaps()).hasSize(1);
        assertThat(result.artifacts()).hasSize(1);
        assertThat(export(PolicyMode.OPEN, Direction.IN, allow(Match.any())).artifacts()).isEmpty();
    }

    @Test
    void subjectInSeveralNamespacesIsAGap() {
        Policy everywhere =
                new Policy(
                        "all",
                        Double.POSITIVE_INFINITY,
                        label(LabelOwner.WORKLOAD, "app", "api"),
                        PolicyMode.ISOLATES,
                        List.of(),
                        F2);
        ExportResult result = export(List.of(point(Direction.IN, everywhere)));
        assertThat(result.gaps()).extracting(Gap::rule).containsExactly("all");
        assertThat(result.artifacts()).isEmpty();
    }

    private static final String MANIFESTS =
            """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: api, namespace: shop}
            spec:
              podSelector: {matchExpressions: [{key: tier, operator: NotIn, values: [b, a]}]}
              policyTypes: [Ingress, Egress]
              ingress:
              - from: [{podSelector: {matchLabels: {app: web}}}, {namespaceSelector: {}}]
                ports: [{port: http}, {port: 8000, endPort: 8010}, {protocol: UDP}]
              - from:
                - namespaceSelector: {matchExpressions: [{key: team, operator: Exists}]}
                  podSelector: {matchExpressions: [{key: old, operator: DoesNotExist}]}
              egress:
              - to: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16]}}, {ipBlock: {cidr: "2001:db8::/32"}}]
              - {}
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: default-deny, namespace: shop}
            spec: {podSelector: {}, policyTypes: [Ingress, Egress]}
            """;

    private static List<EnforcementPoint> lifted(String text) {
        return new KubernetesImporter()
                .naming(CLUSTER)
                .read(List.of(new Source("policies.yaml", text)))
                .design()
                .observed()
                .points();
    }

    @Test
    void importedPoliciesComeOutWithTheSameMeaning() {
        List<EnforcementPoint> points = lifted(MANIFESTS);
        ExportResult written = export(points);
        assertThat(written.gaps()).isEmpty();
        assertThat(meanings(lifted(written.artifacts().getFirst().text())))
                .isEqualTo(meanings(points));
    }

    /// Subjects and matches of all policies, without the lines that they stand in.
    private static List<Object> meanings(List<EnforcementPoint> points) {
        List<Object> meanings = new ArrayList<>();
        for (EnforcementPoint point : points) {
            meanings.add(point.position());
            for (Policy policy : point.blocks().getLast().policies()) {
                meanings.add(policy.name());
                meanings.add(policy.subject());
                policy.rules().forEach(rule -> meanings.add(rule.match()));
            }
        }
        return meanings;
    }

    @Test
    void sameRequestGivesTheSameBytes() {
        List<EnforcementPoint> points = lifted(MANIFESTS);
        assertThat(export(points)).isEqualTo(export(points));
    }

    @Test
    void labelValuesOfAnyKindSurvive() {
        Expr<Peer> odd =
                Expr.allOf(
                        label(LabelOwner.NAMESPACE, "kubernetes.io/metadata.name", "shop"),
                        Expr.is(
                                new Peer.Labelled(
                                        LabelOwner.WORKLOAD,
                                        "v",
                                        new Text.OneOf(Set.of("true", "1e3", "no")))));
        ExportResult result = export(Direction.IN, allow(Match.any().from(odd)));
        assertThat(result.artifacts().getFirst().text())
                .contains("- \"1e3\"")
                .contains("- \"no\"")
                .contains("- \"true\"");
    }
}
