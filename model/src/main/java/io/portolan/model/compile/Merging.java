package io.portolan.model.compile;

import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.Position;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Puts derived policies beside those that were found. Policies that their system adds up stand in
/// one block, for two points would both have to allow.
final class Merging {
    private Merging() {}

    static EnforcementPlan merge(EnforcementPlan observed, EnforcementPlan derived) {
        List<EnforcementPoint> points = new ArrayList<>(observed.points());
        int found = points.size();
        for (EnforcementPoint point : derived.points()) {
            Optional<EnforcementPoint> twin =
                    points.subList(0, found).stream().filter(p -> isTwin(p, point)).findFirst();
            twin.ifPresentOrElse(
                    t -> points.set(points.indexOf(t), joined(t, point)), () -> points.add(point));
        }
        EnforcementPlan rest =
                new EnforcementPlan(
                        List.of(),
                        derived.natTables(),
                        derived.captures(),
                        derived.legs(),
                        derived.relays(),
                        derived.routers(),
                        derived.notAnalysed());
        return observed.with(points).plus(rest);
    }

    private static boolean isTwin(EnforcementPoint found, EnforcementPoint derived) {
        return found.owner().equals(derived.owner())
                && found.layer() == derived.layer()
                && found.position() instanceof Position.AtEndpoint a
                && derived.position() instanceof Position.AtEndpoint b
                && a.direction() == b.direction()
                && a.place() == b.place()
                && derived.blocks().stream()
                        .filter(Merging::isUnion)
                        .allMatch(block -> union(found, block).isPresent());
    }

    private static boolean isUnion(Block block) {
        return block.discipline() instanceof Discipline.DenyOverrides;
    }

    private static Optional<Block> union(EnforcementPoint point, Block like) {
        return point.blocks().stream()
                .filter(b -> isUnion(b) && b.name().equals(like.name()))
                .findFirst();
    }

    /// What is drawn never opens what was found, and may close more: a block that only refuses
    /// comes first, or behind the exceptions that were found under its name.
    private static EnforcementPoint joined(EnforcementPoint found, EnforcementPoint derived) {
        Stream<Block> refusals =
                derived.blocks().stream()
                        .filter(Merging::onlyRefuses)
                        .filter(block -> named(found, block).isEmpty());
        Stream<Block> blocks =
                found.blocks().stream()
                        .map(b ->
                                named(derived, b)
                                        .filter(d -> isUnion(b) || onlyRefuses(d))
                                        .map(d -> joined(b, d))
                                        .orElse(b));
        return found.with(Stream.concat(refusals, blocks).toList());
    }

    private static Optional<Block> named(EnforcementPoint point, Block like) {
        return point.blocks().stream()
                .filter(b ->
                        b.name().equals(like.name())
                                && b.discipline().getClass() == like.discipline().getClass())
                .findFirst();
    }

    private static boolean onlyRefuses(Block block) {
        return !isUnion(block)
                && block.otherwise() instanceof Action.Pass
                && block.policies().stream()
                        .flatMap(policy -> policy.rules().stream())
                        .allMatch(rule -> rule.action() instanceof Action.Deny);
    }

    private static Block joined(Block found, Block derived) {
        List<Policy> both =
                Stream.concat(found.policies().stream(), derived.policies().stream()).toList();
        return found.with(both);
    }
}
