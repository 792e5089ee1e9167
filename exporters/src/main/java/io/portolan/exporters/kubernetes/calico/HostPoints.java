package io.portolan.exporters.kubernetes.calico;

import io.portolan.exporters.kubernetes.calico.CalicoPolicy.Stage;
import io.portolan.exporters.kubernetes.networkpolicy.PodPoint;
import io.portolan.exporters.kubernetes.networkpolicy.PodPolicies;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Replies;
import io.portolan.model.policy.Rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What host endpoints decide about connections that end at a node or begin there: failsafe ports
/// first, then untracked policies and those before DNAT (which have no end of their own), the
/// tiers, and the profiles, without which all is denied.
final class HostPoints {
    private static final PodPolicies NONE = new PodPolicies(List.of(), List.of(), List.of());

    private final CalicoObjects objects;
    private final String cluster;
    private final HostSubjects subjects;
    private final PolicyLifting lifting;

    HostPoints(CalicoObjects objects) {
        this.objects = objects;
        this.cluster = objects.known().scope().cluster();
        this.subjects = new HostSubjects(cluster, objects.known().hosts());
        this.lifting = new PolicyLifting(objects.known(), subjects::governed);
    }

    List<EnforcementPoint> points() {
        List<EnforcementPoint> points = new ArrayList<>();
        for (Direction direction : Direction.values()) {
            points.add(local(direction));
        }
        return points;
    }

    private EnforcementPoint local(Direction direction) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(workloads(direction));
        blocks.add(failsafe(direction));
        blocks.add(untracked(direction));
        blocks.add(early(direction));
        blocks.addAll(
                new TierBlocks(
                                objects.tiers(),
                                selecting(Set.of(Stage.NORMAL, Stage.FORWARDED)),
                                lifting,
                                NONE)
                        .blocks(direction));
        blocks.add(profiles(direction));
        return new EnforcementPoint(
                cluster + (direction == Direction.IN ? "/host-ingress" : "/host-egress"),
                cluster,
                Layer.POD_POLICY,
                new Position.AtEndpoint(direction, Place.NIC, subjects.nodes()),
                Replies.ADMITTED,
                blocks.stream()
                        .filter(b -> !b.policies().isEmpty())
                        .map(b -> direction == Direction.IN ? Unnamed.ports(b) : b)
                        .toList());
    }

    private List<CalicoPolicy> selecting(Set<Stage> stages) {
        return objects.policies(stages).stream()
                .filter(p -> !subjects.selected(p).isEmpty())
                .toList();
    }

    /// Between a node and a pod of its own there is no host endpoint, unless it is about every
    /// interface.
    private Block workloads(Direction direction) {
        Expr<Peer> pods = new Expr.AllOf<>(PodPoint.podsOf(cluster));
        Match match = direction == Direction.IN ? Match.any().from(pods) : Match.any().to(pods);
        Action perhaps =
                TierBlocks.maybe(
                        Lists.ALLOW,
                        "the pod may be one of the node itself, which pass no host endpoint");
        return list("own workloads", Lists.rule("own workloads", match, perhaps));
    }

    private Block failsafe(Direction direction) {
        List<Rule> rules =
                objects.failsafe().matches(direction).stream()
                        .map(match -> Lists.rule("failsafe port", match, Lists.ALLOW))
                        .toList();
        return list("failsafe", rules.toArray(Rule[]::new));
    }

    private static Block list(String name, Rule... rules) {
        return Lists.block(
                name, List.of(Lists.policy(name, Expr.any(), List.of(rules))), Lists.PASS);
    }

    /// Replies are not known to belong to the connection, and need rules of their own.
    private Block untracked(Direction direction) {
        List<Policy> policies =
                new Rewriting(HostPoints::untracked).of(lifted(Stage.UNTRACKED, direction));
        return Lists.block("untracked", policies, Lists.PASS);
    }

    private static Action untracked(Action action) {
        return action instanceof Action.Allow
                ? new Action.Either(
                        "replies to an untracked connection need rules of their own",
                        List.of(Lists.ALLOW, Lists.DENY))
                : action;
    }

    private Block early(Direction direction) {
        return Lists.block("before DNAT", lifted(Stage.BEFORE_DNAT, direction), Lists.PASS);
    }

    private List<Policy> lifted(Stage stage, Direction direction) {
        return EqualOrders.inTurn(
                selecting(Set.of(stage)).stream()
                        .filter(p -> p.rules(direction).isPresent())
                        .map(p -> Filed.of(p, lifting.policy(p, direction)))
                        .toList());
    }

    private Block profiles(Direction direction) {
        List<Policy> policies =
                objects.hosts().stream()
                        .map(h ->
                                Lists.policy(
                                        "profiles of " + h.name(),
                                        subjects.of(h),
                                        rules(h, direction)))
                        .toList();
        return Lists.block("profiles", policies, Lists.DENY);
    }

    private List<Rule> rules(HostEndpoint host, Direction direction) {
        return host.profiles().stream().flatMap(p -> rules(p, direction).stream()).toList();
    }

    private List<Rule> rules(String profile, Direction direction) {
        if (profile.equals(Profile.DEFAULT_ALLOW)) {
            return List.of(Lists.rule(profile, Match.any(), Lists.ALLOW));
        }
        Profile found = objects.profiles().get(profile);
        if (found == null) {
            Action either =
                    new Action.Either(
                            "the profile %s is not in the manifests".formatted(profile),
                            List.of(Lists.ALLOW, Lists.DENY));
            return List.of(Lists.rule(profile, Match.any(), either));
        }
        return new RuleLifting(objects.known(), Optional.empty())
                .rules(profile, direction == Direction.IN ? found.ingress() : found.egress());
    }
}
