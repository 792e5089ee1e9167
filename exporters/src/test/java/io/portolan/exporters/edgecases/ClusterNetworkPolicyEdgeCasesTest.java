package io.portolan.exporters.edgecases;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.exporters.spi.ImportResult.Problem;
import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.compile.PlanCompiler;
import io.portolan.model.design.CniProduct;
import io.portolan.model.reach.Reachability;
import io.portolan.model.rule.Review;
import io.portolan.model.rule.RuleContext;
import io.portolan.model.rule.RuleRunner;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.util.Collections;

/// ClusterNetworkPolicy, AdminNetworkPolicy and BaselineAdminNetworkPolicy from their text to the
/// verdict.
final class ClusterNetworkPolicyEdgeCasesTest {
    private static final String PODS =
            """
            apiVersion: v1
            kind: Namespace
            metadata: {name: jobs, labels: {team: data}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: api, namespace: shop, labels: {app: api}}
            spec: {containers: [{ports: [{name: http, containerPort: 8080},
              {name: dns, containerPort: 53, protocol: UDP}]}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: batch, namespace: jobs, labels: {app: batch}}
            """;
    private static final String SHOP =
            "subject: {namespaces: {matchLabels: {kubernetes.io/metadata.name: shop}}}";
    private static final String ALL = "[{namespaces: {}}]";
    private static final String CLOSED =
            """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: closed, namespace: shop}
            spec: {podSelector: {}}
            """;
    private static final String OPEN =
            """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: open, namespace: shop}
            spec: {podSelector: {}, ingress: [{}]}
            """;

    private static String admin(String name, int priority, String rules) {
        return cluster(name, "tier: Admin, priority: %d, %s, %s".formatted(priority, SHOP, rules));
    }

    private static String baseline(String rules) {
        return cluster("base", "tier: Baseline, priority: 0, %s, %s".formatted(SHOP, rules));
    }

    private static String cluster(String name, String spec) {
        return object("v1alpha2", "ClusterNetworkPolicy", name, spec);
    }

    private static String object(String version, String kind, String name, String spec) {
        return """
        apiVersion: policy.networking.k8s.io/%s
        kind: %s
        metadata: {name: %s}
        spec: {%s}
        """
                .formatted(version, kind, name, spec);
    }

    private static Judged batchToApi(EdgeCase estate, int port) {
        return estate.from("jobs/batch").to("shop/api").tcp(port);
    }

    @Test
    void adminTierDecidesBeforeNetworkPolicies() {
        String accept = admin("a", 10, "ingress: [{action: Accept, from: %s}]".formatted(ALL));
        batchToApi(EdgeCase.manifests(PODS, accept, CLOSED), 80).isAllowed();
        String deny = admin("a", 10, "ingress: [{action: Deny, from: %s}]".formatted(ALL));
        batchToApi(EdgeCase.manifests(PODS, deny, OPEN), 80)
                .isDenied()
                .because("ClusterNetworkPolicy a[0]");
    }

    @Test
    void smallerPriorityAndEarlierRuleComeFirst() {
        String deny = admin("late", 20, "ingress: [{action: Deny, from: %s}]".formatted(ALL));
        String accept = admin("early", 10, "ingress: [{action: Accept, from: %s}]".formatted(ALL));
        batchToApi(EdgeCase.manifests(PODS, deny, accept), 80).isAllowed();
        String both =
                admin(
                        "both",
                        10,
                        "ingress: [{action: Deny, from: %s}, {action: Accept, from: %s}]"
                                .formatted(ALL, ALL));
        batchToApi(EdgeCase.manifests(PODS, both), 80).isDenied();
    }

    @Test
    void selectingAPodDoesNotCloseIt() {
        String accept =
                admin(
                        "a",
                        10,
                        "ingress: [{action: Accept, from: [{namespaces: {matchLabels: {team:"
                                + " nobody}}}]}]");
        batchToApi(EdgeCase.manifests(PODS, accept), 80).isAllowed();
    }

    @Test
    void passInAdminLeavesItToNetworkPoliciesThenToTheBaseline() {
        String pass =
                admin(
                        "a",
                        10,
                        "ingress: [{action: Pass, from: %s}, {action: Deny, from: %s}]"
                                .formatted(ALL, ALL));
        String base = baseline("ingress: [{action: Deny, from: %s}]".formatted(ALL));
        batchToApi(EdgeCase.manifests(PODS, pass), 80).isAllowed();
        batchToApi(EdgeCase.manifests(PODS, pass, base), 80)
                .isDenied()
                .because("ClusterNetworkPolicy base[0]");
        batchToApi(EdgeCase.manifests(PODS, pass, base, OPEN), 80).isAllowed();
        batchToApi(EdgeCase.manifests(PODS, pass, CLOSED), 80).isDenied().because("isolated");
    }

    @Test
    void networkPolicyIsFinalForThePodsItSelects() {
        String base = baseline("ingress: [{action: Accept, from: %s}]".formatted(ALL));
        batchToApi(EdgeCase.manifests(PODS, base, CLOSED), 80).isDenied().because("isolated");
    }

    @Test
    void passInBaselineFallsToTheDefaultWhichAllows() {
        String base =
                baseline(
                        "ingress: [{action: Pass, from: %s}, {action: Deny, from: %s}]"
                                .formatted(ALL, ALL));
        batchToApi(EdgeCase.manifests(PODS, base), 80).isAllowed();
    }

    @Test
    void equalPrioritiesThatOverlapAreUndefinedWhereTheyDiffer() {
        EdgeCase estate =
                EdgeCase.manifests(
                        PODS,
                        admin(
                                "one",
                                10,
                                "ingress: [{action: Accept, from: %s, protocols: [{tcp:"
                                                .formatted(ALL)
                                        + " {destinationPort: {number: 80}}}]}]"),
                        admin("two", 10, "ingress: [{action: Deny, from: %s}]".formatted(ALL)));
        batchToApi(estate, 80).isUndefined("one[0]");
        batchToApi(estate, 81).isDenied();
    }

    @Test
    void equalPrioritiesOfDifferentTiersDoNotMeet() {
        String accept = admin("a", 0, "ingress: [{action: Accept, from: %s}]".formatted(ALL));
        String base = baseline("ingress: [{action: Deny, from: %s}]".formatted(ALL));
        batchToApi(EdgeCase.manifests(PODS, accept, base), 80).isAllowed();
    }

    @Test
    void acceptWithAPeerThatIsNotKnownMatchesNothing() {
        String accept =
                admin(
                        "a",
                        10,
                        "ingress: [{action: Accept, from: [{namespaces: {}}, {serviceAccounts:"
                                + " {}}]}]");
        batchToApi(EdgeCase.manifests(PODS, accept, CLOSED), 80).isDenied();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Deny", "Pass"})
    void oneUnknownPeerMakesAnyOtherRuleDenyEverything(String action) {
        String rule =
                admin(
                        "a",
                        10,
                        "ingress: [{action: %s, from: [{namespaces: {matchLabels: {team: nobody}}},"
                                        .formatted(action)
                                + " {serviceAccounts: {}}]}]");
        EdgeCase estate = EdgeCase.manifests(PODS, rule, OPEN);
        batchToApi(estate, 80).isDenied().because("everything is denied");
        estate.from("198.51.100.7").to("shop/api").udp(53).isDenied();
    }

    @Test
    void domainNamesAreForAcceptAlone() {
        String deny =
                admin("a", 10, "egress: [{action: Deny, to: [{domainNames: ['*.example.org']}]}]");
        EdgeCase.manifests(PODS, deny).from("shop/web").to("jobs/batch").tcp(80).isDenied();
    }

    @Test
    void domainNamesMayMeanAnyAddressOutsideAndNoPod() {
        String accept =
                admin(
                        "a",
                        10,
                        "egress: [{action: Accept, to: [{domainNames: ['*.example.org']}]},"
                                + " {action: Deny, to: [{networks: ['0.0.0.0/0', '::/0']}]}]");
        EdgeCase estate = EdgeCase.manifests(PODS, accept);
        estate.from("shop/web").to("198.51.100.7").tcp(443).isUndefined("a[0]");
        estate.from("shop/web").to("jobs/batch").tcp(443).isDenied();
    }

    @Test
    void networksMeanPodsAsWell() {
        String deny = admin("a", 10, "egress: [{action: Deny, to: [{networks: [0.0.0.0/0]}]}]");
        EdgeCase.manifests(PODS, deny).from("shop/web").to("jobs/batch").tcp(80).isDenied();
        String part = admin("a", 10, "egress: [{action: Deny, to: [{networks: [10.244.0.0/16]}]}]");
        EdgeCase estate = EdgeCase.manifests(PODS, part);
        estate.podRange("10.244.0.0/16").from("shop/web").to("jobs/batch").tcp(80).isDenied();
        estate.podRange("10.9.0.0/16").from("shop/web").to("jobs/batch").tcp(80).isAllowed();
        estate.from("shop/web").to("jobs/batch").tcp(80).isUndefined("a[0]");
    }

    @Test
    void everyIpv4AddressIsNotEveryPodWhereClustersHaveBothFamilies() {
        String deny = admin("a", 10, "egress: [{action: Deny, to: [{networks: [0.0.0.0/0]}]}]");
        String dual =
                """
                apiVersion: v1
                kind: Service
                metadata: {name: s, namespace: shop}
                spec: {ipFamilyPolicy: RequireDualStack, ports: [{port: 80}]}
                """;
        EdgeCase.manifests(PODS, deny, dual)
                .from("shop/web")
                .to("jobs/batch")
                .tcp(80)
                .isUndefined("a[0]");
    }

    @Test
    void protocolsThatAreNotNamedMeanAllOfThem() {
        String deny = admin("a", 10, "ingress: [{action: Deny, from: %s}]".formatted(ALL));
        EdgeCase.manifests(PODS, deny).from("jobs/batch").to("shop/api").icmp().isDenied();
        String range =
                admin(
                        "a",
                        10,
                        "ingress: [{action: Deny, from: %s, protocols: [{udp: {destinationPort:"
                                        .formatted(ALL)
                                + " {range: {start: 50, end: 60}}}}]}]");
        EdgeCase estate = EdgeCase.manifests(PODS, range);
        estate.from("jobs/batch").to("shop/api").udp(60).isDenied();
        estate.from("jobs/batch").to("shop/api").udp(61).isAllowed();
        estate.from("jobs/batch").to("shop/api").tcp(55).isAllowed();
    }

    @Test
    void namedPortHasTheProtocolOfTheContainerPort() {
        String deny =
                admin(
                        "a",
                        10,
                        "ingress: [{action: Deny, from: %s, protocols: [{destinationNamedPort:"
                                        .formatted(ALL)
                                + " dns}]}]");
        EdgeCase estate = EdgeCase.manifests(PODS, deny);
        estate.from("jobs/batch").to("shop/api").udp(53).isDenied();
        estate.from("jobs/batch").to("shop/api").tcp(53).isAllowed();
    }

    @Test
    void podToItselfIsNotSubjectToIt() {
        String deny = admin("a", 10, "ingress: [{action: Deny, from: %s}]".formatted(ALL));
        EdgeCase.manifests(PODS, deny).from("shop/api").to("shop/api").tcp(80).isAllowed();
    }

    @Test
    void hostNetworkPodsAreNeverSelected() {
        String agent =
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: agent, namespace: shop, labels: {app: agent}}
                spec: {hostNetwork: true}
                """;
        String deny = admin("a", 10, "ingress: [{action: Deny, from: %s}]".formatted(ALL));
        EdgeCase.manifests(PODS, agent, deny)
                .on(CniProduct.CALICO, "v3.32.0")
                .nodeRange("10.9.0.0/24")
                .from("jobs/batch")
                .to("shop/agent")
                .tcp(80)
                .isAllowed();
    }

    @Test
    void nodesAreMeantByTheirAddresses() {
        String deny = admin("a", 10, "egress: [{action: Deny, to: [{nodes: {}}]}]");
        EdgeCase estate = EdgeCase.manifests(PODS, deny).nodeRange("10.9.0.0/24");
        estate.from("shop/web").to("jobs/batch").tcp(80).isAllowed();
        String labelled =
                admin(
                        "a",
                        10,
                        "egress: [{action: Deny, to: [{nodes: {matchLabels: {role: infra}}}]}]");
        EdgeCase.manifests(PODS, labelled)
                .nodeRange("10.9.0.0/24")
                .from("shop/web")
                .to("10.9.0.7")
                .tcp(80)
                .isUndefined("own node");
    }

    @Test
    void calicoFailsClosedOnNodesAndBeforeItsVersionEnforcesNothing() {
        String nodes = admin("a", 10, "egress: [{action: Deny, to: [{nodes: {}}]}]");
        EdgeCase estate = EdgeCase.manifests(PODS, nodes);
        estate.on(CniProduct.CALICO, "v3.32.1")
                .from("shop/web")
                .to("jobs/batch")
                .tcp(80)
                .isDenied();
        estate.on(CniProduct.CALICO, "v3.31.0")
                .from("shop/web")
                .to("jobs/batch")
                .tcp(80)
                .isAllowed();
    }

    @Test
    void policiesThatAVersionIgnoresAreAFinding() {
        String deny = admin("a", 10, "ingress: [{action: Deny, from: %s}]".formatted(ALL));
        CompiledDesign compiled =
                PlanCompiler.compile(
                        EdgeCase.manifests(PODS, deny).on(CniProduct.CALICO, "v3.31.0").design());
        Review review =
                RuleRunner.run(
                        new RuleContext(compiled, Reachability.of(compiled), LocalDate.EPOCH));
        assertThat(review.findings())
                .filteredOn(finding -> finding.rule().id().equals("CNI-001"))
                .singleElement()
                .satisfies(f -> assertThat(f.message()).contains("from version 3.32"));
    }

    @Test
    void calicoOfUnknownVersionMayOrMayNotEnforceIt() {
        String deny = admin("a", 10, "ingress: [{action: Deny, from: %s}]".formatted(ALL));
        batchToApi(EdgeCase.manifests(PODS, deny).on(CniProduct.CALICO), 80).isUndefined("3.32");
    }

    @Test
    void adminNetworkPolicyIsForOlderCalicoAlone() {
        String deny =
                object(
                        "v1alpha1",
                        "AdminNetworkPolicy",
                        "old",
                        "priority: 5, %s, ingress: [{action: Deny, from: %s}]"
                                .formatted(SHOP, ALL));
        EdgeCase estate = EdgeCase.manifests(PODS, deny);
        batchToApi(estate, 80).isDenied();
        batchToApi(estate.on(CniProduct.CALICO, "3.30"), 80).isDenied();
        batchToApi(estate.on(CniProduct.CALICO, "3.32"), 80).isAllowed();
        batchToApi(estate.on(CniProduct.CILIUM, "1.20"), 80).isAllowed();
    }

    @Test
    void ciliumMayHaveItSwitchedOnFrom120AndRefusesPoliciesWithNodes() {
        String deny = admin("a", 10, "ingress: [{action: Deny, from: %s}]".formatted(ALL));
        EdgeCase estate = EdgeCase.manifests(PODS, deny);
        batchToApi(estate.on(CniProduct.CILIUM, "1.19.4"), 80).isAllowed();
        batchToApi(estate.on(CniProduct.CILIUM, "1.20.2"), 80).isUndefined("1.20");
    }

    @Test
    void baselineAdminNetworkPolicyIsForPodsWithoutNetworkPolicy() {
        String base =
                object(
                        "v1alpha1",
                        "BaselineAdminNetworkPolicy",
                        "default",
                        "%s, ingress: [{action: Deny, from: %s}]".formatted(SHOP, ALL));
        batchToApi(EdgeCase.manifests(PODS, base), 80).isDenied();
        batchToApi(EdgeCase.manifests(PODS, base, OPEN), 80).isAllowed();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "priority: 1, SUBJECT",
                "tier: admin, priority: 1, SUBJECT",
                "tier: Admin, SUBJECT",
                "tier: Admin, priority: -1, SUBJECT",
                "tier: Admin, priority: 1001, SUBJECT",
                "tier: Admin, priority: high, SUBJECT",
                "tier: Admin, priority: 1",
                "tier: Admin, priority: 1, subject: {}",
                "tier: Admin, priority: 1, subject: {nodes: {}}",
                "tier: Admin, priority: 1, subject: {namespaces: {}, pods: {podSelector: {}}}",
                "tier: Admin, priority: 1, SUBJECT, ingress: [{action: Deny}]",
                "tier: Admin, priority: 1, SUBJECT, ingress: [{action: Deny, from: []}]",
                "tier: Admin, priority: 1, SUBJECT, ingress: [{action: Deny, from: [{}]}]",
                "tier: Admin, priority: 1, SUBJECT, ingress: [{action: Deny, to: [{namespaces:"
                        + " {}}]}]",
                "tier: Admin, priority: 1, SUBJECT, ingress: [{action: Allow, from: [{namespaces:"
                        + " {}}]}]",
                "tier: Admin, priority: 1, SUBJECT, ingress: [{from: [{namespaces: {}}]}]",
                "tier: Admin, priority: 1, SUBJECT, ingress: [{action: Deny, from: [{namespaces:"
                        + " {}}], protocols: []}]",
                "tier: Admin, priority: 1, SUBJECT, ingress: [{action: Deny, from: [{namespaces:"
                        + " {}}], protocols: [{tcp: {}}]}]",
                "tier: Admin, priority: 1, SUBJECT, ingress: [{action: Deny, from: [{namespaces:"
                        + " {}}], protocols: [{tcp: {destinationPort: {number: 1, range: {start: 1,"
                        + " end: 2}}}}]}]",
                "tier: Admin, priority: 1, SUBJECT, ingress: [{action: Deny, from: [{namespaces:"
                        + " {}}], protocols: [{tcp: {destinationPort: {range: {start: 2, end: 2}}}}]}]",
                "tier: Admin, priority: 1, SUBJECT, ingress: [{action: Deny, from: [{namespaces:"
                        + " {}}], protocols: [{tcp: {destinationPort: {number: 0}}}]}]",
                "tier: Admin, priority: 1, SUBJECT, ingress: [{action: Deny, from: [{namespaces:"
                        + " {}}], ports: [{portNumber: {port: 1}}]}]",
                "tier: Admin, priority: 1, SUBJECT, egress: [{action: Deny, to: [{networks: []}]}]",
                "tier: Admin, priority: 1, SUBJECT, egress: [{action: Deny, to: [{networks:"
                        + " [10.0.0.1]}]}]",
                "tier: Admin, priority: 1, SUBJECT, egress: [{action: Accept, to: [{domainNames:"
                        + " ['*']}]}]",
                "tier: Admin, priority: 1, SUBJECT, egress: [{action: Deny, to: [{networks:"
                        + " [10.0.0.0/8]}], protocols: [{destinationNamedPort: http}]}]",
                "tier: Admin, priority: 1, SUBJECT, ingress: [{action: Deny, from: [{namespaces:"
                        + " {matchExpressions: [{key: a, operator: NotIn}]}}]}]",
            })
    void whatTheApiServerRefusesIsNamed(String spec) {
        String text = cluster("bad", spec.replace("SUBJECT", SHOP));
        assertThat(EdgeCase.imported(PODS, text).problems())
                .as(spec)
                .extracting(Problem::object)
                .containsExactly("ClusterNetworkPolicy bad");
    }

    @Test
    void moreRulesThanTheApiAdmitsAreRefused() {
        String rule = "{action: Deny, from: [{namespaces: {}}]}";
        String rules = "ingress: [%s]".formatted(String.join(", ", Collections.nCopies(26, rule)));
        assertThat(EdgeCase.imported(PODS, admin("many", 1, rules)).problems())
                .extracting(Problem::message)
                .singleElement()
                .asString()
                .contains("26", "25");
    }

    @Test
    void secondObjectOfANameIsRefused() {
        String one = admin("same", 1, "ingress: []");
        assertThat(EdgeCase.imported(PODS, one, one).problems())
                .extracting(Problem::object)
                .containsExactly("ClusterNetworkPolicy same");
    }

    @Test
    void adminNetworkPoliciesOfOnePriorityAreRefused() {
        String spec = "priority: 5, %s".formatted(SHOP);
        assertThat(
                        EdgeCase.imported(
                                        PODS,
                                        object("v1alpha1", "AdminNetworkPolicy", "a", spec),
                                        object("v1alpha1", "AdminNetworkPolicy", "b", spec))
                                .problems())
                .extracting(Problem::object)
                .containsExactly("AdminNetworkPolicy b");
    }

    @Test
    void baselineMustBeCalledDefault() {
        String text = object("v1alpha1", "BaselineAdminNetworkPolicy", "other", SHOP);
        assertThat(EdgeCase.imported(PODS, text).problems())
                .extracting(Problem::object)
                .containsExactly("BaselineAdminNetworkPolicy other");
    }
}
