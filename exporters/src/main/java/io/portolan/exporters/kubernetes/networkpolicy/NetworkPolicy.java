package io.portolan.exporters.kubernetes.networkpolicy;

import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortRange;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Remark;

import java.util.List;
import java.util.Optional;

/// A NetworkPolicy as its manifest says it. A direction that it does not govern is absent; one that
/// it closes is an empty list.
public record NetworkPolicy(
        String namespace,
        String name,
        LabelSelector pods,
        Optional<List<Rule>> ingress,
        Optional<List<Rule>> egress,
        Remark remark) {
    public NetworkPolicy {
        ingress = ingress.map(List::copyOf);
        egress = egress.map(List::copyOf);
    }

    /// What is let in from or out to `peers` on `ports`; none of one of them means all.
    record Rule(List<Peer> peers, List<Port> ports, Remark remark) {
        Rule {
            peers = List.copyOf(peers);
            ports = List.copyOf(ports);
        }
    }

    /// The other end.
    sealed interface Peer {
        /// Pods; without `namespaces` those of the policy's own namespace.
        record Pods(Optional<LabelSelector> namespaces, LabelSelector pods) implements Peer {}

        /// Addresses outside the cluster.
        record Addresses(Cidr block, List<Cidr> except) implements Peer {
            public Addresses {
                except = List.copyOf(except);
            }
        }
    }

    /// Ports of the pod that is connected to.
    sealed interface Port {
        Transport protocol();

        /// Every port of a protocol.
        record All(Transport protocol) implements Port {}

        record Numbers(Transport protocol, PortRange range) implements Port {}

        /// A container port by its name, found on each pod.
        record Named(Transport protocol, String name) implements Port {}
    }
}
