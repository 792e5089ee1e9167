package io.portolan.exporters.edgecases;

import static io.portolan.exporters.edgecases.NetworkPolicyShop.PODS;
import static io.portolan.exporters.edgecases.NetworkPolicyShop.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.exporters.spi.ImportResult.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the API server would not take as a NetworkPolicy.
final class NetworkPolicyRefusedTest {
    @Test
    void secondObjectOfANameIsRefused() {
        String one = policy("{podSelector: {}}");
        assertThat(EdgeCase.imported(PODS, one, one).problems())
                .extracting(Problem::message)
                .singleElement()
                .asString()
                .contains("NetworkPolicy shop/p", "f1.yaml:1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{podSelector: {}, ingress: [{from: [{}]}]}",
                "{podSelector: {}, ingress: [{from: [{podSelector: {}, ipBlock: {cidr:"
                        + " 10.0.0.0/8}}]}]}",
                "{podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/33}}]}]}",
                "{podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.1}}]}]}",
                "{podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8, except:"
                        + " [11.0.0.0/16]}}]}]}",
                "{podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8, except:"
                        + " [10.0.0.0/8]}}]}]}",
                "{podSelector: {}, ingress: [{ports: [{port: 90, endPort: 80}]}]}",
                "{podSelector: {}, ingress: [{ports: [{port: http, endPort: 80}]}]}",
                "{podSelector: {}, ingress: [{ports: [{endPort: 80}]}]}",
                "{podSelector: {}, ingress: [{ports: [{port: 0}]}]}",
                "{podSelector: {}, ingress: [{ports: [{port: 65536}]}]}",
                "{podSelector: {}, ingress: [{ports: [{port: HTTP_PORT}]}]}",
                "{podSelector: {}, ingress: [{ports: [{port: a-name-of-sixteen}]}]}",
                "{podSelector: {}, ingress: [{ports: [{protocol: ICMP}]}]}",
                "{podSelector: {}, ingress: [{ports: [{protocol: tcp}]}]}",
                "{podSelector: {}, policyTypes: [Inbound]}",
                "{podSelector: {matchExpressions: [{key: app, operator: In}]}}",
                "{podSelector: {matchExpressions: [{key: app, operator: Exists, values: [a]}]}}",
                "{podSelector: {matchExpressions: [{key: app, operator: Equals, values: [a]}]}}",
                "{podSelector: {matchExpressions: [{operator: Exists}]}}",
                "{podSelector: {matchLabels: {'a b': c}}}",
                "{podSelector: {matchLabels: {a: 'b c'}}}",
                "{podSelector: {matchLabels: {a: 1}}}",
                "{podSelector: {matchLabels: {a: true}}}",
                "{podSelector: [app]}",
                "{ingress: {from: []}}",
                "{podSelector: {}, ingress: [{form: [{podSelector: {}}]}]}",
                "{podSelector: {}, ingres: []}",
            })
    void whatTheApiServerRefusesIsNamed(String spec) {
        assertThat(EdgeCase.imported(PODS, policy(spec)).problems())
                .as(spec)
                .extracting(Problem::object)
                .containsExactly("NetworkPolicy shop/p");
    }
}
