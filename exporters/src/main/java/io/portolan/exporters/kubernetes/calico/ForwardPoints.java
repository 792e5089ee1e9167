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
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Replies;
import io.portolan.model.policy.Rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What host endpoints do to connections of pods, which their hosts forward. Manifests do not say
/// on which node a pod is, nor which of its connections cross the interface: what a host endpoint
/// denies is left open, and what it allows changes nothing. Host endpoints under the same policies
/// are one point.
final class ForwardPoints {
    private static final PodPolicies NONE = new PodPolicies(List.of(), List.of(), List.of());

    private final CalicoObjects objects;
    private final String cluster;
    private final PolicyLifting lifting;

    ForwardPoints(CalicoObjects objects) {
        this.objects = objects;
        this.cluster = objects.known().scope().cluster();
        this.lifting = new PolicyLifting(objects.known(), _ -> Expr.any());
    }

    List<EnforcementPoint> points() {
        List<EnforcementPoint> points = new ArrayList<>();
        for (Direction direction : Direction.values()) {
            Map<List<CalicoPolicy>, HostEndpoint> groups = new LinkedHashMap<>();
            policies(direction).forEach((host, policies) -> groups.putIfAbsent(policies, host));
            groups.forEach((policies, host) -> points.add(point(direction, host, policies)));
        }
        return points;
    }

    /// What each host endpoint is under; those that are under nothing are left out.
    private Map<HostEndpoint, List<CalicoPolicy>> policies(Direction direction) {
        HostSubjects subjects = new HostSubjects(cluster, objects.known().hosts());
        Map<HostEndpoint, List<CalicoPolicy>> all = new LinkedHashMap<>();
        objects.policies(Set.of(Stage.UNTRACKED, Stage.BEFORE_DNAT, Stage.FORWARDED)).stream()
                .filter(p -> p.rules(direction).isPresent())
                .forEach(p ->
                        subjects.selected(p)
                                .forEach(h ->
                                        all.computeIfAbsent(h, _ -> new ArrayList<>()).add(p)));
        return all;
    }

    private EnforcementPoint point(
            Direction direction, HostEndpoint host, List<CalicoPolicy> policies) {
        String why = "the host endpoint %s denies it if it crosses it".formatted(host.name());
        Rewriting open = new Rewriting(action -> open(action, why));
        return new EnforcementPoint(
                "%s/forwarded-%s/%s"
                        .formatted(
                                cluster,
                                direction == Direction.IN ? "ingress" : "egress",
                                host.name()),
                cluster,
                Layer.POD_POLICY,
                new Position.AtEndpoint(
                        direction, Place.NIC, new Expr.AllOf<>(PodPoint.podsOf(cluster))),
                Replies.ADMITTED,
                blocks(direction, policies).stream()
                        .filter(b -> !b.policies().isEmpty())
                        .map(open::of)
                        .toList());
    }

    private static Action open(Action action, String why) {
        return action instanceof Action.Deny
                ? new Action.Either(why, List.of(action, Lists.ALLOW))
                : action;
    }

    private List<Block> blocks(Direction direction, List<CalicoPolicy> policies) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                Lists.block(
                        "untracked",
                        new Rewriting(a -> a instanceof Action.Allow ? Lists.PASS : a)
                                .of(original(policies, Stage.UNTRACKED, direction)),
                        Lists.PASS));
        blocks.add(
                Lists.block(
                        "before DNAT",
                        original(policies, Stage.BEFORE_DNAT, direction),
                        Lists.PASS));
        blocks.addAll(
                new TierBlocks(
                                objects.tiers(),
                                policies.stream()
                                        .filter(p -> p.stage() == Stage.FORWARDED)
                                        .toList(),
                                lifting,
                                NONE)
                        .blocks(direction));
        return blocks;
    }

    private List<Policy> original(List<CalicoPolicy> policies, Stage stage, Direction direction) {
        return EqualOrders.inTurn(
                policies.stream()
                        .filter(p -> p.stage() == stage)
                        .map(p -> Filed.of(p, original(lifting.policy(p, direction))))
                        .toList());
    }

    private static Policy original(Policy p) {
        return p.with(p.rules().stream().map(ForwardPoints::original).toList());
    }

    /// At the pod the destination is translated already, and what was dialled is not known.
    private static Rule original(Rule rule) {
        Match match = rule.match();
        String why = "what was dialled before the translation is not known";
        if (!(match.destination() instanceof Expr.Any<?>)) {
            match = match.to(new Expr.Unknown<>(why));
        }
        if (!(match.traffic() instanceof Expr.Any<?>)) {
            match = match.on(new Expr.Unknown<>(why));
        }
        return new Rule(rule.name(), match, rule.action(), rule.remark());
    }
}
