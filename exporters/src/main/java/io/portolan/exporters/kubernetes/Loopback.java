package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.model.design.Workload;
import io.portolan.model.design.WorkloadKind;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Passage;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Relation;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Ties;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a pod sends to its own address stays on its loopback and meets no proxy. Of several
/// replicas it stays open whether another one is dialled.
final class Loopback {
    private static final String NAME = "loopback";
    private static final Remark REMARK =
            new Remark(new Origin.BuiltIn("a pod that dials its own address"), "", false);
    private static final Action OPEN = new Action.Allow();
    private static final Action PERHAPS =
            new Action.Either(
                    "a replica that dials itself meets no proxy, one that dials another does",
                    List.of(OPEN, new Action.Pass()));

    private final ClusterEstate estate;
    private final KnownPods known;

    Loopback(ClusterEstate estate) {
        this.estate = estate;
        this.known = new KnownPods(estate);
    }

    /// The points at proxies, which are asked about others alone.
    List<EnforcementPoint> before(List<EnforcementPoint> points) {
        return points.stream().map(this::before).toList();
    }

    private EnforcementPoint before(EnforcementPoint point) {
        return point.position() instanceof Position.AtEndpoint at
                ? point.with(
                        Stream.concat(Stream.of(block(at.direction())), point.blocks().stream())
                                .toList())
                : point;
    }

    private Block block(Direction direction) {
        return new Block(
                NAME,
                new Discipline.FirstMatch(Ties.AS_LISTED),
                List.of(
                        policy(new Expr.AnyOf<>(singles()), direction, OPEN),
                        policy(Expr.any(), direction, PERHAPS)),
                new Action.Pass());
    }

    /// Pods of which there is one each.
    private List<Expr<Peer>> singles() {
        return estate.all(Workload.class)
                .filter(w -> known.alike(w).allMatch(Loopback::isSingle))
                .map(w ->
                        LabelSelector.ofLabels(w.labels())
                                .pods(estate.cluster().value(), Optional.of(estate.namespaceOf(w))))
                .toList();
    }

    private static boolean isSingle(Workload pods) {
        return pods.workloadKind() == WorkloadKind.POD;
    }

    private static Policy policy(Expr<Peer> subject, Direction direction, Action action) {
        Expr<Peer> itself = Expr.is(new Peer.Relative(Relation.ITSELF));
        Match ends =
                switch (direction) {
                    case IN -> Match.any().from(itself);
                    case OUT -> Match.any().to(itself);
                };
        Expr<Passage> direct = Expr.not(Expr.is(new Passage.Translated(Optional.empty())));
        Rule rule = new Rule(NAME, ends.passing(direct), action, REMARK);
        return new Policy(
                NAME, Double.POSITIVE_INFINITY, subject, PolicyMode.OPEN, List.of(rule), REMARK);
    }
}
