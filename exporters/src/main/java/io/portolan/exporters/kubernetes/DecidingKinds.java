package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.Manifest;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// Kinds outside of what is modelled that decide who may connect, or by which way: those known by
/// name, and those that nobody knows but whose name says so. Kinds that only help others to decide
/// (groups, tiers) say nothing alone.
final class DecidingKinds {
    private static final Map<String, List<String>> KNOWN =
            Map.ofEntries(
                    Map.entry(
                            "cilium.io",
                            List.of("CiliumEnvoyConfig", "CiliumClusterwideEnvoyConfig")),
                    Map.entry(
                            "rbac.istio.io",
                            List.of(
                                    "ServiceRole",
                                    "ServiceRoleBinding",
                                    "RbacConfig",
                                    "ClusterRbacConfig")),
                    Map.entry(
                            "kuma.io",
                            List.of("Mesh", "MeshTLS", "MeshProxyPatch", "ProxyTemplate")),
                    Map.entry("access.smi-spec.io", List.of("TrafficTarget")),
                    Map.entry("policy.openservicemesh.io", List.of("Egress", "IngressBackend")),
                    Map.entry("crd.antrea.io", List.of("Egress", "TrafficControl")),
                    Map.entry("network.openshift.io", List.of("NetNamespace")),
                    Map.entry("kubeovn.io", List.of("SecurityGroup")),
                    Map.entry(
                            "k8s.ovn.org",
                            List.of(
                                    "AdminPolicyBasedExternalRoute",
                                    "EgressIP",
                                    "UserDefinedNetwork",
                                    "ClusterUserDefinedNetwork")));

    private static final List<String> ENDINGS =
            List.of("Policy", "Policies", "Firewall", "Permission", "Permissions", "Intentions");

    /// Groups whose policies are about objects of the API, images, clouds or hardware.
    private static final Set<String> OTHER_MATTERS =
            Set.of(
                    "",
                    "admissionregistration.k8s.io",
                    "audit.k8s.io",
                    "cert-manager.io",
                    "config.openshift.io",
                    "core.oam.dev",
                    "image.toolkit.fluxcd.io",
                    "kyverno.io",
                    "nvidia.com",
                    "policies.kubewarden.io",
                    "policies.kyverno.io",
                    "policy",
                    "policy.cert-manager.io",
                    "policy.karmada.io",
                    "policy.open-cluster-management.io",
                    "policy.sigstore.dev");

    /// Policies of how traffic flows or is announced, which turn none away for who it is.
    private static final Set<String> HARMLESS =
            Set.of(
                    "cilium.io/CiliumBGPPeeringPolicy",
                    "cilium.io/CiliumL2AnnouncementPolicy",
                    "crd.antrea.io/BGPPolicy",
                    "gateway.envoyproxy.io/BackendTrafficPolicy",
                    "gateway.envoyproxy.io/ClientTrafficPolicy",
                    "gateway.networking.k8s.io/BackendTLSPolicy",
                    "gateway.networking.x-k8s.io/XBackendTrafficPolicy",
                    "gateway.nginx.org/ClientSettingsPolicy",
                    "gateway.nginx.org/ObservabilityPolicy",
                    "gateway.nginx.org/ProxySettingsPolicy",
                    "gateway.nginx.org/RateLimitPolicy",
                    "gateway.nginx.org/UpstreamSettingsPolicy",
                    "kuadrant.io/DNSPolicy",
                    "kuadrant.io/RateLimitPolicy",
                    "kuadrant.io/TLSPolicy",
                    "networking.gke.io/HealthCheckPolicy",
                    "policy.linkerd.io/HTTPLocalRateLimitPolicy");

    private DecidingKinds() {}

    static boolean has(Manifest manifest) {
        String group = manifest.group();
        String kind = manifest.kind();
        return KNOWN.getOrDefault(group, List.of()).contains(kind)
                || (ENDINGS.stream().anyMatch(kind::endsWith)
                        && !OTHER_MATTERS.contains(group)
                        && !HARMLESS.contains(group + "/" + kind));
    }
}
