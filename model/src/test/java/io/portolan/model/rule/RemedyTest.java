package io.portolan.model.rule;

import static io.portolan.model.rule.Remedied.advice;
import static io.portolan.model.rule.Remedied.changed;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.FilterRule;
import io.portolan.model.design.Firewall;
import io.portolan.model.rule.builtin.remedy.Remedy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

/// That additions let a flow pass and nothing else: whatever else is asked is answered as before.
class RemedyTest {
    private static final String DEVICE =
            """
            portolan: 1
            name: device
            elements:
              left: {kind: subnet, label: left, range: 10.1.0.0/24, gateway: 10.1.0.1}
              right: {kind: subnet, label: right, range: 10.2.0.0/24, gateway: 10.2.0.1}
              office: {kind: client, label: office, parent: left, ranges: [10.1.0.0/24]}
              printer: {kind: virtualMachine, label: printer, parent: left, addresses: [10.1.0.9]}
              shop:
                kind: cluster
                label: shop
                cni: {product: calico, encapsulation: vxlan}
                podRanges: [10.244.0.0/16]
                serviceRanges: [10.96.0.0/16]
                nodeRanges: [10.3.0.0/24]
                masquerade: outside-cluster
                policy: existing
              ns: {kind: namespace, label: ns, parent: shop}
              pod: {kind: workload, label: pod, parent: ns, workloadKind: deployment, labels: {app: pod}}
              nodes: {kind: subnet, label: nodes, range: 10.3.0.0/24, gateway: 10.3.0.1}
              balancer: {kind: virtualMachine, label: balancer, parent: nodes, addresses: [10.3.0.100]}
              db: {kind: database, label: db, parent: right, addresses: [10.2.0.20, 10.2.0.22]}
              web: {kind: virtualMachine, label: web, parent: right, addresses: [10.2.0.30]}
              fw:
                kind: firewall
                label: fw
                platform: PLATFORM
                policy: existing
                interfaces:
                  - {name: left, zone: left, address: 10.1.0.1/24, securityLevel: 10}
                  - {name: right, zone: right, address: 10.2.0.1/24, securityLevel: 90}
                  - {name: nodes, zone: nodes, address: 10.3.0.1/24, securityLevel: 50}
                rules:
                  - {name: ssh, action: permit, protocol: tcp, ports: "22"}
                  - {name: rest, action: deny}
            flows:
              F: {from: FROM, to: db, intent: allow, protocol: tcp, ports: "1414", encryption: not-required}
            """;

    private static Design device(String platform, String from) {
        return RuleLab.design(DEVICE.replace("PLATFORM", platform).replace("FROM", from));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nftables", "iptables", "asa", "junos", "pan-os", "forti-os"})
    void aFirewallLetsTheFlowPassAndNothingElse(String platform) {
        assertThat(changed(device(platform, "office")))
                .containsOnlyKeys(
                        "office -> db tcp 1414",
                        "10.1.0.2 -> db tcp 1414",
                        "10.1.0.99 -> db tcp 1414");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nftables", "iptables", "asa", "junos", "pan-os", "forti-os"})
    void whoWearsTheAddressOfHisNodeIsTheNodesAndNobodyBetweenThem(String platform) {
        assertThat(changed(device(platform, "pod")).keySet())
                .isSubsetOf("pod -> db tcp 1414", "shop -> db tcp 1414", "10.3.0.7 -> db tcp 1414")
                .contains("pod -> db tcp 1414");
    }

    private static final String PODS =
            """
            portolan: 1
            name: pods
            elements:
              shop:
                kind: cluster
                label: shop
                cni: {product: calico, encapsulation: vxlan}
                podRanges: [10.244.0.0/16]
                serviceRanges: [10.96.0.0/16]
                nodeRanges: [10.3.0.0/24]
                masquerade: outside-cluster
                policy: existing
              ns: {kind: namespace, label: ns, parent: shop}
              web: {kind: workload, label: web, parent: ns, workloadKind: deployment, labels: {app: web}}
              job: {kind: workload, label: job, parent: ns, workloadKind: deployment, labels: {app: job}}
              api: {kind: workload, label: api, parent: ns, workloadKind: deployment, labels: {app: api}, ports: [{protocol: tcp, port: 1414}, {protocol: tcp, port: 8080}]}
              cache: {kind: workload, label: cache, parent: ns, workloadKind: deployment, labels: {app: cache}, ports: [{protocol: tcp, port: 1414}]}
            flows:
              F: {from: web, to: api, intent: allow, protocol: tcp, ports: "1414", encryption: not-required}
            observed:
              points:
                - id: shop/DIRECTION
                  owner: shop
                  layer: pod-policy
                  position: {kind: atEndpoint, direction: DIRECTION, place: nic, governed: any}
                  replies: admitted
                  blocks:
                    - name: NetworkPolicy
                      discipline: {kind: denyOverrides}
                      otherwise: {kind: deny, refusal: drop}
                      policies:
                        - name: closed
                          order: 1000
                          subject: any
                          mode: isolates
                          remark: {origin: {kind: line, file: policies.yaml, line: 1}, comment: '', logged: false}
            """;

    @ParameterizedTest
    @ValueSource(strings = {"in", "out"})
    void aPodPolicyLetsTheFlowPassAndNothingElse(String direction) {
        Design pods = RuleLab.design(PODS.replace("DIRECTION", direction));
        assertThat(changed(pods)).containsOnlyKeys("web -> api tcp 1414");
    }

    @ParameterizedTest
    @ValueSource(strings = {"in", "out"})
    void podsWhoseLabelsOthersHaveAsWellGetNoPolicyOfTheirOwn(String direction) {
        for (String[] same : new String[][] {{"app: job", "web"}, {"app: cache", "api"}}) {
            String labels = "app: " + same[1] + ", tier: b";
            Design pods =
                    RuleLab.design(
                            PODS.replace("DIRECTION", direction)
                                    .replace(same[0] + "}", labels + "}"));
            assertThat(advice(pods).change()).as(labels).isEmpty();
            assertThat(advice(pods).remedies()).extracting(Remedy::words).hasSize(1);
        }
    }

    private static final String GATEWAY =
            """
              gw:
                kind: gateway
                label: gw
                parent: ns
                product: envoy
                labels: {app: gw}
                listeners: [{name: a, port: 1414, protocol: tcp}]
                routes: [{name: a, listener: a, backend: api, port: 8080}]
            flows:
              F: {from: web, to: gw, intent: allow, protocol: tcp, ports: "1414", encryption: not-required}
            """
                    .indent(0);

    @ParameterizedTest
    @ValueSource(strings = {"in", "out"})
    void aGatewayOpensAConnectionOfItsOwn(String direction) {
        String flow = PODS.substring(PODS.indexOf("flows:"), PODS.indexOf("observed:"));
        Design pods = RuleLab.design(PODS.replace(flow, GATEWAY).replace("DIRECTION", direction));
        assertThat(changed(pods))
                .containsKeys("web -> gw tcp 1414", "gw -> api tcp 8080")
                .allSatisfy((asked, _) ->
                        assertThat(asked).matches(".* -> gw tcp 1414|gw -> api tcp 8080"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"in", "out"})
    void allPodsOfAServiceAreLetInAndNoOthers(String direction) {
        String service =
                """
                  svc: {kind: service, label: svc, parent: ns, type: cluster-ip, externalTrafficPolicy: cluster, address: 10.96.0.9, selector: {part: s}, ports: [{protocol: tcp, port: 1415, target: 1414}]}
                flows:
                """;
        Design pods =
                RuleLab.design(
                        PODS.replace("flows:\n", service)
                                .replace("{app: api}", "{app: api, part: s}")
                                .replace("{app: cache}", "{app: cache, part: s}")
                                .replace("to: api", "to: svc")
                                .replace("ports: \"1414\"", "ports: \"1415\"")
                                .replace("DIRECTION", direction));
        assertThat(changed(pods))
                .containsKeys("web -> api tcp 1414", "web -> cache tcp 1414")
                .allSatisfy((asked, _) -> assertThat(asked).matches("web -> .* tcp 141[45]"));
    }

    @Test
    void onlyTheListOfTheInterfaceThatDeniesIsAddedTo() {
        Design bad = device("asa", "office");
        Design fixed = advice(bad).change().orElseThrow(AssertionError::new).applyTo(bad);
        assertThat(fixed.find(ElementId.parse("fw"), Firewall.class).orElseThrow().rules())
                .filteredOn(rule -> rule.name().equals("allow-F"))
                .extracting(FilterRule::in)
                .containsExactly(Optional.of("left"));
    }
}
