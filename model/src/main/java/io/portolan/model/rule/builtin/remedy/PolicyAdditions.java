package io.portolan.model.rule.builtin.remedy;

import io.portolan.model.policy.Block;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.Position;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Adds policies to those that were found, where their system adds policies up.
public final class PolicyAdditions {
    private PolicyAdditions() {}

    /// The pod policies of a cluster in one direction.
    public static Predicate<EnforcementPoint> podPolicies(String cluster, Direction direction) {
        return point ->
                point.layer() == Layer.POD_POLICY
                        && point.owner().equals(cluster)
                        && point.position() instanceof Position.AtEndpoint at
                        && at.direction() == direction;
    }

    /// The plan with the policies in the last union of the first point that fits; nothing where
    /// there is no such place.
    public static Optional<EnforcementPlan> add(
            EnforcementPlan plan, Predicate<EnforcementPoint> where, List<Policy> policies) {
        return plan.points().stream()
                .filter(where)
                .filter(point -> union(point).isPresent())
                .findFirst()
                .map(point -> replaced(plan, point, extended(point, policies)));
    }

    private static Optional<Block> union(EnforcementPoint point) {
        return point.blocks().stream()
                .filter(block -> block.discipline() instanceof Discipline.DenyOverrides)
                .reduce((_, last) -> last);
    }

    private static EnforcementPoint extended(EnforcementPoint point, List<Policy> policies) {
        Block target = union(point).orElseThrow();
        List<Policy> all = new ArrayList<>(target.policies());
        all.addAll(policies);
        Block longer = target.with(all);
        List<Block> blocks =
                point.blocks().stream().map(b -> b.equals(target) ? longer : b).toList();
        return point.with(blocks);
    }

    /// The plan with one point in the place of another.
    public static EnforcementPlan replaced(
            EnforcementPlan plan, EnforcementPoint old, EnforcementPoint fresh) {
        List<EnforcementPoint> points =
                plan.points().stream().map(p -> p.equals(old) ? fresh : p).toList();
        return new EnforcementPlan(
                points,
                plan.natTables(),
                plan.captures(),
                plan.legs(),
                plan.relays(),
                plan.routers(),
                plan.notAnalysed());
    }
}
