package io.portolan.exporters.edgecases;

import static io.portolan.exporters.edgecases.CalicoShop.global;
import static io.portolan.exporters.edgecases.CalicoShop.inShop;
import static io.portolan.exporters.edgecases.CalicoShop.shop;

import org.junit.jupiter.api.Test;

/// What the rules of Calico match, from their text to the verdict.
final class CalicoRuleEdgeCasesTest {
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
}
