package io.portolan.exporters.kubernetes.clusterpolicy;

import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortRange;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.ClusterPolicyKind;
import io.portolan.model.policy.Remark;

import java.util.List;

/// A cluster-wide policy as its manifest says it. `priority` is smaller for what is asked first.
public record ClusterPolicy(
        ClusterPolicyKind kind,
        Tier tier,
        String name,
        int priority,
        Pods subject,
        List<Rule> ingress,
        List<Rule> egress,
        Remark remark) {
    public ClusterPolicy {
        ingress = List.copyOf(ingress);
        egress = List.copyOf(egress);
    }

    /// Before all NetworkPolicies, or for what none of them has decided.
    public enum Tier {
        ADMIN,
        BASELINE
    }

    /// What a rule does; `Allow` and `Accept` are one word in two versions of the API.
    enum Verb {
        ACCEPT,
        DENY,
        PASS
    }

    /// Applies to `peers` on `ports`; no ports means every protocol.
    record Rule(String name, Verb verb, List<Peer> peers, List<Port> ports, Remark remark) {
        Rule {
            peers = List.copyOf(peers);
            ports = List.copyOf(ports);
        }
    }

    /// The other end.
    sealed interface Peer {
        /// Node addresses.
        record Nodes(LabelSelector nodes) implements Peer {}

        /// Addresses inside and outside the cluster.
        record Networks(List<Cidr> blocks) implements Peer {
            public Networks {
                blocks = List.copyOf(blocks);
            }
        }

        record Domains(List<String> names) implements Peer {
            public Domains {
                names = List.copyOf(names);
            }
        }

        /// A field of a version of the API that is newer than this program.
        record Unknown(String field) implements Peer {}
    }

    /// Pods of namespaces.
    record Pods(LabelSelector namespaces, LabelSelector pods) implements Peer {}

    /// Ports of the pod that is connected to.
    sealed interface Port {
        record Numbers(Transport protocol, PortRange range) implements Port {}

        /// A container port by its name, whatever its protocol.
        record Named(String name) implements Port {}

        /// A field of a version of the API that is newer than this program.
        record Unknown(String field) implements Port {}
    }
}
