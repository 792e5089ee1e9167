package io.portolan.model.compile.gateway;

import io.portolan.model.compile.ground.Ground;
import io.portolan.model.compile.need.Kube;
import io.portolan.model.compile.need.Terms;
import io.portolan.model.design.Cluster;
import io.portolan.model.design.ExternalTrafficPolicy;
import io.portolan.model.design.LoadBalancer;
import io.portolan.model.design.Service;
import io.portolan.model.design.Workload;
import io.portolan.model.design.WorkloadKind;
import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Rewrite;
import io.portolan.model.policy.Target;
import io.portolan.model.policy.Translation;

import java.util.List;
import java.util.stream.Stream;

/// Services that a node sends to its own pods alone: a node without one drops. All nodes are drawn
/// as one, so that of several it stays open which one was dialled.
final class LocalBackends {
    private static final String DIALLED =
            "whether the dialled node has a backend of its own is not said, which it needs under"
                    + " externalTrafficPolicy Local";
    private static final String OWN =
            "whether the node of the client has a backend of its own is not said, which it needs"
                    + " under internalTrafficPolicy Local";

    private final Ground ground;
    private final Cluster cluster;

    LocalBackends(Ground ground, Cluster cluster) {
        this.ground = ground;
        this.cluster = cluster;
    }

    /// What becomes of a translation for those who dial a node. Balancers send to nodes that have a
    /// backend; only those that put in an address of their own are told from others.
    List<Translation> atNodes(Service service, Translation translation) {
        if (service.externalTrafficPolicy() != ExternalTrafficPolicy.LOCAL
                || isAtEveryNode(service)) {
            return List.of(translation);
        }
        Translation balanced =
                with(translation, translation.match().from(balancers()), translation.destination());
        return Stream.concat(Stream.of(balanced), perhaps(translation, DIALLED))
                .filter(t -> !t.match().source().equals(Expr.none()))
                .toList();
    }

    /// What becomes of it at the node of a client in the cluster.
    Stream<Translation> ofClients(Service service, Translation translation) {
        return service.nodeLocal() && !isAtEveryNode(service)
                ? perhaps(translation, OWN)
                : Stream.of(translation);
    }

    private static Stream<Translation> perhaps(Translation translation, String why) {
        Rewrite to = translation.destination();
        Rewrite nobody = new Rewrite(new Target.Backends(Expr.none()), to.port());
        Match match = translation.match();
        return Stream.of(
                with(translation, match.from(new Expr.Unknown<>(why)), to),
                with(translation, match, nobody));
    }

    private boolean isAtEveryNode(Service service) {
        return isSingle() || isEverywhere(service);
    }

    private static Translation with(Translation of, Match match, Rewrite destination) {
        return new Translation(of.name(), match, of.source(), destination, of.remark());
    }

    private boolean isSingle() {
        List<Cidr> nodes = cluster.nodeRanges();
        return nodes.size() == 1 && nodes.getFirst().length() == nodes.getFirst().first().bits();
    }

    private boolean isEverywhere(Service service) {
        return Kube.backends(ground, service).stream()
                .anyMatch(e ->
                        e instanceof Workload w
                                && w.workloadKind() == WorkloadKind.DAEMON_SET
                                && !w.someNodes());
    }

    private Expr<Peer> balancers() {
        List<Cidr> own =
                ground.design()
                        .all(LoadBalancer.class)
                        .filter(lb ->
                                lb.pools().stream()
                                        .anyMatch(p -> p.members().contains(cluster.id())))
                        .flatMap(lb -> lb.snat().stream())
                        .map(Address::asBlock)
                        .toList();
        return own.isEmpty() ? Expr.none() : Terms.at(own);
    }
}
