package io.portolan.app.picture;

import java.util.Locale;
import java.util.Map;

/// Enum constants as people write them.
final class Wording {
    private static final Map<String, String> SPECIAL =
            Map.ofEntries(
                    Map.entry("STATEFUL_SET", "StatefulSet"),
                    Map.entry("DAEMON_SET", "DaemonSet"),
                    Map.entry("CRON_JOB", "CronJob"),
                    Map.entry("REPLICA_SET", "ReplicaSet"),
                    Map.entry("REPLICATION_CONTROLLER", "ReplicationController"),
                    Map.entry("CLUSTER_IP", "ClusterIP"),
                    Map.entry("NODE_PORT", "NodePort"),
                    Map.entry("LOAD_BALANCER", "LoadBalancer"),
                    Map.entry("EXTERNAL_NAME", "ExternalName"),
                    Map.entry("ISTIO_SIDECAR", "Istio"),
                    Map.entry("NGINX", "NGINX"),
                    Map.entry("NGINX_PLUS", "NGINX Plus"),
                    Map.entry("AWS_ALB", "AWS ALB"),
                    Map.entry("AWS", "AWS"),
                    Map.entry("GCP", "GCP"),
                    Map.entry("ASA", "ASA"),
                    Map.entry("IOS", "IOS"),
                    Map.entry("NX_OS", "NX-OS"),
                    Map.entry("EOS", "EOS"),
                    Map.entry("FRR", "FRR"),
                    Map.entry("JUNOS", "Junos"),
                    Map.entry("PAN_OS", "PAN-OS"),
                    Map.entry("FORTI_OS", "FortiOS"),
                    Map.entry("NFTABLES", "nftables"),
                    Map.entry("IPTABLES", "iptables"),
                    Map.entry("NETWORK_ACL", "Network ACL"),
                    Map.entry("STRICT", "strict mTLS"),
                    Map.entry("PERMISSIVE", "permissive mTLS"),
                    Map.entry("DISABLE", "no mTLS"));

    private Wording() {}

    static String of(Enum<?> constant) {
        String special = SPECIAL.get(constant.name());
        return special == null ? plain(constant.name()) : special;
    }

    private static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT).replace('_', ' ');
        return lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
    }
}
