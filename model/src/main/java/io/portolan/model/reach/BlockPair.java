package io.portolan.model.reach;

import io.portolan.model.policy.Block;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A block of a point as it is in two plans, with the policies of which the other plan has none.
record BlockPair(List<Policy> onlyHere, List<Policy> onlyThere) {

    /// The blocks of two points; nothing if the points differ in more than policies.
    static Optional<List<BlockPair>> of(EnforcementPoint here, EnforcementPoint there) {
        Set<String> names = new TreeSet<>(names(here));
        names.addAll(names(there));
        if (!withoutBlocks(here).equals(withoutBlocks(there))
                || !shared(here, there).equals(shared(there, here))) {
            return Optional.empty();
        }
        List<BlockPair> pairs = new ArrayList<>();
        for (String name : names) {
            List<Policy> one = policies(here, name);
            List<Policy> other = policies(there, name);
            boolean ordered = isOrdered(here, name) || isOrdered(there, name);
            if (ordered && !common(one, other).equals(common(other, one))) {
                return Optional.empty();
            }
            pairs.add(new BlockPair(without(one, other), without(other, one)));
        }
        return Optional.of(pairs);
    }

    private static List<String> names(EnforcementPoint point) {
        return point.blocks().stream().map(Block::name).toList();
    }

    private static EnforcementPoint withoutBlocks(EnforcementPoint point) {
        return point.with(List.of());
    }

    /// The blocks that both have, in their order, without their policies.
    private static List<Block> shared(EnforcementPoint point, EnforcementPoint other) {
        Set<String> there = new HashSet<>(names(other));
        return point.blocks().stream()
                .filter(b -> there.contains(b.name()))
                .map(b -> b.with(List.of()))
                .toList();
    }

    private static List<Policy> policies(EnforcementPoint point, String name) {
        return point.blocks().stream()
                .filter(b -> b.name().equals(name))
                .flatMap(b -> b.policies().stream())
                .toList();
    }

    private static boolean isOrdered(EnforcementPoint point, String name) {
        return point.blocks().stream()
                .anyMatch(b ->
                        b.name().equals(name) && b.discipline() instanceof Discipline.FirstMatch);
    }

    private static List<Policy> common(List<Policy> policies, List<Policy> others) {
        Set<Policy> there = new HashSet<>(others);
        return policies.stream().filter(there::contains).toList();
    }

    private static List<Policy> without(List<Policy> policies, List<Policy> others) {
        Set<Policy> there = new HashSet<>(others);
        return policies.stream().filter(p -> !there.contains(p)).toList();
    }
}
