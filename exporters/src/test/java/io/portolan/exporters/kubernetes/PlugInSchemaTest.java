package io.portolan.exporters.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.exporters.CrdSchemas;
import io.portolan.exporters.spi.Source;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/// What the definitions of Calico and Cilium admit is read, and what they do not admit is refused.
final class PlugInSchemaTest {
    private CrdSchemas schemas = CrdSchemas.NONE;

    @BeforeEach
    void needsTheDefinitions() {
        String calico = "calico/projectcalico.org-v3/projectcalico.org_";
        schemas =
                CrdSchemas.of(
                        "cilium-1.19/ciliumclusterwidenetworkpolicies.yaml",
                        calico + "globalnetworkpolicies.yaml",
                        calico + "tiers.yaml");
    }

    private void agrees(String version, String kind, String spec) {
        String text =
                """
                apiVersion: %s
                kind: %s
                metadata: {name: a}
                spec: {%s}
                """
                        .formatted(version, kind, spec);
        boolean isRead =
                new KubernetesImporter()
                        .read(List.of(new Source("a.yaml", text)))
                        .problems()
                        .isEmpty();
        assertThat(isRead).as(text).isEqualTo(schemas.errors(text).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "endpointSelector: {}, ingress: [{}]",
                "endpointSelector: {}, egressDeny: [{toEntities: [world]}]",
                "nodeSelector: {}, ingress: [{fromEntities: [cluster]}]",
                "endpointSelector: {}, ingress: [{fromCIDRSet: [{cidr: 10.0.0.0/8, except:"
                        + " [10.1.0.0/16]}]}]",
                "endpointSelector: {}, ingress: [{fromCIDRSet: [{cidrGroupRef: partners}]}]",
                "endpointSelector: {}, ingress: [{icmps: [{fields: [{type: 8}, {type: EchoRequest,"
                        + " family: IPv6}]}]}]",
                "endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: '80', protocol: TCP}],"
                        + " rules: {http: [{method: GET, path: /a}]}}]}]",
                "endpointSelector: {}, egress: [{toFQDNs: [{matchName: example.org}]}]",
                "endpointSelector: {}, egress: [{toServices: [{k8sService: {serviceName: a,"
                        + " namespace: b}}]}]",
                "endpointSelector: {}",
                "ingress: [{}]",
                "endpointSelector: {}, nodeSelector: {}, ingress: [{}]",
                "endpointSelector: {}, ingress: [{fromEntities: [moon]}]",
                "endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: '80', protocol:"
                        + " FOO}]}]}]",
                "endpointSelector: {}, ingress: [{icmps: [{fields: [{family: IPv5, type: 8}]}]}]",
                "endpointSelector: {matchExpressions: [{key: a, operator: Is}]}, ingress: [{}]"
            })
    void clusterwidePolicyOfCiliumIsReadWhereItsDefinitionAdmitsIt(String spec) {
        agrees("cilium.io/v2", "CiliumClusterwideNetworkPolicy", spec);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "selector: all(), types: [Ingress, Egress]",
                "order: 10.5, tier: default, ingress: [{action: Log}, {action: Pass}]",
                "ingress: [{action: Allow, protocol: TCP, destination: {ports: [80, '90:99',"
                        + " http]}}]",
                "ingress: [{action: Deny, protocol: 6}]",
                "ingress: [{action: Allow, ipVersion: 4, source: {nets: [10.0.0.0/8]}}]",
                "ingress: [{action: Allow, protocol: ICMP, icmp: {type: 8, code: 0}}]",
                "ingress: [{action: Allow, http: {methods: [GET], paths: [{prefix: /a}]}}]",
                "ingress: [{action: Accept}]",
                "ingress: [{protocol: TCP}]",
                "ingress: [{action: Allow, ipVersion: 5}]",
                "types: [Inbound]",
                "order: first"
            })
    void globalPolicyOfCalicoIsReadWhereItsDefinitionAdmitsIt(String spec) {
        agrees("projectcalico.org/v3", "GlobalNetworkPolicy", spec);
    }

    @ParameterizedTest
    @ValueSource(strings = {"order: 5", "defaultAction: Pass", "defaultAction: Allow", "order: a"})
    void tierOfCalicoIsReadWhereItsDefinitionAdmitsIt(String spec) {
        agrees("projectcalico.org/v3", "Tier", spec);
    }
}
