package io.portolan.model.reach;

import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Rule;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// One point of a gate: which ends it governs, and which policies select whom.
final class GatePoint {
    private final EnforcementPoint point;
    private final Lens lens;
    private final PeerIndex subjects;
    private final Extent governed;
    private final IdentityHashMap<Block, Block> originals;
    private final Set<Block> met = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Placed> policies = new ArrayList<>();
    private final Map<Integer, List<Selection>> selecting;

    /// An enforced policy in its block, with the ends it selects, and for each of its rules those
    /// for which the rule's own part holds.
    record Placed(Block block, Policy policy, Extent subjects, List<Extent> own) {
        /// Those of all rules.
        private List<Integer> numbers() {
            return IntStream.range(0, own.size()).boxed().toList();
        }
    }

    /// A policy that may select an end, with those of its rules whose own part may hold for it.
    private record Selection(Placed placed, List<Integer> rules) {}

    GatePoint(EnforcementPoint point, Truth governs, Lens lens, PeerIndex subjects) {
        this.point = point;
        this.lens = lens;
        this.subjects = subjects;
        Extent all =
                point.position() instanceof Position.AtEndpoint at
                        ? subjects.of(at.governed())
                        : Extent.of(subjects.everyone());
        governed = governs.isAlways() ? all : new Extent(Bits.NONE, all.possibly());
        originals = new IdentityHashMap<>();
        selecting = new HashMap<>();
        point.blocks().forEach(block -> collect(block, new IdentityHashMap<>()));
    }

    /// The same point after an edit of policies: what is known of the others is kept. A block is
    /// the one that it was, though it has other policies now.
    private GatePoint(GatePoint before, EnforcementPoint after) {
        point = after;
        lens = before.lens;
        subjects = before.subjects;
        governed = before.governed;
        selecting = new HashMap<>(before.selecting);
        originals = new IdentityHashMap<>();
        for (int i = 0; i < point.blocks().size(); i++) {
            originals.put(point.blocks().get(i), before.original(before.point.blocks().get(i)));
        }
        IdentityHashMap<Policy, Placed> known = new IdentityHashMap<>();
        before.policies.forEach(placed -> known.put(placed.policy(), placed));
        point.blocks().forEach(block -> collect(block, known));
    }

    /// `concerned`: those of the first ends of classes whose policies are looked up again.
    GatePoint after(PointChange change, Bits concerned) {
        GatePoint after = new GatePoint(this, change.after());
        concerned.forEach(after.selecting::remove);
        after.select(concerned);
        return after;
    }

    /// The same with ends that are first of a class now, each with one that was of its class.
    GatePoint knowing(Map<Integer, Integer> fresh) {
        GatePoint knowing = new GatePoint(this, point);
        fresh.forEach((end, known) -> {
            List<Selection> all = selecting.get(known);
            if (all != null) {
                knowing.selecting.put(end, all);
            }
        });
        return knowing;
    }

    private Block original(Block block) {
        return originals.getOrDefault(block, block);
    }

    private void collect(Block block, IdentityHashMap<Policy, Placed> known) {
        if (!met.add(block)) {
            return;
        }
        collect(block.otherwise(), known);
        for (Policy policy : block.policies()) {
            if (policy.mode() != PolicyMode.SHADOW) {
                policies.add(placed(original(block), policy, known.get(policy)));
                policy.rules().forEach(rule -> collect(rule.action(), known));
            }
        }
    }

    @SuppressWarnings("ReferenceEquality") // a block is noted under one object
    private Placed placed(Block block, Policy policy, @Nullable Placed known) {
        return known != null && known.block() == block
                ? known
                : new Placed(block, policy, selected(policy), own(policy));
    }

    /// The ends for which an edit may change something.
    Bits concerned(PointChange change) {
        Bits.Builder all = new Bits.Builder();
        for (PointChange.Part part : change.parts().orElse(List.of())) {
            Bits selected = selected(part.policy()).possibly();
            if (part.rules().isEmpty()) {
                all.add(selected);
            }
            for (Rule rule : part.rules().orElse(List.of())) {
                all.add(selected.and(subjects.of(lens.subject(rule.match())).possibly()));
            }
        }
        return all.build();
    }

    private List<Extent> own(Policy policy) {
        return policy.rules().stream()
                .map(rule -> subjects.of(lens.subject(rule.match())))
                .toList();
    }

    private Extent selected(Policy policy) {
        return lens.isGoverning() ? subjects.of(policy.subject()) : Extent.of(subjects.everyone());
    }

    private void collect(Action action, IdentityHashMap<Policy, Placed> known) {
        switch (action) {
            case Action.Enter(var block) -> collect(block, known);
            case Action.Either(_, var possible) -> possible.forEach(one -> collect(one, known));
            case Action.Allow(), Action.Deny(_), Action.Pass(), Action.Continue() -> {}
        }
    }

    /// Every rule that is enforced.
    Stream<Rule> rules() {
        return policies.stream().flatMap(placed -> placed.policy().rules().stream());
    }

    Set<Expr<Peer>> peerTerms() {
        Set<Expr<Peer>> terms = new LinkedHashSet<>();
        rules().forEach(rule -> terms.add(lens.peer(rule.match())));
        return terms;
    }

    boolean namesPortsOfSubjects() {
        return lens.isSubjectDestination()
                && rules().anyMatch(rule -> AxisTraffic.namesPorts(rule.match().traffic()));
    }

    boolean mayGovern(int end) {
        return governed.possibly().has(end);
    }

    /// Everything here that may differ from subject to subject.
    void tellApart(Facets facets) {
        facets.add(governed);
        Set<Expr<Peer>> own = new LinkedHashSet<>();
        for (Placed placed : policies) {
            facets.add(placed.subjects());
            placed.policy().rules().forEach(rule -> own.add(lens.subject(rule.match())));
        }
        own.forEach(term -> facets.add(subjects.of(term)));
    }

    /// What the policies that have come tell apart among those whom an edit concerns.
    void tellApart(PointChange change, Facets facets) {
        for (PointChange.Part part : change.parts().orElse(List.of())) {
            Extent selected = selected(part.policy());
            facets.add(selected);
            for (Rule rule : part.rules().orElse(part.policy().rules())) {
                facets.add(selected.and(subjects.of(lens.subject(rule.match()))));
            }
        }
    }

    /// Remembers for the first end of every class which policies select it.
    void select(Bits firsts) {
        for (Placed placed : policies) {
            Bits selected = placed.subjects().possibly().and(firsts);
            if (placed.own().stream().allMatch(own -> selected.minus(own.possibly()).isEmpty())) {
                Selection whole = new Selection(placed, placed.numbers());
                selected.forEach(end -> remember(end, whole));
            } else {
                selectRules(placed, selected);
            }
        }
    }

    private void selectRules(Placed placed, Bits selected) {
        Map<Integer, List<Integer>> rules = new HashMap<>();
        for (Integer number : placed.numbers()) {
            selected.and(placed.own().get(number).possibly())
                    .forEach(end -> rules.computeIfAbsent(end, _ -> new ArrayList<>()).add(number));
        }
        selected.forEach(
                end -> remember(end, new Selection(placed, rules.getOrDefault(end, List.of()))));
    }

    private void remember(int end, Selection selection) {
        selecting.computeIfAbsent(end, _ -> new ArrayList<>()).add(selection);
    }

    /// The rows of a class, by its first end.
    Rows rows(AxisRules rules, AxisRules.Subject subject, int first) {
        boolean sure = governed.surely().has(first);
        return docket(rules, subject, first).rows(point.blocks(), rules.everyone(), sure);
    }

    /// The policies and rules that count for a class.
    Docket docket(AxisRules rules, AxisRules.Subject subject, int first) {
        Docket docket = new Docket(this::original);
        for (Selection selection : selecting.getOrDefault(first, List.of())) {
            Placed placed = selection.placed();
            docket.open(placed, placed.subjects().surely().has(first));
            for (int number : selection.rules()) {
                Rule rule = placed.policy().rules().get(number);
                docket.add(rule, rules.of(rule, subject, placed.own().get(number).truth(first)));
            }
        }
        return docket;
    }
}
