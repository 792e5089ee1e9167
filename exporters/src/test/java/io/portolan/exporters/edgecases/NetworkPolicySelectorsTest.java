package io.portolan.exporters.edgecases;

import static io.portolan.exporters.edgecases.NetworkPolicyShop.shop;

import org.junit.jupiter.api.Test;

/// Whom a NetworkPolicy selects, and in which directions it closes.
final class NetworkPolicySelectorsTest {
    @Test
    void emptyPodSelectorClosesEveryPodOfItsNamespaceAndNoOther() {
        EdgeCase shop = shop("{podSelector: {}}");
        shop.from("shop/web").to("shop/api").tcp(80).isDenied().because("isolated");
        shop.from("shop/web").to("jobs/batch").tcp(80).isAllowed();
    }

    @Test
    void absentNamespaceSelectorMeansTheOwnNamespaceEmptyMeansAll() {
        EdgeCase own = shop("{podSelector: {}, ingress: [{from: [{podSelector: {}}]}]}");
        own.from("shop/web").to("shop/api").tcp(80).isAllowed();
        own.from("jobs/batch").to("shop/api").tcp(80).isDenied();
        EdgeCase all = shop("{podSelector: {}, ingress: [{from: [{namespaceSelector: {}}]}]}");
        all.from("jobs/batch").to("shop/api").tcp(80).isAllowed();
        all.from("198.51.100.7").to("shop/api").tcp(80).isDenied();
    }

    @Test
    void selectorsOfOneEntryMustBothFitThoseOfTwoNeedNot() {
        String both =
                "{podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {team:"
                        + " data}}, podSelector: {matchLabels: {app: web}}}]}]}";
        shop(both).from("jobs/batch").to("shop/api").tcp(80).isDenied();
        String either =
                "{podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {team:"
                        + " data}}}, {podSelector: {matchLabels: {app: web}}}]}]}";
        shop(either).from("jobs/batch").to("shop/api").tcp(80).isAllowed();
        shop(either).from("shop/web").to("shop/api").tcp(80).isAllowed();
    }

    @Test
    void noIngressRulesCloseAnEmptyRuleOpensAndAnotherDirectionLeavesAlone() {
        shop("{podSelector: {}, ingress: []}").from("shop/web").to("shop/api").tcp(80).isDenied();
        shop("{podSelector: {}, ingress: [{}]}")
                .from("shop/web")
                .to("shop/api")
                .tcp(80)
                .isAllowed();
        EdgeCase egress = shop("{podSelector: {}, policyTypes: [Egress]}");
        egress.from("jobs/batch").to("shop/api").tcp(80).isAllowed();
        egress.from("shop/web").to("jobs/batch").tcp(80).isDenied();
    }

    @Test
    void ingressRulesCountForNothingWherePolicyTypesNameEgressAlone() {
        EdgeCase shop =
                shop(
                        "{podSelector: {}, policyTypes: [Egress], ingress: [{from: [{podSelector:"
                                + " {matchLabels: {app: nobody}}}]}]}");
        shop.from("jobs/batch").to("shop/api").tcp(80).isAllowed();
        shop.from("shop/web").to("shop/api").tcp(80).isDenied();
    }

    @Test
    void egressRulesWithoutPolicyTypesCloseBothDirections() {
        EdgeCase shop = shop("{podSelector: {}, egress: [{}]}");
        shop.from("shop/web").to("jobs/batch").tcp(80).isAllowed();
        shop.from("jobs/batch").to("shop/web").tcp(80).isDenied();
    }
}
