package io.portolan.model.compile.pod;

import io.portolan.model.compile.need.Terms;
import io.portolan.model.design.Cluster;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Passage;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PeerKind;
import io.portolan.model.policy.Relation;
import io.portolan.model.policy.Rule;

import java.util.List;
import java.util.Optional;

/// What no pod policy touches: a pod reaches itself, and its own node reaches it. All nodes of a
/// cluster are drawn as one, so that of several it stays open which one it was.
final class Exemptions {
    static final String NAME = "exempt";

    private Exemptions() {}

    static Block of(Cluster cluster, Direction direction) {
        Expr<Peer> node = Expr.is(new Peer.Relative(Relation.ITS_NODE));
        Expr<Peer> itself = Expr.is(new Peer.Relative(Relation.ITSELF));
        Expr<Passage> direct = Expr.not(Expr.is(new Passage.Translated(Optional.empty())));
        return switch (direction) {
            case IN ->
                    block(
                            rule(
                                    "pod to itself",
                                    Terms.any().from(itself).passing(direct),
                                    Terms.ALLOW),
                            rule(
                                    "resident node",
                                    Terms.any().from(residents(cluster)),
                                    resident(cluster)));
            case OUT ->
                    block(
                            rule(
                                    "pod to itself",
                                    Terms.any().to(itself).passing(direct),
                                    Terms.ALLOW),
                            rule(
                                    "own node",
                                    Terms.any().to(node),
                                    Terms.either("plug-ins differ for the pod's own node")));
        };
    }

    private static Action resident(Cluster cluster) {
        boolean single =
                cluster.nodeRanges().size() == 1
                        && cluster.nodeRanges().getFirst().length()
                                == cluster.nodeRanges().getFirst().first().bits();
        return single
                ? Terms.ALLOW
                : eitherPass(
                        "only the node of the pod is exempt, and which one it is is not drawn");
    }

    /// The node of the pod, and pods in the network of a node where no nodes are drawn.
    private static Expr<Peer> residents(Cluster cluster) {
        return Expr.anyOf(
                Expr.is(new Peer.Relative(Relation.ITS_NODE)),
                Expr.allOf(
                        Expr.is(new Peer.OfKind(PeerKind.HOST_POD)),
                        Terms.label(LabelOwner.CLUSTER, Terms.NAME, cluster.id().value())));
    }

    private static Action eitherPass(String why) {
        return new Action.Either(why, List.of(Terms.ALLOW, Terms.PASS));
    }

    private static Rule rule(String name, Match match, Action action) {
        return new Rule(name, match, action, Terms.builtIn("Kubernetes: " + name));
    }

    private static Block block(Rule... rules) {
        return Terms.list(NAME, Terms.PASS, List.of(rules));
    }
}
