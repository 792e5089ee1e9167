package io.portolan.model.compile.gateway;

import io.portolan.model.compile.ground.Addresses;
import io.portolan.model.compile.ground.Ground;
import io.portolan.model.compile.ground.ServiceAddresses;
import io.portolan.model.compile.need.Terms;
import io.portolan.model.design.Cluster;
import io.portolan.model.design.Service;
import io.portolan.model.net.Cidr;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PeerKind;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Replies;

import java.util.List;
import java.util.Optional;

/// External addresses of Services that are none of the nodes': inside the cluster they lead to the
/// Service, but whether they do from outside is up to routes that nobody draws.
public final class ExternalAddresses {
    private static final String WHY =
            "whether the external address of the Service is routed to a node is not said";

    private final Ground ground;

    public ExternalAddresses(Ground ground) {
        this.ground = ground;
    }

    /// A point for each cluster that has such addresses.
    public List<EnforcementPoint> points() {
        return ground.design().all(Cluster.class).flatMap(c -> point(c).stream()).toList();
    }

    private Optional<EnforcementPoint> point(Cluster cluster) {
        List<Cidr> addresses =
                ground.design()
                        .all(Service.class)
                        .filter(s -> ground.clusterOf(s.id()).filter(cluster::equals).isPresent())
                        .flatMap(s ->
                                Addresses.blocks(ServiceAddresses.besideNodes(cluster, s)).stream())
                        .sorted()
                        .distinct()
                        .toList();
        return addresses.isEmpty() ? Optional.empty() : Optional.of(point(cluster, addresses));
    }

    private static EnforcementPoint point(Cluster cluster, List<Cidr> addresses) {
        String id = cluster.id().value();
        Expr<Peer> dialled =
                Expr.allOf(Expr.is(new Peer.OfKind(PeerKind.MACHINE)), Terms.at(addresses));
        return new EnforcementPoint(
                id + "/external-addresses",
                id,
                Layer.GATEWAY,
                new Position.AtEndpoint(Direction.IN, Place.NIC, dialled),
                Replies.ADMITTED,
                List.of(Terms.list("external addresses", Terms.either(WHY), List.of())));
    }
}
