package io.portolan.exporters.edgecases;

import static io.portolan.exporters.edgecases.ClusterPolicyShop.ALL;
import static io.portolan.exporters.edgecases.ClusterPolicyShop.CLOSED;
import static io.portolan.exporters.edgecases.ClusterPolicyShop.OPEN;
import static io.portolan.exporters.edgecases.ClusterPolicyShop.PODS;
import static io.portolan.exporters.edgecases.ClusterPolicyShop.admin;
import static io.portolan.exporters.edgecases.ClusterPolicyShop.baseline;
import static io.portolan.exporters.edgecases.ClusterPolicyShop.batchToApi;

import org.junit.jupiter.api.Test;

/// ClusterNetworkPolicy from its text to the verdict: tiers, priorities, the default.
final class ClusterNetworkPolicyEdgeCasesTest {
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
}
