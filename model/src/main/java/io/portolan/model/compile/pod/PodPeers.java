package io.portolan.model.compile.pod;

import io.portolan.model.compile.ground.Ground;
import io.portolan.model.compile.need.Kube;
import io.portolan.model.compile.need.Need;
import io.portolan.model.compile.need.Seen;
import io.portolan.model.compile.need.Terms;
import io.portolan.model.design.Cluster;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.ExternalTrafficPolicy;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.Service;
import io.portolan.model.design.Workload;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;

import java.util.ArrayList;
import java.util.List;

/// How a pod policy of a cluster names the other end of a connection: pods of the cluster by
/// labels, everybody else by address.
final class PodPeers {
    private final Ground ground;
    private final Seen seen;
    private final Cluster cluster;
    private final CniProfile profile;

    PodPeers(Ground ground, Seen seen, Cluster cluster) {
        this.ground = ground;
        this.seen = seen;
        this.cluster = cluster;
        this.profile = CniProfile.of(cluster.cni());
    }

    /// Those who may be seen as the source: through a balancer it may be the node's address too.
    List<Expr<Peer>> sources(Need need) {
        Element from = ground.design().find(need.from()).orElseThrow();
        List<Expr<Peer>> sources = new ArrayList<>();
        sources.add(
                isOurs(from.id()) && need.snat().isEmpty()
                        ? peer(from)
                        : Seen.withoutNames(seen.source(need)));
        if (hidesClient(need)) {
            sources.add(nodes());
        }
        return sources;
    }

    private boolean hidesClient(Need need) {
        Element start = ground.design().find(need.start()).orElseThrow();
        return switch (start) {
            case Service s -> s.externalTrafficPolicy() == ExternalTrafficPolicy.CLUSTER;
            case Cluster _ -> true;
            default -> false;
        };
    }

    Expr<Peer> destination(Need need) {
        return peer(ground.design().find(need.to()).orElseThrow());
    }

    private Expr<Peer> peer(Element element) {
        if (!isOurs(element.id())) {
            return Seen.withoutNames(seen.peer(element));
        }
        return switch (element) {
            case Workload w when w.hostNetwork() -> nodes();
            case Workload w -> Kube.podsOf(ground, cluster, w);
            case Gateway g -> Kube.podsOf(ground, cluster, g);
            case Cluster _ -> nodes();
            default -> seen.peer(element);
        };
    }

    private boolean isOurs(ElementId id) {
        return ground.clusterOf(id).filter(c -> c.id().equals(cluster.id())).isPresent();
    }

    /// The nodes of the cluster by address, which not every plug-in matches.
    private Expr<Peer> nodes() {
        if (cluster.nodeRanges().isEmpty()) {
            return new Expr.Unknown<>(
                    "the node addresses of " + cluster.id() + " are not in the design");
        }
        Expr<Peer> blocks = Terms.at(cluster.nodeRanges());
        return profile.nodesByAddress()
                ? blocks
                : Expr.allOf(blocks, new Expr.Unknown<>("the plug-in knows nodes by identity"));
    }
}
