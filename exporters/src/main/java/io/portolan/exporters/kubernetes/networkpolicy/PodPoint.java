package io.portolan.exporters.kubernetes.networkpolicy;

import io.portolan.model.net.Transport;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Passage;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PeerKind;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Refusal;
import io.portolan.model.policy.Relation;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Replies;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Text;
import io.portolan.model.policy.Ties;
import io.portolan.model.policy.Traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The point at the network interface of a cluster's pods, with what Kubernetes itself decides
/// there: a pod reaches itself and its node reaches it; a pod that a policy selects is closed for
/// TCP, UDP and SCTP, and what becomes of other protocols is the plug-in's choice.
public final class PodPoint {
    private static final Action ALLOW = new Action.Allow();
    private static final Action PASS = new Action.Pass();
    private static final Discipline FIRST = new Discipline.FirstMatch(Ties.AS_LISTED);

    private PodPoint() {}

    /// The terms that a pod of the cluster fulfils.
    public static List<Expr<Peer>> podsOf(String cluster) {
        return List.of(Expr.is(new Peer.OfKind(PeerKind.POD)), inCluster(cluster));
    }

    private static Expr<Peer> inCluster(String cluster) {
        return Expr.is(new Peer.Labelled(LabelOwner.CLUSTER, "name", new Text.Exact(cluster)));
    }

    /// The point of one direction at all pods of a cluster, where `blocks` decide.
    public static EnforcementPoint of(String cluster, Direction direction, List<Block> blocks) {
        String side = direction == Direction.IN ? "ingress" : "egress";
        List<Block> all = new ArrayList<>();
        all.add(direction == Direction.IN ? exemptIn(cluster) : exemptOut());
        all.addAll(blocks);
        return new EnforcementPoint(
                cluster + "/policy-" + side,
                cluster,
                Layer.POD_POLICY,
                new Position.AtEndpoint(direction, Place.NIC, new Expr.AllOf<>(podsOf(cluster))),
                Replies.ADMITTED,
                all);
    }

    /// NetworkPolicies as a block: what one of them allows is allowed.
    static Block union(List<Policy> policies) {
        return new Block(PodPolicies.NETWORK, new Discipline.DenyOverrides(), policies, closed());
    }

    private static Block exemptIn(String cluster) {
        return list(
                "exempt",
                PASS,
                rule("pod to itself", Match.any().from(itself()).passing(untranslated()), ALLOW),
                rule(
                        "resident node",
                        Match.any().from(residents(cluster)),
                        perhaps(
                                "only the node of the pod is exempt, and which one that is is not"
                                        + " known")));
    }

    /// The node of a pod, and whatever lives in its network.
    private static Expr<Peer> residents(String cluster) {
        return Expr.anyOf(
                Expr.is(new Peer.Relative(Relation.ITS_NODE)),
                Expr.allOf(Expr.is(new Peer.OfKind(PeerKind.HOST_POD)), inCluster(cluster)));
    }

    private static Block exemptOut() {
        return list(
                "exempt",
                PASS,
                rule("pod to itself", Match.any().to(itself()).passing(untranslated()), ALLOW),
                rule(
                        "own node",
                        Match.any().to(Expr.is(new Peer.Relative(Relation.ITS_NODE))),
                        either("network plug-ins differ in what a pod may open to its own node")));
    }

    private static Action closed() {
        List<Expr<Traffic>> transports =
                Stream.of(Transport.values())
                        .map(t -> Expr.<Traffic>is(new Traffic.IpProtocol(t.number())))
                        .toList();
        Rule isolated =
                rule(
                        "isolated",
                        Match.any().on(new Expr.AnyOf<>(transports)),
                        new Action.Deny(Refusal.DROP));
        Action others = either("NetworkPolicy closes only TCP, UDP and SCTP for certain");
        return new Action.Enter(list("isolated", others, isolated));
    }

    private static Action either(String why) {
        return new Action.Either(why, List.of(ALLOW, new Action.Deny(Refusal.DROP)));
    }

    /// Allowed, or left to the policies.
    private static Action perhaps(String why) {
        return new Action.Either(why, List.of(ALLOW, PASS));
    }

    private static Block list(String name, Action otherwise, Rule... rules) {
        Policy policy =
                new Policy(
                        name,
                        Double.POSITIVE_INFINITY,
                        Expr.any(),
                        PolicyMode.ISOLATES,
                        List.of(rules),
                        builtIn(name));
        return new Block(name, FIRST, List.of(policy), otherwise);
    }

    private static Rule rule(String name, Match match, Action action) {
        return new Rule(name, match, action, builtIn(name));
    }

    private static Remark builtIn(String words) {
        return new Remark(new Origin.BuiltIn(words), "", false);
    }

    private static Expr<Peer> itself() {
        return Expr.is(new Peer.Relative(Relation.ITSELF));
    }

    private static Expr<Passage> untranslated() {
        return Expr.not(Expr.is(new Passage.Translated(Optional.empty())));
    }
}
