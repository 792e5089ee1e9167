package io.portolan.model.reach;

import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Estate;
import io.portolan.model.policy.Estate.Member;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.Position;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// One comparison of two compiled designs by the ends of connections.
final class EndComparison {
    private final CompiledDesign before;
    private final CompiledDesign after;
    private final List<PeerIndex> indexes;
    private final Set<String> sources = new TreeSet<>();
    private final Set<String> destinations = new TreeSet<>();

    EndComparison(CompiledDesign before, CompiledDesign after) {
        this.before = before;
        this.after = after;
        this.indexes = List.of(index(before), index(after));
    }

    private static PeerIndex index(CompiledDesign design) {
        return PeerIndex.ofMembers(design.estate().members());
    }

    ChangedEnds result() {
        boolean local =
                rest(before.plan()).equals(rest(after.plan()))
                        && before.estate().gateways().equals(after.estate().gateways())
                        && addMembers()
                        && addGoverned();
        return local ? new ChangedEnds.Some(sources, destinations) : new ChangedEnds.Everything();
    }

    /// All that can reach beyond the two ends of a connection.
    private static EnforcementPlan rest(EnforcementPlan plan) {
        return new EnforcementPlan(
                plan.points().stream()
                        .filter(p -> !(p.position() instanceof Position.AtEndpoint))
                        .map(Unremarked::of)
                        .toList(),
                plan.natTables(),
                plan.captures(),
                plan.legs(),
                plan.relays(),
                plan.routers(),
                List.of());
    }

    /// False if a changed member has addresses: those of others may then be somebody else's.
    private boolean addMembers() {
        Map<String, Member> here = byName(before.estate());
        Map<String, Member> there = byName(after.estate());
        for (String name : union(here.keySet(), there.keySet())) {
            Optional<Member> one = Optional.ofNullable(here.get(name));
            Optional<Member> other = Optional.ofNullable(there.get(name));
            if (!one.equals(other)) {
                sources.add(name);
                destinations.add(name);
                if (isAddressed(one) || isAddressed(other)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Map<String, Member> byName(Estate estate) {
        Map<String, Member> members = new HashMap<>();
        estate.members().forEach(member -> members.putIfAbsent(member.name(), member));
        return members;
    }

    private static boolean isAddressed(Optional<Member> member) {
        return member.filter(m -> !m.addresses().isEmpty()).isPresent();
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new TreeSet<>(one);
        all.addAll(other);
        return all;
    }

    // ---------------------------------------------------------------- policies at ends

    private boolean addGoverned() {
        Map<String, EnforcementPoint> here = atEnds(before.plan());
        Map<String, EnforcementPoint> there = atEnds(after.plan());
        for (String id : union(here.keySet(), there.keySet())) {
            Optional<EnforcementPoint> one = Optional.ofNullable(here.get(id));
            Optional<EnforcementPoint> other = Optional.ofNullable(there.get(id));
            if (one.isPresent() && other.isPresent()) {
                if (!addGoverned(one.get(), other.get())) {
                    return false;
                }
            } else {
                EnforcementPoint only = one.or(() -> other).orElseThrow();
                only.blocks().forEach(block -> add(only, block.policies()));
            }
        }
        return true;
    }

    private static Map<String, EnforcementPoint> atEnds(EnforcementPlan plan) {
        Map<String, EnforcementPoint> points = new TreeMap<>();
        for (EnforcementPoint point : plan.points()) {
            if (point.position() instanceof Position.AtEndpoint) {
                points.put(point.id(), Unremarked.of(point));
            }
        }
        return points;
    }

    /// False where more than policies differ.
    private boolean addGoverned(EnforcementPoint one, EnforcementPoint other) {
        if (one.equals(other)) {
            return true;
        }
        Optional<List<BlockPair>> pairs = BlockPair.of(one, other);
        pairs.ifPresent(found ->
                found.forEach(pair -> {
                    add(one, pair.onlyHere());
                    add(one, pair.onlyThere());
                }));
        return pairs.isPresent();
    }

    /// Members of either design that one of the policies may govern.
    private void add(EnforcementPoint point, List<Policy> policies) {
        boolean inward =
                point.position() instanceof Position.AtEndpoint at
                        && at.direction() == Direction.IN;
        Set<String> governed = inward ? destinations : sources;
        for (PeerIndex index : indexes) {
            for (Policy policy : policies) {
                index.of(policy.subject())
                        .possibly()
                        .forEach(number -> governed.add(index.end(number).name()));
            }
        }
    }
}
