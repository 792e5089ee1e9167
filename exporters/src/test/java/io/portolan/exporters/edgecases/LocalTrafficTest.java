package io.portolan.exporters.edgecases;

import static io.portolan.exporters.edgecases.NetworkPolicyShop.PODS;
import static io.portolan.exporters.edgecases.NetworkPolicyShop.policy;

import io.portolan.model.format.DesignWriter;

import org.junit.jupiter.api.Test;

/// Services that a node sends to its own pods alone, and which nodes have some.
final class LocalTrafficTest {
    private static final String BATCH =
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: batch, namespace: jobs, labels: {app: batch}}
            ---
            """;

    private static String daemons(String spec) {
        return """
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: {name: web, namespace: shop}
        spec: {template: {metadata: {labels: {app: web}}, spec: {%s}}}
        ---
        """
                .formatted(spec);
    }

    private static String service(String more) {
        return """
        apiVersion: v1
        kind: Service
        metadata: {name: front, namespace: shop}
        spec: {clusterIP: 10.96.0.20, selector: {app: web}, ports: [{port: 443, nodePort: 30443}], %s}
        ---
        """
                .formatted(more);
    }

    private static final String INTERNAL = service("internalTrafficPolicy: Local");
    private static final String EXTERNAL = service("type: NodePort, externalTrafficPolicy: Local");

    private static String node(int number, String labels, String taints) {
        return """
        apiVersion: v1
        kind: Node
        metadata: {name: n%1$d, labels: {%2$s}}
        spec: {taints: [%3$s]}
        status: {addresses: [{type: InternalIP, address: 10.9.0.%1$d}]}
        ---
        """
                .formatted(number, labels, taints);
    }

    private static Judged dialled(String... manifests) {
        return EdgeCase.manifests(String.join("", manifests))
                .from("jobs/batch")
                .to("10.96.0.20")
                .tcp(443);
    }

    private static Judged atNode(String... manifests) {
        return EdgeCase.manifests(String.join("", manifests))
                .podRange("10.244.0.0/16")
                .from("8.8.8.8")
                .to("10.9.0.1")
                .tcp(30443);
    }

    @Test
    void clientsMayHaveNoBackendOnTheirOwnNode() {
        EdgeCase shop = EdgeCase.manifests(PODS, INTERNAL);
        shop.from("jobs/batch").to("10.96.0.20").tcp(443).isUndefined("internalTrafficPolicy");
        shop.from("jobs/batch").to("shop/web").tcp(443).isAllowed();
        EdgeCase.manifests(PODS, INTERNAL, policy("{podSelector: {}}"))
                .from("jobs/batch")
                .to("10.96.0.20")
                .tcp(443)
                .isDenied();
        EdgeCase.design(DesignWriter.write(shop.design()))
                .from("jobs/batch")
                .to("10.96.0.20")
                .tcp(443)
                .isUndefined("internalTrafficPolicy");
    }

    @Test
    void oneNodeAndPodsOnEveryNodeAreSure() {
        dialled(BATCH, daemons(""), INTERNAL).isAllowed();
        EdgeCase.manifests(PODS, INTERNAL)
                .nodeRange("10.9.0.1/32")
                .from("jobs/batch")
                .to("10.96.0.20")
                .tcp(443)
                .isAllowed();
    }

    @Test
    void aDaemonSetThatChoosesItsNodesIsNotOnAllOfThem() {
        String chosen = daemons("nodeSelector: {disk: ssd}");
        String affinity =
                daemons(
                        "affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution:"
                                + " {nodeSelectorTerms: [{matchExpressions: [{key: disk, operator:"
                                + " In, values: [ssd]}]}]}}}");
        String all = node(1, "disk: ssd", "") + node(2, "disk: ssd", "");
        String some = node(1, "disk: ssd", "") + node(2, "disk: hdd", "");
        for (String daemons : new String[] {chosen, affinity}) {
            dialled(BATCH, daemons, INTERNAL).isUndefined("internalTrafficPolicy");
            dialled(BATCH, daemons, INTERNAL, some).isUndefined("internalTrafficPolicy");
            dialled(BATCH, daemons, INTERNAL, all).isAllowed();
            atNode(daemons, EXTERNAL, some).isUndefined("externalTrafficPolicy");
            atNode(daemons, EXTERNAL, all).isAllowed();
        }
    }

    @Test
    void aTaintKeepsPodsFromANodeUnlessTheyTolerateIt() {
        String nodes =
                node(1, "a: b", "{key: role, value: db, effect: NoSchedule}")
                        + node(
                                2,
                                "a: b",
                                "{key: node.kubernetes.io/unschedulable, effect: NoSchedule}");
        atNode(daemons(""), EXTERNAL, nodes).isUndefined("externalTrafficPolicy");
        for (String toleration :
                new String[] {
                    "{operator: Exists}",
                    "{key: role, operator: Exists, effect: NoSchedule}",
                    "{key: role, value: db}"
                }) {
            atNode(daemons("tolerations: [%s]".formatted(toleration)), EXTERNAL, nodes).isAllowed();
        }
        for (String toleration :
                new String[] {
                    "{key: role, value: web}", "{key: role, operator: Exists, effect: NoExecute}"
                }) {
            atNode(daemons("tolerations: [%s]".formatted(toleration)), EXTERNAL, nodes)
                    .isUndefined("externalTrafficPolicy");
        }
    }
}
