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

/// Node ports under `externalTrafficPolicy: Local`: a node without a backend of its own drops. All
/// nodes are drawn as one, so that of several it stays open which one was dialled.
final class LocalBackends {
    private static final String WHY =
            "whether the dialled node has a backend of its own is not said, which it needs under"
                    + " externalTrafficPolicy Local";

    private final Ground ground;
    private final Cluster cluster;

    LocalBackends(Ground ground, Cluster cluster) {
        this.ground = ground;
        this.cluster = cluster;
    }

    /// What becomes of a translation at the nodes. Balancers send to nodes that have a backend;
    /// only those that put in an address of their own are told from others.
    List<Translation> at(Service service, Translation translation) {
        if (service.externalTrafficPolicy() != ExternalTrafficPolicy.LOCAL
                || isSingle()
                || isEverywhere(service)) {
            return List.of(translation);
        }
        Match match = translation.match();
        Rewrite nobody =
                new Rewrite(new Target.Backends(Expr.none()), translation.destination().port());
        return Stream.of(
                        with(translation, match.from(balancers()), translation.destination()),
                        with(
                                translation,
                                match.from(new Expr.Unknown<>(WHY)),
                                translation.destination()),
                        with(translation, match, nobody))
                .filter(t -> !t.match().source().equals(Expr.none()))
                .toList();
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
                        e instanceof Workload w && w.workloadKind() == WorkloadKind.DAEMON_SET);
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
