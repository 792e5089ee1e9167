package io.portolan.model.reach;

import io.portolan.model.net.Transport;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Rule;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/// The rows of one point beside endpoints, for every profile: endpoints that the same policies
/// select share one.
final class PointRows {
    private final EnforcementPoint point;
    private final Position.AtEndpoint position;
    private final PeerIndex subjects;
    private final AxisRules rules;
    private final Bits everyone;
    private final List<Placed> policies = new ArrayList<>();
    private final Map<Integer, IdentityHashMap<Block, List<Placed>>> selecting = new HashMap<>();

    PointRows(EnforcementPoint point, Position.AtEndpoint position, Sides sides) {
        this.point = point;
        this.position = position;
        this.subjects = sides.held();
        this.rules = position.direction() == Direction.IN ? sides.in() : sides.out();
        this.everyone = subjects.everyone();
        point.blocks().forEach(this::collect);
    }

    /// An enforced policy in its block, with the members it selects.
    record Placed(Block block, Policy policy, Extent subjects) {}

    /// The members as sources and as destinations, and the rules over them in both directions.
    record Sides(PeerIndex held, AxisRules in, AxisRules out) {}

    private void collect(Block block) {
        collect(block.otherwise());
        for (Policy policy : block.policies()) {
            if (policy.mode() != PolicyMode.SHADOW) {
                policies.add(new Placed(block, policy, subjects.of(policy.subject())));
                policy.rules().forEach(rule -> collect(rule.action()));
            }
        }
    }

    private void collect(Action action) {
        switch (action) {
            case Action.Enter(var block) -> collect(block);
            case Action.Either(_, var possible) -> possible.forEach(this::collect);
            case Action.Allow(), Action.Deny(_), Action.Pass(), Action.Continue() -> {}
        }
    }

    /// The profile of every member.
    int[] profiles() {
        Facets facets = new Facets(subjects.size());
        facets.add(subjects.of(position.governed()));
        Set<Expr<Peer>> own = new LinkedHashSet<>();
        boolean names = false;
        for (Placed placed : policies) {
            facets.add(placed.subjects());
            for (Rule rule : placed.policy().rules()) {
                own.add(own(rule.match()));
                names |= AxisRules.namesPorts(rule.match().traffic());
            }
        }
        own.forEach(expr -> facets.add(subjects.of(expr)));
        if (names && position.direction() == Direction.IN) {
            facets.add(portNames());
        }
        int[] classes = facets.classes();
        place(classes);
        return classes;
    }

    private List<Object> portNames() {
        List<Object> ports = new ArrayList<>();
        for (int i = 0; i < subjects.size(); i++) {
            ports.add(subjects.member(i).namedPorts());
        }
        return ports;
    }

    /// Remembers for the first member of every profile which policies select it.
    private void place(int[] classes) {
        BitSet first = new BitSet();
        int known = 0;
        for (int i = 0; i < classes.length; i++) {
            if (classes[i] == known) {
                known++;
                first.set(i);
                selecting.put(i, new IdentityHashMap<>());
            }
        }
        for (Placed placed : policies) {
            placed.subjects()
                    .possibly()
                    .forEach(i -> {
                        if (first.get(i)) {
                            selecting(i)
                                    .computeIfAbsent(placed.block(), _ -> new ArrayList<>())
                                    .add(placed);
                        }
                    });
        }
    }

    private IdentityHashMap<Block, List<Placed>> selecting(int subject) {
        return selecting.computeIfAbsent(subject, _ -> new IdentityHashMap<>());
    }

    private Expr<Peer> own(Match match) {
        return position.direction() == Direction.IN ? match.destination() : match.source();
    }

    /// The rows of a profile, by its first member.
    Rows rows(int subject) {
        Extent governed = subjects.of(position.governed());
        if (!governed.possibly().has(subject)) {
            return Rows.always(Extent.of(everyone));
        }
        NavigableSet<Integer> cuts = cuts(subject);
        Rows.Builder builder = new Rows.Builder(cuts.size());
        boolean sure = governed.surely().has(subject);
        for (int place : cuts) {
            PeerDeciding.Effects effects =
                    new PeerDeciding(rules, selecting(subject), subject, place)
                            .decide(point.blocks(), everyone);
            Bits lets = effects.allow().or(effects.pass());
            builder.add(place, new Extent(everyone.minus(effects.deny()), sure ? lets : everyone));
        }
        return builder.build();
    }

    private NavigableSet<Integer> cuts(int subject) {
        NavigableSet<Integer> cuts = new TreeSet<>(List.of(0, Axis.OTHERS));
        for (Transport t : Transport.values()) {
            cuts.add(Axis.start(t));
        }
        for (List<Placed> of : selecting(subject).values()) {
            for (Placed placed : of) {
                for (Rule rule : placed.policy().rules()) {
                    rules.of(rule, subject).forEach(one -> cut(one, cuts));
                }
            }
        }
        return cuts;
    }

    private static void cut(AxisRule rule, Set<Integer> cuts) {
        for (Axis.Places places :
                List.of(rule.surely(), rule.possibly(), rule.belowSurely(), rule.belowPossibly())) {
            places.forEachBound(bound -> {
                if (bound < Axis.END) {
                    cuts.add(bound);
                }
            });
        }
    }
}
