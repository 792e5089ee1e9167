package io.portolan.exporters.kubernetes.calico;

import io.portolan.model.net.Address;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PeerKind;
import io.portolan.model.policy.Text;

import java.util.List;

/// Host endpoints as expressions: the nodes of the cluster, with the pods that live in their
/// network, by the addresses that are expected there.
record HostSubjects(String cluster, LabelIndex<HostEndpoint> hosts) {
    /// Everything that a node is.
    Expr<Peer> nodes() {
        return Expr.allOf(
                Expr.anyOf(
                        Expr.is(new Peer.OfKind(PeerKind.NODE)),
                        Expr.is(new Peer.OfKind(PeerKind.HOST_POD))),
                Expr.is(new Peer.Labelled(LabelOwner.CLUSTER, "name", new Text.Exact(cluster))));
    }

    Expr<Peer> of(HostEndpoint host) {
        Expr<Peer> where =
                host.expectedIps().isEmpty()
                        ? new Expr.Unknown<>(
                                "the host endpoint %s does not say its addresses"
                                        .formatted(host.name()))
                        : Expr.is(
                                new Peer.At(
                                        host.expectedIps().stream()
                                                .map(Address::asBlock)
                                                .toList()));
        return Expr.allOf(nodes(), where);
    }

    Expr<Peer> governed(CalicoPolicy policy) {
        return new Expr.AnyOf<>(selected(policy).stream().map(this::of).toList());
    }

    List<HostEndpoint> selected(CalicoPolicy policy) {
        return hosts.selected(PolicyLifting.subject(policy));
    }
}
