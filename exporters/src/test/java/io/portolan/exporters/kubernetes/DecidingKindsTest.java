package io.portolan.exporters.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.exporters.spi.Source;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/// Kinds that are not modelled stop an answer where they decide, and only there.
final class DecidingKindsTest {
    private static List<String> notAnalysed(String group, String kind) {
        String text = "{apiVersion: %s/v1, kind: %s, metadata: {name: a}}".formatted(group, kind);
        return new KubernetesImporter()
                        .read(List.of(new Source("f.yaml", text)))
                        .design()
                        .observed()
                        .notAnalysed()
                        .stream()
                        .map(r -> r.about())
                        .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "cilium.io, CiliumEgressGatewayPolicy",
        "cilium.io, CiliumEnvoyConfig",
        "crd.antrea.io, NetworkPolicy",
        "crd.antrea.io, ClusterNetworkPolicy",
        "network.openshift.io, EgressNetworkPolicy",
        "k8s.ovn.org, EgressFirewall",
        "k8s.ovn.org, AdminPolicyBasedExternalRoute",
        "k8s.cni.cncf.io, MultiNetworkPolicy",
        "vpcresources.k8s.aws, SecurityGroupPolicy",
        "networking.gke.io, FQDNNetworkPolicy",
        "crd.nsx.vmware.com, SecurityPolicy",
        "kuma.io, MeshTrafficPermission",
        "auth.consul.hashicorp.com, TrafficPermissions",
        "access.smi-spec.io, TrafficTarget",
        "acme.org, WidgetFirewall",
        "acme.org, AccessPolicy"
    })
    void kindsThatDecideAreNotAnalysedWhoeverMadeThem(String group, String kind) {
        assertThat(notAnalysed(group, kind))
                .singleElement()
                .satisfies(about -> assertThat(about).startsWith(kind + " "));
    }

    @ParameterizedTest
    @CsvSource({
        "kyverno.io, ClusterPolicy",
        "policy, PodDisruptionBudget",
        "policy, PodSecurityPolicy",
        "admissionregistration.k8s.io, ValidatingAdmissionPolicy",
        "image.toolkit.fluxcd.io, ImagePolicy",
        "policy.cert-manager.io, CertificateRequestPolicy",
        "gateway.networking.k8s.io, BackendTLSPolicy",
        "cilium.io, CiliumL2AnnouncementPolicy",
        "networking.istio.io, ProxyConfig"
    })
    void kindsOfOtherMattersDoNotStopAnAnswer(String group, String kind) {
        assertThat(notAnalysed(group, kind)).isEmpty();
    }
}
