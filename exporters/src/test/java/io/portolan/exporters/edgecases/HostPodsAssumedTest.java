package io.portolan.exporters.edgecases;

import static io.portolan.exporters.edgecases.NetworkPolicyShop.PODS;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.model.design.CniProduct;
import io.portolan.model.report.Assumptions;

import org.junit.jupiter.api.Test;

/// Answers say that pods in the network of their node are judged as ordinary pods.
final class HostPodsAssumedTest {
    private static final String CLOSED = NetworkPolicyShop.policy("{podSelector: {}}");

    @Test
    void answersSayHowHostPodsAreJudgedWhereNothingTellsThePlugIn() {
        EdgeCase shop = EdgeCase.manifests(PODS, CLOSED);
        assertThat(Assumptions.of(shop.design()))
                .singleElement()
                .asString()
                .startsWith("assumed: pods of the cluster (cluster)")
                .contains("hostNetwork", "cni", "nodeRanges");
    }

    @Test
    void withPlugInOrNodesOrWithoutSuchPodsOrPoliciesThereIsNothingToSay() {
        EdgeCase shop = EdgeCase.manifests(PODS, CLOSED);
        assertThat(Assumptions.of(shop.on(CniProduct.CALICO).design())).isEmpty();
        assertThat(Assumptions.of(shop.nodeRange("10.9.0.0/24").design())).isEmpty();
        assertThat(Assumptions.of(EdgeCase.manifests(IstioShop.PODS, CLOSED).design())).isEmpty();
        assertThat(Assumptions.of(EdgeCase.manifests(PODS).design())).isEmpty();
    }
}
