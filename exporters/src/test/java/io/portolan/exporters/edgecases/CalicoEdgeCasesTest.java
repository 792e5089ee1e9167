package io.portolan.exporters.edgecases;

import org.junit.jupiter.api.Test;

/// Calico's tiers, order and actions from their text to the verdict.
final class CalicoEdgeCasesTest {
    private static final String PODS =
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web, role: front}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: api, namespace: shop, labels: {app: api}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: db, namespace: shop, labels: {app: db}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: batch, namespace: jobs, labels: {app: batch}}
            """;

    private static EdgeCase shop(String... policies) {
        return EdgeCase.manifests(PODS, String.join("\n---\n", policies));
    }

    private static String tier(String name, int order, String action) {
        return """
        apiVersion: projectcalico.org/v3
        kind: Tier
        metadata: {name: %s}
        spec: {order: %d, defaultAction: %s}
        """
                .formatted(name, order, action);
    }

    private static String global(String name, String spec) {
        return """
        apiVersion: projectcalico.org/v3
        kind: GlobalNetworkPolicy
        metadata: {name: %s}
        spec:
        %s
        """
                .formatted(name, spec.indent(2));
    }

    private static String inShop(String name, String spec) {
        return """
        apiVersion: projectcalico.org/v3
        kind: NetworkPolicy
        metadata: {name: %s, namespace: shop}
        spec:
        %s
        """
                .formatted(name, spec.indent(2));
    }

    private static final String FROM_API =
            """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: db, namespace: shop}
            spec:
              podSelector: {matchLabels: {app: db}}
              ingress:
              - from: [{podSelector: {matchLabels: {app: api}}}]
                ports: [{port: 5432}]
            """;

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
    void ofEqualOrdersTheNameDecides() {
        EdgeCase shop =
                shop(
                        inShop(
                                "zzz",
                                "{order: 7, selector: app == 'db', ingress: [{action: Deny}]}"),
                        inShop(
                                "aaa",
                                "{order: 7.0, selector: app == 'db', ingress: [{action: Allow}]}"));
        shop.from("shop/web").to("shop/db").tcp(1).isAllowed().because("aaa");
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
    void notSelectorOfAGlobalPolicyMatchesTheOutsideNegatedSelectorDoesNot() {
        String negated = "{selector: app == 'db', ingress: [{action: Allow, source: {%s}}]}";
        EdgeCase not = shop(global("p", negated.formatted("notSelector: app == 'web'")));
        not.from("198.51.100.7").to("shop/db").tcp(1).isAllowed();
        not.from("shop/api").to("shop/db").tcp(1).isAllowed();
        not.from("shop/web").to("shop/db").tcp(1).isDenied();
        EdgeCase selector = shop(global("p", negated.formatted("selector: app != 'web'")));
        selector.from("198.51.100.7").to("shop/db").tcp(1).isDenied();
        selector.from("shop/api").to("shop/db").tcp(1).isAllowed();
        selector.from("shop/web").to("shop/db").tcp(1).isDenied();
    }

    /// As soon as any selector is written, a policy of a namespace looks into that namespace alone.
    @Test
    void notSelectorOfANamespacedPolicyStaysInItsNamespace() {
        EdgeCase shop =
                shop(
                        inShop(
                                "p",
                                """
                                selector: app == 'db'
                                ingress: [{action: Allow, source: {notSelector: app == 'web'}}]\
                                """));
        shop.from("shop/api").to("shop/db").tcp(1).isAllowed();
        shop.from("shop/web").to("shop/db").tcp(1).isDenied();
        shop.from("jobs/batch").to("shop/db").tcp(1).isDenied();
        shop.from("198.51.100.7").to("shop/db").tcp(1).isDenied();
    }

    @Test
    void selectorAllIsNotEverybody() {
        EdgeCase shop =
                shop(
                        global(
                                "p",
                                """
                                selector: app == 'db'
                                ingress: [{action: Allow, source: {selector: all()}}]\
                                """));
        shop.from("jobs/batch").to("shop/db").tcp(1).isAllowed();
        shop.from("198.51.100.7").to("shop/db").tcp(1).isDenied();
    }

    @Test
    void namespaceSelectorWidensARule() {
        EdgeCase shop =
                shop(
                        inShop(
                                "p",
                                """
                                selector: app == 'db'
                                ingress:
                                - action: Allow
                                  source: {namespaceSelector: projectcalico.org/name == 'jobs'}\
                                """));
        shop.from("jobs/batch").to("shop/db").tcp(1).isAllowed();
        shop.from("shop/api").to("shop/db").tcp(1).isDenied();
    }

    private static final String SETS =
            """
            apiVersion: projectcalico.org/v3
            kind: GlobalNetworkSet
            metadata: {name: partners, labels: {who: partner}}
            spec: {nets: [198.51.100.0/24]}
            ---
            apiVersion: projectcalico.org/v3
            kind: NetworkSet
            metadata: {name: local, namespace: shop, labels: {who: partner}}
            spec: {nets: [203.0.113.0/24]}
            """;

    @Test
    void globalMeansSetsWithoutNamespace() {
        String from =
                "{selector: app == 'db', ingress: [{action: Allow, source: {selector: who =="
                        + " 'partner'%s}}]}";
        EdgeCase own = shop(SETS, inShop("p", from.formatted("")));
        own.from("198.51.100.7").to("shop/db").tcp(1).isDenied();
        own.from("203.0.113.7").to("shop/db").tcp(1).isAllowed();
        EdgeCase outside = shop(SETS, inShop("p", from.formatted(", namespaceSelector: global()")));
        outside.from("198.51.100.7").to("shop/db").tcp(1).isAllowed();
        outside.from("203.0.113.7").to("shop/db").tcp(1).isDenied();
        EdgeCase both = shop(SETS, global("p", from.formatted("")));
        both.from("198.51.100.7").to("shop/db").tcp(1).isAllowed();
        both.from("203.0.113.7").to("shop/db").tcp(1).isAllowed();
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
    void netsMeanPodsToo() {
        EdgeCase shop =
                shop(global(
                                "p",
                                """
                                selector: app == 'db'
                                ingress: [{action: Deny, source: {nets: [10.1.0.0/16]}}, {action: Allow}]\
                                """))
                        .podRange("10.1.0.0/16");
        shop.from("shop/web").to("shop/db").tcp(1).isDenied();
        shop.from("198.51.100.7").to("shop/db").tcp(1).isAllowed();
    }

    @Test
    void metadataAddressIsNoPods() {
        EdgeCase shop =
                shop(
                        global(
                                "p",
                                """
                                selector: all()
                                egress:
                                - {action: Deny, destination: {nets: [169.254.169.254/32]}}
                                - {action: Allow}\
                                """));
        shop.from("shop/web").to("shop/db").tcp(80).isAllowed();
        shop.from("shop/web").to("169.254.169.254").tcp(80).isDenied();
    }

    @Test
    void notPortsAndNotProtocolLeaveTheRest() {
        EdgeCase shop =
                shop(
                        global(
                                "p",
                                """
                                selector: app == 'db'
                                ingress:
                                - {action: Deny, protocol: TCP, destination: {notPorts: ['80:90', 443]}}
                                - {action: Allow, notProtocol: UDP}\
                                """));
        shop.from("shop/web").to("shop/db").tcp(85).isAllowed();
        shop.from("shop/web").to("shop/db").tcp(91).isDenied();
        shop.from("shop/web").to("shop/db").udp(85).isDenied();
        shop.from("shop/web").to("shop/db").sctp(85).isAllowed();
    }

    @Test
    void namedPortIsLookedUpOnTheReceiver() {
        EdgeCase shop =
                shop(
                        """
                        apiVersion: v1
                        kind: Pod
                        metadata: {name: named, namespace: shop, labels: {app: db}}
                        spec: {containers: [{name: c, ports: [{name: sql, containerPort: 3306}]}]}
                        """,
                        global(
                                "p",
                                """
                                selector: app == 'db'
                                ingress: [{action: Allow, protocol: TCP, destination: {ports: [sql, 80]}}]\
                                """));
        shop.from("shop/web").to("shop/named").tcp(3306).isAllowed();
        shop.from("shop/web").to("shop/db").tcp(80).isAllowed();
        shop.from("shop/web").to("shop/db").tcp(3306).isDenied();
    }

    @Test
    void serviceAccountsByNameAndLabel() {
        String who =
                "{selector: app == 'db', ingress: [{action: Allow, source: {serviceAccounts:"
                        + " {%s}}}]}";
        String accounts =
                """
                apiVersion: v1
                kind: ServiceAccount
                metadata: {name: seller, namespace: shop, labels: {trust: high}}
                ---
                apiVersion: v1
                kind: ServiceAccount
                metadata: {name: default, namespace: shop}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: till, namespace: shop, labels: {app: till}}
                spec: {serviceAccountName: seller}
                """;
        EdgeCase names = shop(accounts, global("p", who.formatted("names: [seller]")));
        names.from("shop/till").to("shop/db").tcp(1).isAllowed();
        names.from("shop/web").to("shop/db").tcp(1).isDenied();
        EdgeCase labels = shop(accounts, global("p", who.formatted("selector: trust == 'high'")));
        labels.from("shop/till").to("shop/db").tcp(1).isAllowed();
        labels.from("shop/web").to("shop/db").tcp(1).isDenied();
        labels.from("jobs/batch").to("shop/db").tcp(1).isUndefined("ALLOW by p[0]");
    }

    @Test
    void serviceStandsForItsEndpointsAndTheirPorts() {
        EdgeCase shop =
                shop(
                        """
                        apiVersion: v1
                        kind: Service
                        metadata: {name: data, namespace: shop}
                        spec: {selector: {app: db}, ports: [{port: 80, targetPort: 5432}]}
                        """,
                        global(
                                "p",
                                """
                                selector: app == 'web'
                                egress:
                                - action: Allow
                                  destination: {services: {name: data, namespace: shop}}\
                                """));
        shop.from("shop/web").to("shop/db").tcp(5432).isAllowed();
        shop.from("shop/web").to("shop/db").tcp(80).isDenied();
        shop.from("shop/web").to("shop/api").tcp(5432).isDenied();
    }

    @Test
    void requestsAreLookedAtOnlyWithApplicationLayerPolicy() {
        EdgeCase shop =
                shop(
                        global(
                                "p",
                                """
                                selector: app == 'db'
                                ingress:
                                - {action: Allow, protocol: TCP, http: {methods: [GET], paths: [{prefix: /pub}]}}\
                                """));
        shop.from("shop/web").to("shop/db").http(80, "GET", "/pub/x").isAllowed();
        shop.from("shop/web").to("shop/db").http(80, "PUT", "/pub/x").isUndefined("ALLOW by p[0]");
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
    void fieldThatIsNotKnownMayNarrowTheRule() {
        EdgeCase shop =
                shop(
                        global(
                                "p",
                                """
                                selector: app == 'web'
                                egress: [{action: Allow, destination: {domains: [example.org]}}]\
                                """));
        shop.from("shop/web").to("198.51.100.7").tcp(443).isUndefined("ALLOW by p[0]");
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
                                        + " Allow}]}"));
        before.from("jobs/batch").to("shop/db").tcp(1).isAllowed().because("security.p");
        before.from("jobs/batch")
                .to("shop/api")
                .tcp(1)
                .isDenied()
                .because("ClusterNetworkPolicy admin[0]");
        EdgeCase after =
                shop(admin, inShop("p", "{selector: app == 'db', ingress: [{action: Allow}]}"));
        after.from("jobs/batch")
                .to("shop/db")
                .tcp(1)
                .isDenied()
                .because("ClusterNetworkPolicy admin[0]");
    }
}
