package io.portolan.exporters.edgecases;

import org.junit.jupiter.api.Test;

/// Services with the address of a load balancer, in folders that say nothing of routers.
final class BalancedServiceTest {
    private static final String BALANCED =
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: batch, namespace: jobs, labels: {app: batch}}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: front, namespace: shop}
            spec: {type: LoadBalancer, clusterIP: 10.96.0.20, selector: {app: web}, ports: [{port: 443, targetPort: 8443}]}
            status: {loadBalancer: {ingress: [{ip: 203.0.113.10}]}}
            ---
            """;
    private static final String CLOSED =
            """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: closed, namespace: shop}
            spec: {podSelector: {}}
            """;

    @Test
    void itTakesNobodysWayOut() {
        EdgeCase shop = EdgeCase.manifests(BALANCED);
        shop.from("shop/web").to("198.51.100.7").tcp(443).isAllowed();
        shop.from("198.51.100.7").to("jobs/batch").tcp(443).isAllowed();
    }

    @Test
    void whoDialsItMeetsThePoliciesOfItsPods() {
        EdgeCase open = EdgeCase.manifests(BALANCED);
        open.from("jobs/batch").to("203.0.113.10").tcp(443).isAllowed();
        open.from("198.51.100.7").to("203.0.113.10").tcp(443).isAllowed();
        EdgeCase closed = EdgeCase.manifests(BALANCED, CLOSED);
        closed.from("jobs/batch").to("203.0.113.10").tcp(443).isDenied();
        closed.from("198.51.100.7").to("203.0.113.10").tcp(443).isDenied();
    }

    private static final String PROXIED =
            BALANCED.replace("ip: 203.0.113.10", "ip: 203.0.113.10, ipMode: Proxy");

    private static String policy(String namespace, String spec) {
        return """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: p, namespace: %s}
        spec: %s
        """
                .formatted(namespace, spec);
    }

    @Test
    void aBalancerThatWantsToBeAskedItselfMayBeWhatPoliciesSee() {
        String out =
                policy(
                        "jobs",
                        "{podSelector: {}, policyTypes: [Egress], egress: [{to: [{podSelector: {},"
                                + " namespaceSelector: {}}]}]}");
        String in =
                policy("shop", "{podSelector: {}, ingress: [{from: [{namespaceSelector: {}}]}]}");
        String never = policy("jobs", "{podSelector: {}, policyTypes: [Egress]}");
        for (String policy : new String[] {out, in}) {
            batchToBalancer(BALANCED, policy).isAllowed();
            batchToBalancer(PROXIED, policy).isUndefined("ipMode");
        }
        batchToBalancer(PROXIED, never).isDenied();
        batchToBalancer(PROXIED, CLOSED).isDenied();
        batchToBalancer(PROXIED).isAllowed();
        EdgeCase.manifests(PROXIED, in).from("jobs/batch").to("10.96.0.20").tcp(443).isAllowed();
        EdgeCase.manifests(PROXIED).from("jobs/batch").to("203.0.113.10").tcp(80).hasNoRoute();
        EdgeCase.manifests(PROXIED).from("8.8.8.8").to("203.0.113.10").tcp(443).isAllowed();
    }

    private static Judged batchToBalancer(String... manifests) {
        return EdgeCase.manifests(manifests).from("jobs/batch").to("203.0.113.10").tcp(443);
    }
}
