package io.portolan.exporters.edgecases;

import static io.portolan.exporters.edgecases.CalicoShop.FROM_API;
import static io.portolan.exporters.edgecases.CalicoShop.global;
import static io.portolan.exporters.edgecases.CalicoShop.inShop;
import static io.portolan.exporters.edgecases.CalicoShop.shop;
import static io.portolan.exporters.edgecases.CalicoShop.tier;

import io.portolan.model.design.CniProduct;

import org.junit.jupiter.api.Test;

/// Calico's tiers, order and actions from their text to the verdict.
final class CalicoTierEdgeCasesTest {
    @Test
    void tierIsSkippedByPodsThatNoneOfItsPoliciesSelects() {
        EdgeCase shop =
                shop(
                        tier("security", 100, "Deny"),
                        global("security.db", "{tier: security, selector: app == 'db'}"));
        shop.from("shop/web").to("shop/db").tcp(5432).isDenied().because("tier security");
        shop.from("shop/web").to("shop/api").tcp(80).isAllowed().because("kns");
    }

    @Test
    void endOfATierDeniesUnlessTheTierPasses() {
        String pass = global("open.db", "{tier: open, selector: app == 'db', types: [Ingress]}");
        shop(tier("open", 100, "Pass"), pass).from("shop/web").to("shop/db").tcp(5432).isAllowed();
    }

    @Test
    void passGoesOnInTheNextTierNotToTheProfile() {
        EdgeCase shop =
                shop(
                        tier("security", 100, "Deny"),
                        global(
                                "security.db",
                                """
                                tier: security
                                selector: app == 'db'
                                ingress: [{action: Pass}]\
                                """),
                        FROM_API);
        shop.from("shop/api").to("shop/db").tcp(5432).isAllowed().because("shop/db[0]");
        shop.from("shop/web").to("shop/db").tcp(5432).isDenied().because("tier default");
    }

    @Test
    void policyWithoutOrderComesLast() {
        EdgeCase shop =
                shop(
                        inShop("aaa", "{selector: app == 'db', ingress: [{action: Deny}]}"),
                        inShop(
                                "zzz",
                                "{order: 5000, selector: app == 'db', ingress: [{action:"
                                        + " Allow}]}"));
        shop.from("shop/web").to("shop/db").tcp(1).isAllowed().because("zzz");
    }

    @Test
    void logRuleDecidesNothing() {
        EdgeCase shop =
                shop(
                        global(
                                "watch",
                                "{selector: app == 'db', ingress: [{action: Log}, {action:"
                                        + " Allow}]}"));
        shop.from("shop/web").to("shop/db").tcp(1).isAllowed().because("watch[1]");
    }

    @Test
    void orderBehindANetworkPolicyCanStillAllow() {
        EdgeCase shop =
                shop(
                        FROM_API,
                        inShop(
                                "late",
                                "{order: 2000, selector: app == 'db', ingress: [{action:"
                                        + " Allow}]}"));
        shop.from("shop/web").to("shop/db").tcp(9999).isAllowed().because("late");
    }

    @Test
    void orderBeforeANetworkPolicyDeniesWhatItAllows() {
        EdgeCase shop =
                shop(
                        FROM_API,
                        inShop(
                                "early",
                                "{order: 10, selector: app == 'db', ingress: [{action: Deny}]}"));
        shop.from("shop/api").to("shop/db").tcp(5432).isDenied().because("early");
    }

    @Test
    void networkPolicyClosesEveryProtocol() {
        EdgeCase shop = shop(FROM_API, inShop("other", "{selector: app == 'web'}"));
        shop.from("shop/api").to("shop/db").icmp().isDenied();
    }

    @Test
    void stagedPolicyIsNotEnforced() {
        EdgeCase shop =
                shop(
                        """
                        apiVersion: projectcalico.org/v3
                        kind: StagedGlobalNetworkPolicy
                        metadata: {name: closed}
                        spec: {selector: all(), types: [Ingress, Egress]}
                        """,
                        """
                        apiVersion: projectcalico.org/v3
                        kind: StagedNetworkPolicy
                        metadata: {name: closed, namespace: shop}
                        spec: {types: [Ingress, Egress]}
                        """,
                        """
                        apiVersion: projectcalico.org/v3
                        kind: StagedKubernetesNetworkPolicy
                        metadata: {name: closed, namespace: shop}
                        spec: {podSelector: {}, policyTypes: [Ingress, Egress]}
                        """);
        shop.from("jobs/batch").to("shop/db").tcp(1).isAllowed();
    }

    @Test
    void withEgressRulesAloneAPolicyGovernsEgressAlone() {
        EdgeCase shop = shop(inShop("p", "{selector: app == 'api', egress: [{action: Deny}]}"));
        shop.from("shop/web").to("shop/api").tcp(1).isAllowed();
        shop.from("shop/api").to("shop/web").tcp(1).isDenied();
    }

    @Test
    void withoutRulesAPolicyGovernsIngress() {
        EdgeCase shop = shop(inShop("p", "{selector: app == 'api'}"));
        shop.from("shop/web").to("shop/api").tcp(1).isDenied();
        shop.from("shop/api").to("shop/web").tcp(1).isAllowed();
    }

    @Test
    void tierThatIsNotThereMayDecideOrNot() {
        EdgeCase shop =
                shop(
                        global(
                                "lost.p",
                                "{tier: lost, selector: app == 'db', ingress: [{action: Allow}]}"),
                        inShop("closed", "{selector: app == 'db'}"));
        shop.from("shop/web").to("shop/db").tcp(1).isUndefined("tier lost is not in the manifests");
    }

    @Test
    void storedFormIsTheSamePolicy() {
        EdgeCase shop =
                shop(
                        """
                        apiVersion: crd.projectcalico.org/v1
                        kind: GlobalNetworkPolicy
                        metadata: {name: default.db}
                        spec:
                          tier: default
                          order: 10
                          selector: app == 'db'
                          types: [Ingress]
                          ingress: [{action: Allow, protocol: 6, destination: {ports: [5432]}, source: {selector: has(role)}}]
                        """);
        shop.from("shop/web").to("shop/db").tcp(5432).isAllowed();
        shop.from("shop/api").to("shop/db").tcp(5432).isDenied();
    }

    @Test
    void labelsMayBeStoredInAnAnnotation() {
        EdgeCase shop =
                shop(
                        """
                        apiVersion: crd.projectcalico.org/v1
                        kind: GlobalNetworkSet
                        metadata:
                          name: partners
                          annotations:
                            projectcalico.org/metadata: '{"uid":"1","labels":{"who":"partner"}}'
                        spec: {nets: [198.51.100.0/24]}
                        """,
                        global(
                                "p",
                                """
                                selector: app == 'db'
                                ingress: [{action: Allow, source: {selector: who == 'partner'}}]\
                                """));
        shop.from("198.51.100.7").to("shop/db").tcp(1).isAllowed();
        shop.from("203.0.113.7").to("shop/db").tcp(1).isDenied();
    }

    @Test
    void storedWithoutDirectionsAPolicyGovernsBoth() {
        EdgeCase shop =
                shop(
                        """
                        apiVersion: crd.projectcalico.org/v1
                        kind: NetworkPolicy
                        metadata: {name: default.closed, namespace: shop}
                        spec: {selector: app == 'db'}
                        """);
        shop.from("shop/web").to("shop/db").tcp(1).isDenied();
        shop.from("shop/db").to("shop/web").tcp(1).isDenied();
    }

    @Test
    void clusterPoliciesStandInTheirTiers() {
        String admin =
                """
                apiVersion: policy.networking.k8s.io/v1alpha2
                kind: ClusterNetworkPolicy
                metadata: {name: admin}
                spec:
                  tier: Admin
                  priority: 10
                  subject: {namespaces: {}}
                  ingress:
                  - {action: Deny, from: [{namespaces: {matchLabels: {kubernetes.io/metadata.name: jobs}}}]}
                """;
        EdgeCase before =
                shop(
                                tier("security", 100, "Deny"),
                                admin,
                                global(
                                        "security.p",
                                        "{tier: security, selector: app == 'db', ingress: [{action:"
                                                + " Allow}]}"))
                        .on(CniProduct.CALICO, "3.32");
        before.from("jobs/batch").to("shop/db").tcp(1).isAllowed().because("security.p");
        before.from("jobs/batch")
                .to("shop/api")
                .tcp(1)
                .isDenied()
                .because("ClusterNetworkPolicy admin[0]");
        EdgeCase after =
                shop(admin, inShop("p", "{selector: app == 'db', ingress: [{action: Allow}]}"))
                        .on(CniProduct.CALICO, "3.32");
        after.from("jobs/batch")
                .to("shop/db")
                .tcp(1)
                .isDenied()
                .because("ClusterNetworkPolicy admin[0]");
    }
}
