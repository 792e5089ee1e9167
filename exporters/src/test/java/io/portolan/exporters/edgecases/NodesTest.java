package io.portolan.exporters.edgecases;

import static io.portolan.exporters.edgecases.NetworkPolicyShop.PODS;
import static io.portolan.exporters.edgecases.NetworkPolicyShop.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.model.design.Cluster;
import io.portolan.model.net.Cidr;

import org.junit.jupiter.api.Test;

/// Node objects: their addresses are the nodes', with the ports that Services open there.
final class NodesTest {
    private static final String NODES =
            """
            apiVersion: v1
            kind: Node
            metadata: {name: n1}
            status:
              addresses:
                - {type: InternalIP, address: 10.9.0.11}
                - {type: ExternalIP, address: 203.0.113.11}
                - {type: Hostname, address: n1}
            ---
            apiVersion: v1
            kind: Node
            metadata: {name: n2}
            status: {addresses: [{type: InternalIP, address: 10.9.0.12}]}
            ---
            apiVersion: v1
            kind: Node
            metadata: {name: n3}
            """;

    private static final String SERVICE =
            """
            apiVersion: v1
            kind: Service
            metadata: {name: front, namespace: shop}
            spec: {type: NodePort, clusterIP: 10.96.0.20, selector: {app: web}, ports: [{port: 443, targetPort: 8443, nodePort: 30443}]}
            """;

    @Test
    void addressesOfNodesAreThoseOfTheCluster() {
        assertThat(EdgeCase.manifests(PODS, NODES).design().all(Cluster.class).findFirst())
                .hasValueSatisfying(c ->
                        assertThat(c.nodeRanges())
                                .containsExactly(
                                        Cidr.parse("10.9.0.11/32"),
                                        Cidr.parse("203.0.113.11/32"),
                                        Cidr.parse("10.9.0.12/32")));
    }

    @Test
    void whoDialsANodePortMeetsThePoliciesOfThePodsBehindIt() {
        String nobody = policy("{podSelector: {}}");
        EdgeCase closed = EdgeCase.manifests(PODS, NODES, SERVICE, nobody);
        closed.from("8.8.8.8").to("203.0.113.11").tcp(30443).isUndefined("resident node");
        closed.from("jobs/batch").to("10.9.0.12").tcp(30443).isUndefined("resident node");
        String local = SERVICE.replace("NodePort,", "NodePort, externalTrafficPolicy: Local,");
        closed = EdgeCase.manifests(PODS, NODES, local, nobody);
        closed.from("8.8.8.8").to("203.0.113.11").tcp(30443).isDenied();
        closed.from("jobs/batch").to("10.9.0.12").tcp(30443).isDenied();
        closed.from("8.8.8.8").to("203.0.113.12").tcp(30443).isAllowed();
    }

    @Test
    void nodesAloneCloseNothing() {
        EdgeCase open = EdgeCase.manifests(PODS, NODES);
        open.from("8.8.8.8").to("shop/web").tcp(80).isAllowed();
        open.from("shop/web").to("8.8.8.8").tcp(443).isAllowed();
        open.from("shop/web").to("jobs/batch").tcp(443).isAllowed();
        EdgeCase service = EdgeCase.manifests(PODS, NODES, SERVICE).podRange("10.244.0.0/16");
        service.from("8.8.8.8").to("203.0.113.11").tcp(30443).isAllowed();
        service.from("shop/web").to("8.8.8.8").tcp(443).isAllowed();
    }

    @Test
    void hostEndpointsOfCalicoAreNodesToo() {
        String calico =
                """
                apiVersion: projectcalico.org/v3
                kind: HostEndpoint
                metadata: {name: h}
                spec: {node: n2, expectedIPs: [10.9.0.12, 10.9.0.14]}
                """;
        assertThat(EdgeCase.manifests(PODS, NODES, calico).design().all(Cluster.class).findFirst())
                .hasValueSatisfying(c ->
                        assertThat(c.nodeRanges())
                                .containsExactly(
                                        Cidr.parse("10.9.0.11/32"),
                                        Cidr.parse("203.0.113.11/32"),
                                        Cidr.parse("10.9.0.12/32"),
                                        Cidr.parse("10.9.0.14/32")));
    }

    @Test
    void podsInTheNetworkOfTheirNodeAreBackendsToo() {
        String service =
                """
                apiVersion: v1
                kind: Service
                metadata: {name: agents, namespace: shop}
                spec: {clusterIP: 10.96.0.30, selector: {app: agent}, ports: [{port: 80, targetPort: 9100}]}
                """;
        EdgeCase shop = EdgeCase.manifests(PODS, NODES, service).podRange("10.244.0.0/16");
        shop.from("jobs/batch").to("10.96.0.30").tcp(80).isAllowed();
        String named =
                PODS.replace(
                        "{hostNetwork: true}",
                        "{hostNetwork: true, containers: [{ports: [{name: metrics,"
                                + " containerPort: 9100}]}]}");
        EdgeCase.manifests(named, NODES, service.replace("targetPort: 9100", "targetPort: metrics"))
                .podRange("10.244.0.0/16")
                .from("jobs/batch")
                .to("10.96.0.30")
                .tcp(80)
                .isAllowed()
                .because("translates");
        EdgeCase closed =
                EdgeCase.manifests(
                                PODS,
                                NODES,
                                service,
                                policy("{podSelector: {}, policyTypes: [Egress]}"))
                        .podRange("10.244.0.0/16");
        closed.from("shop/web").to("10.96.0.30").tcp(80).isUndefined("own node");
    }
}
