package io.portolan.exporters.edgecases;

import static io.portolan.exporters.edgecases.NetworkPolicyShop.PODS;
import static io.portolan.exporters.edgecases.NetworkPolicyShop.policy;
import static io.portolan.exporters.edgecases.NetworkPolicyShop.shop;

import org.junit.jupiter.api.Test;

/// Ports and protocols of a NetworkPolicy.
final class NetworkPolicyPortsTest {
    @Test
    void namedPortIsLookedUpOnEachPod() {
        EdgeCase shop = shop("{podSelector: {}, ingress: [{ports: [{port: http}]}]}");
        shop.from("jobs/batch").to("shop/api").tcp(8080).isAllowed();
        shop.from("jobs/batch").to("shop/api").tcp(9090).isDenied();
        shop.from("jobs/batch").to("shop/api2").tcp(9090).isAllowed();
    }

    @Test
    void namedPortThatThePodDoesNotHaveOrHasForAnotherProtocolMatchesNothing() {
        shop("{podSelector: {}, ingress: [{ports: [{port: metrics}]}]}")
                .from("jobs/batch")
                .to("shop/api")
                .tcp(8080)
                .isDenied();
        shop("{podSelector: {}, ingress: [{ports: [{port: http, protocol: UDP}]}]}")
                .from("jobs/batch")
                .to("shop/api")
                .udp(8080)
                .isDenied();
    }

    @Test
    void portRangeIncludesItsEnd() {
        EdgeCase shop = shop("{podSelector: {}, ingress: [{ports: [{port: 80, endPort: 82}]}]}");
        shop.from("jobs/batch").to("shop/web").tcp(82).isAllowed();
        shop.from("jobs/batch").to("shop/web").tcp(83).isDenied();
    }

    @Test
    void protocolWithoutPortMeansAllPortsOfItAndNoOtherProtocol() {
        EdgeCase shop = shop("{podSelector: {}, ingress: [{ports: [{protocol: UDP}]}]}");
        shop.from("jobs/batch").to("shop/web").udp(1).isAllowed();
        shop.from("jobs/batch").to("shop/web").tcp(1).isDenied();
    }

    @Test
    void sctpIsClosedUnlessItIsNamed() {
        EdgeCase shop = shop("{podSelector: {}, ingress: [{ports: [{port: 3868}]}]}");
        shop.from("jobs/batch").to("shop/web").sctp(3868).isDenied();
        shop("{podSelector: {}, ingress: [{ports: [{port: 3868, protocol: SCTP}]}]}")
                .from("jobs/batch")
                .to("shop/web")
                .sctp(3868)
                .isAllowed();
    }

    @Test
    void whatIsolationDoesToIcmpIsNotDefined() {
        shop("{podSelector: {}}").from("jobs/batch").to("shop/web").icmp().isUndefined("UDP");
        shop("{podSelector: {}, ingress: [{}]}")
                .from("jobs/batch")
                .to("shop/web")
                .icmp()
                .isAllowed();
    }

    @Test
    void headlessServiceMapsNoPort() {
        EdgeCase shop =
                EdgeCase.manifests(
                        PODS,
                        policy("{podSelector: {}, ingress: [{ports: [{port: 8080}]}]}"),
                        """
                        apiVersion: v1
                        kind: Service
                        metadata: {name: api-direct, namespace: shop}
                        spec: {clusterIP: None, selector: {app: api}, ports: [{port: 80, targetPort: 8080}]}
                        """);
        shop.from("jobs/batch").to("shop/api").tcp(80).isDenied();
        shop.from("jobs/batch").to("shop/api").tcp(8080).isAllowed();
    }
}
