package io.portolan.exporters.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.exporters.CrdSchemas;
import io.portolan.exporters.spi.Source;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/// What the definitions of the cluster-wide policies admit is read, and what they do not admit is
/// refused.
final class ClusterPolicySchemaTest {
    private static final String SUBJECT = "subject: {namespaces: {}}";

    private CrdSchemas schemas = CrdSchemas.NONE;

    @BeforeEach
    void needsTheDefinitions() {
        String older = "network-policy-api-v0.1.7-anp-banp/experimental/policy.networking.k8s.io_";
        schemas =
                CrdSchemas.of(
                        "network-policy-api/experimental/policy.networking.k8s.io_clusternetworkpolicies.yaml",
                        older + "adminnetworkpolicies.yaml",
                        older + "baselineadminnetworkpolicies.yaml");
    }

    private static String cluster(String spec) {
        return object("v1alpha2", "ClusterNetworkPolicy", "a", "tier: Admin, priority: 1, " + spec);
    }

    private static String admin(String spec) {
        return object("v1alpha1", "AdminNetworkPolicy", "a", "priority: 1, " + spec);
    }

    private static String object(String version, String kind, String name, String spec) {
        return """
        apiVersion: policy.networking.k8s.io/%s
        kind: %s
        metadata: {name: %s}
        spec: {%s}
        """
                .formatted(version, kind, name, spec);
    }

    private static boolean isRead(String text) {
        return new KubernetesImporter()
                .read(List.of(new Source("a.yaml", text)))
                .problems()
                .isEmpty();
    }

    private void agrees(String text) {
        assertThat(isRead(text)).as(text).isEqualTo(schemas.errors(text).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "egress: []",
                "ingress: [{action: Accept, from: [{namespaces: {}}]}]",
                "ingress: [{name: dns, action: Pass, from: [{pods: {podSelector: {}}}]}]",
                "ingress: [{action: Deny, from: [{pods: {podSelector: {matchLabels: {a: b}},"
                        + " namespaceSelector: {matchExpressions: [{key: a, operator: Exists}]}}}]}]",
                "ingress: [{action: Deny, from: [{namespaces: {}}], protocols: [{tcp:"
                        + " {destinationPort: {number: 80}}}, {udp: {destinationPort: {range: {start:"
                        + " 1, end: 2}}}}, {sctp: {destinationPort: {number: 9}}},"
                        + " {destinationNamedPort: http}]}]",
                "egress: [{action: Deny, to: [{networks: [10.0.0.0/8, 'fd00::/8']}, {nodes: {}}]}]",
                "egress: [{action: Accept, to: [{domainNames: ['*.example.org', example.org.]}]}]",
                "ingress: [{action: Allow, from: [{namespaces: {}}]}]",
                "ingress: [{action: Deny, from: []}]",
                "ingress: [{action: Deny}]",
                "ingress: [{action: Deny, from: [{}]}]",
                "ingress: [{action: Deny, from: [{namespaces: {}, pods: {podSelector: {}}}]}]",
                "ingress: [{action: Deny, from: [{namespaces: {}}], protocols: []}]",
                "ingress: [{action: Deny, from: [{namespaces: {}}], protocols: [{tcp: {}}]}]",
                "ingress: [{action: Deny, from: [{namespaces: {}}], protocols: [{tcp:"
                        + " {destinationPort: {}}}]}]",
                "ingress: [{action: Deny, from: [{namespaces: {}}], protocols: [{tcp:"
                        + " {destinationPort: {number: 70000}}}]}]",
                "ingress: [{action: Deny, from: [{namespaces: {}}], protocols: [{tcp:"
                        + " {destinationPort: {range: {start: 1}}}}]}]",
                "egress: [{action: Accept, to: [{domainNames: ['*.*.example.org']}]}]",
                "egress: [{action: Accept, to: [{domainNames: [localhost]}]}]",
                "egress: [{action: Accept, to: [{networks: []}]}]",
                "priorities: 5",
                "ingress: [{action: Deny, from: [{namespaces: {}}], port: 80}]",
            })
    void clusterNetworkPolicyIsReadWhereItsDefinitionAdmitsIt(String rules) {
        agrees(cluster(rules.isEmpty() ? SUBJECT : SUBJECT + ", " + rules));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ingress: [{action: Allow, from: [{namespaces: {}}], ports: [{portNumber:"
                        + " {protocol: TCP, port: 80}}, {portRange: {start: 1, end: 2}}, {namedPort:"
                        + " http}]}]",
                "ingress: [{action: Pass, from: [{pods: {podSelector: {}, namespaceSelector:"
                        + " {}}}]}]",
                "egress: [{action: Deny, to: [{networks: [10.0.0.0/8]}, {nodes: {}}]}]",
                "ingress: [{action: Accept, from: [{namespaces: {}}]}]",
                "ingress: [{action: Deny, from: [{namespaces: {}}], ports: [{}]}]",
                "ingress: [{action: Deny, from: [{namespaces: {}}], ports: [{portNumber:"
                        + " {protocoll: UDP, port: 80}}]}]",
                "ingress: [{action: Deny, from: [{namespaces: {}}], ports: [{namedPort: a,"
                        + " portRange: {start: 1, end: 2}}]}]",
                "ingress: [{action: Deny, from: [{namespaces: {}}], ports: [{portNumber: {protocol:"
                        + " TCP}}]}]",
                "ingress: [{action: Deny, from: [{namespaces: {}}], protocols: [{namedPort: a}]}]",
            })
    void adminNetworkPolicyIsReadWhereItsDefinitionAdmitsIt(String rules) {
        agrees(admin(rules.isEmpty() ? SUBJECT : SUBJECT + ", " + rules));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ingress: [{action: Allow, from: [{namespaces: {}}]}]",
                "ingress: [{action: Pass, from: [{namespaces: {}}]}]",
            })
    void baselineKnowsNoPass(String rules) {
        agrees(object("v1alpha1", "BaselineAdminNetworkPolicy", "default", SUBJECT + ", " + rules));
    }
}
