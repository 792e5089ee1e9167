package io.portolan.app.ui.inspector;

import java.util.Locale;
import java.util.Map;

/// One component of a record with its value.
public record Field(String name, FieldType type, Object value) {
    private static final Map<String, String> TITLES =
            Map.ofEntries(
                    Map.entry("label", "Name"),
                    Map.entry("parent", "Inside"),
                    Map.entry("cni", "CNI"),
                    Map.entry("mtu", "MTU"),
                    Map.entry("vrf", "VRF"),
                    Map.entry("waf", "WAF"),
                    Map.entry("tls", "TLS"),
                    Map.entry("nat", "NAT"),
                    Map.entry("centralNat", "Central NAT"),
                    Map.entry("mtls", "Mutual TLS"),
                    Map.entry("podMtu", "Pod MTU"),
                    Map.entry("nodeMtu", "Node MTU"),
                    Map.entry("snat", "Source NAT"),
                    Map.entry("serverName", "SNI"),
                    Map.entry("expires", "Expires"),
                    Map.entry("justification", "Reason"),
                    Map.entry("policy", "Rules come"),
                    Map.entry("workloadKind", "Kind"),
                    Map.entry("firewallKind", "Kind"),
                    Map.entry("timeoutMillis", "Timeout, ms"),
                    Map.entry("perTryTimeoutMillis", "Per try, ms"),
                    Map.entry("ejectionSeconds", "Ejection, s"),
                    Map.entry("externalTrafficPolicy", "From outside"));

    /// The name for people: `Pod ranges` for `podRanges`.
    public String title() {
        String known = TITLES.get(name);
        return known != null ? known : words(name);
    }

    static String words(String camel) {
        String words = camel.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /// The name of a constant for people: `Cluster ip` for `CLUSTER_IP`.
    public static String constant(Object constant) {
        String name = ((Enum<?>) constant).name();
        String known = CONSTANTS.get(name);
        if (known != null) {
            return known;
        }
        String words = name.replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static final Map<String, String> CONSTANTS =
            Map.ofEntries(
                    Map.entry("CLUSTER_IP", "ClusterIP"),
                    Map.entry("NODE_PORT", "NodePort"),
                    Map.entry("LOAD_BALANCER", "LoadBalancer"),
                    Map.entry("EXTERNAL_NAME", "ExternalName"),
                    Map.entry("STATEFUL_SET", "StatefulSet"),
                    Map.entry("DAEMON_SET", "DaemonSet"),
                    Map.entry("CRON_JOB", "CronJob"),
                    Map.entry("REPLICA_SET", "ReplicaSet"),
                    Map.entry("ASA", "Cisco ASA"),
                    Map.entry("NFTABLES", "nftables"),
                    Map.entry("IPTABLES", "iptables"),
                    Map.entry("PAN_OS", "PAN-OS"),
                    Map.entry("FORTI_OS", "FortiOS"),
                    Map.entry("NX_OS", "NX-OS"),
                    Map.entry("IOS", "Cisco IOS"),
                    Map.entry("EOS", "Arista EOS"),
                    Map.entry("FRR", "FRR"),
                    Map.entry("JUNOS", "Junos"),
                    Map.entry("NGINX", "NGINX"),
                    Map.entry("NGINX_PLUS", "NGINX Plus"),
                    Map.entry("AWS_ALB", "AWS ALB"),
                    Map.entry("AWS", "AWS"),
                    Map.entry("GCP", "GCP"),
                    Map.entry("TCP", "TCP"),
                    Map.entry("UDP", "UDP"),
                    Map.entry("SCTP", "SCTP"),
                    Map.entry("HTTP", "HTTP"),
                    Map.entry("HTTPS", "HTTPS"),
                    Map.entry("TLS", "TLS"),
                    Map.entry("VXLAN", "VXLAN"),
                    Map.entry("IP_IN_IP", "IP in IP"),
                    Map.entry("WIREGUARD", "WireGuard"),
                    Map.entry("DERIVED", "From the flows"),
                    Map.entry("EXISTING", "As they are"));
}
