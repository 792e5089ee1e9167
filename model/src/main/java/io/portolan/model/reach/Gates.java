package io.portolan.model.reach;

import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Passage;
import io.portolan.model.policy.Position;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// The gates of a plan, each made once.
final class Gates {
    private final Views views;
    private final Map<Key, Gate> known = new HashMap<>();
    private final IdentityHashMap<List<EnforcementPoint>, Map<Lens, Gate>> seen =
            new IdentityHashMap<>();
    private final IdentityHashMap<EnforcementPoint, Boolean> readsInterfaces =
            new IdentityHashMap<>();
    private final IdentityHashMap<EnforcementPoint, Integer> numbers = new IdentityHashMap<>();

    /// A point with whether it has a say at all, as far as the ends do not decide that.
    record Governing(EnforcementPoint point, Truth truth) {}

    private record Key(List<Integer> points, List<Truth> truths, Lens lens) {}

    Gates(Views views) {
        this.views = views;
    }

    /// `points` are all those of one site, as one object.
    synchronized Gate of(List<EnforcementPoint> points, Lens lens) {
        return seen.computeIfAbsent(points, _ -> new HashMap<>())
                .computeIfAbsent(lens, _ -> made(points, lens));
    }

    private Gate made(List<EnforcementPoint> points, Lens lens) {
        List<Governing> governing = new ArrayList<>();
        for (EnforcementPoint point : points) {
            Truth truth = governs(point, lens);
            if (!truth.isNever()) {
                governing.add(new Governing(point, truth));
            }
        }
        Lens seen =
                governing.stream().anyMatch(g -> readsInterfaces(g.point()))
                        ? lens
                        : lens.anywhere();
        Key key =
                new Key(
                        governing.stream().map(g -> number(g.point())).toList(),
                        governing.stream().map(Governing::truth).toList(),
                        seen);
        return known.computeIfAbsent(key, _ -> new Gate(governing, seen, views));
    }

    private int number(EnforcementPoint point) {
        return numbers.computeIfAbsent(point, _ -> numbers.size());
    }

    /// What does not depend on who is at the two ends.
    private static Truth governs(EnforcementPoint point, Lens lens) {
        return switch (point.position()) {
            case Position.AtEndpoint _ -> Truth.of(Judging.isHere(point.owner(), lens.site()));
            case Position.AtDevice(_, _, _, var through) -> lens.passes(through);
            case Position.AtBorder _, Position.AtRelay _ -> Truth.YES;
        };
    }

    private boolean readsInterfaces(EnforcementPoint point) {
        return readsInterfaces.computeIfAbsent(
                point, p -> p.blocks().stream().anyMatch(Gates::blockReadsInterfaces));
    }

    private static boolean blockReadsInterfaces(Block block) {
        return actionReadsInterfaces(block.otherwise())
                || block.policies().stream()
                        .flatMap(policy -> policy.rules().stream())
                        .anyMatch(rule ->
                                readsInterfaces(rule.match().passage())
                                        || actionReadsInterfaces(rule.action()));
    }

    private static boolean actionReadsInterfaces(Action action) {
        return switch (action) {
            case Action.Enter(var block) -> blockReadsInterfaces(block);
            case Action.Either(_, var possible) ->
                    possible.stream().anyMatch(Gates::actionReadsInterfaces);
            case Action.Allow(), Action.Deny(_), Action.Pass(), Action.Continue() -> false;
        };
    }

    private static boolean readsInterfaces(Expr<Passage> passage) {
        return switch (passage) {
            case Expr.Is<Passage>(var atom) ->
                    atom instanceof Passage.Enters || atom instanceof Passage.Leaves;
            case Expr.AnyOf<Passage>(var terms) -> terms.stream().anyMatch(Gates::readsInterfaces);
            case Expr.AllOf<Passage>(var terms) -> terms.stream().anyMatch(Gates::readsInterfaces);
            case Expr.Not<Passage>(var term) -> readsInterfaces(term);
            case Expr.Named<Passage>(_, var meaning) -> readsInterfaces(meaning);
            case Expr.Any<Passage>(), Expr.Unknown<Passage>(_) -> false;
        };
    }
}
