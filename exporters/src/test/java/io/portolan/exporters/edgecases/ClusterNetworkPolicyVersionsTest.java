package io.portolan.exporters.edgecases;

import static io.portolan.exporters.edgecases.ClusterPolicyShop.ALL;
import static io.portolan.exporters.edgecases.ClusterPolicyShop.OPEN;
import static io.portolan.exporters.edgecases.ClusterPolicyShop.PODS;
import static io.portolan.exporters.edgecases.ClusterPolicyShop.SHOP;
import static io.portolan.exporters.edgecases.ClusterPolicyShop.admin;
import static io.portolan.exporters.edgecases.ClusterPolicyShop.batchToApi;
import static io.portolan.exporters.edgecases.ClusterPolicyShop.cluster;
import static io.portolan.exporters.edgecases.ClusterPolicyShop.object;

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

/// What each version of a plug-in makes of cluster-wide policies, and what the API refuses.
final class ClusterNetworkPolicyVersionsTest {
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
