package io.portolan.model.policy;

import io.portolan.model.net.Cidr;

import java.util.List;

/// Who one end of a connection is, AS SEEN AT THE POINT (after the translations before it).
/// Complement and union of atoms give the rest: Cilium's `world` is `not(anyOf(pods, nodes))`,
/// Calico's `notSelector` is `not(selector)`.
public sealed interface Peer {
    record OfKind(PeerKind kind) implements Peer {}

    /// A known endpoint of which the label of the given owner (pod, namespace, node ...) fulfils
    /// the test.
    record Labelled(LabelOwner owner, String key, Text value) implements Peer {}

    /// The header address lies in one of the blocks.
    record At(List<Cidr> blocks) implements Peer {
        public At {
            blocks = List.copyOf(blocks);
        }
    }

    /// Source: the identity that this connection proved (none on plaintext, so `not(Principal)`
    /// matches plaintext). Destination: the identity the workload holds.
    record Principal(Text trustDomain, Text namespace, Text account) implements Peer {}

    record Relative(Relation relation) implements Peer {}

    /// One of the DNS names of the endpoint; undecided for an endpoint without names.
    record Domain(Text name) implements Peer {}
}
