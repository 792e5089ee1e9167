package io.portolan.exporters.kubernetes.clusterpolicy;

import io.portolan.exporters.kubernetes.clusterpolicy.ClusterPolicy.Pods;
import io.portolan.exporters.kubernetes.networkpolicy.PodPoint;
import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.model.net.Cidr;
import io.portolan.model.policy.Depth;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PeerKind;
import io.portolan.model.policy.Text;

import java.util.ArrayList;
import java.util.List;

/// Whom a peer of a cluster-wide policy means.
record PeerLifting(String cluster, PodFamilies families) {

    Expr<Peer> of(ClusterPolicy.Peer peer) {
        return switch (peer) {
            case Pods pods -> of(pods);
            case ClusterPolicy.Peer.Nodes(var nodes) -> nodes(nodes);
            case ClusterPolicy.Peer.Networks(var blocks) -> networks(blocks);
            case ClusterPolicy.Peer.Domains(var names) ->
                    ClusterPolicyLifting.union(names.stream().map(PeerLifting::domain).toList());
            case ClusterPolicy.Peer.Unknown(var field) ->
                    new Expr.Unknown<>("the peer (%s) is not known".formatted(field));
        };
    }

    Expr<Peer> of(Pods pods) {
        List<Expr<Peer>> terms = new ArrayList<>(PodPoint.podsOf(cluster));
        terms.addAll(pods.namespaces().over(LabelOwner.NAMESPACE));
        terms.addAll(pods.pods().over(LabelOwner.WORKLOAD));
        return new Expr.AllOf<>(terms);
    }

    /// The addresses of nodes, hence the pods in the network of one too. A design does not hold the
    /// labels of nodes.
    private Expr<Peer> nodes(LabelSelector selector) {
        List<Expr<Peer>> terms = new ArrayList<>();
        terms.add(
                Expr.anyOf(
                        Expr.is(new Peer.OfKind(PeerKind.NODE)),
                        Expr.is(new Peer.OfKind(PeerKind.HOST_POD))));
        terms.add(Expr.is(new Peer.Labelled(LabelOwner.CLUSTER, "name", new Text.Exact(cluster))));
        if (!selector.requirements().isEmpty()) {
            terms.add(new Expr.Unknown<>("the labels of nodes are not in the design"));
        }
        return new Expr.AllOf<>(terms);
    }

    /// Blocks mean pods as well, so that every address of a family means pods of which no address
    /// is known.
    private Expr<Peer> networks(List<Cidr> blocks) {
        Expr<Peer> at = Expr.is(new Peer.At(blocks));
        return families.areWithin(blocks)
                ? Expr.anyOf(
                        at,
                        new Expr.Named<>(
                                blocks.toString(), new Expr.AllOf<>(PodPoint.podsOf(cluster))))
                : at;
    }

    /// `*.` stands for one or more labels (API documentation).
    private static Expr<Peer> domain(String name) {
        return Expr.is(
                new Peer.Domain(
                        name.startsWith("*.")
                                ? new Text.Under(name.substring(2), Depth.ANY)
                                : new Text.Exact(name)));
    }
}
