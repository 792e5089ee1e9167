package io.portolan.model.reach;

import io.portolan.model.net.Cidr;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Estate;
import io.portolan.model.policy.Policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;

/// A plan and an estate, indexed: what the path evaluator and the relation share. `blocks`: those
/// that addresses are told apart by.
record Parts(
        Estate estate,
        PlanIndex plan,
        Roster roster,
        NavigableSet<Cidr> blocks,
        AddressClasses classes,
        PeerIndex peers,
        PolicyIndex policies,
        Translating translating) {
    static Parts of(EnforcementPlan plan, Estate estate) {
        PlanIndex index = new PlanIndex(plan);
        Roster roster = new Roster(estate);
        NavigableSet<Cidr> blocks = PlanBlocks.all(plan);
        AddressClasses classes = new AddressClasses(blocks);
        PeerIndex peers = PeerIndex.ofMembers(roster.members());
        return new Parts(
                estate,
                index,
                roster,
                blocks,
                classes,
                peers,
                new PolicyIndex(roster, peers),
                new Translating(index, roster, classes, peers));
    }

    Deciding deciding() {
        return new Deciding(policies);
    }

    /// Whether what is changed in a point mentions no addresses but those that are told apart
    /// anyway.
    boolean knowsBlocksOf(PointChange change) {
        List<Policy> changed =
                change.parts().stream()
                        .flatMap(List::stream)
                        .map(PointChange.Part::policy)
                        .toList();
        return blocks.containsAll(
                change.parts().isPresent()
                        ? PlanBlocks.of(changed)
                        : PlanBlocks.of(change.after()));
    }

    /// After an edit of nothing but policies.
    Edit after(Map<Integer, PointChange> changes) {
        EnforcementPlan before = plan.plan();
        List<EnforcementPoint> points = new ArrayList<>(before.points());
        List<Block> kept = new ArrayList<>();
        changes.forEach((number, change) -> points.set(number, change.after()));
        points.forEach(point -> kept.addAll(point.blocks()));
        EnforcementPlan after =
                new EnforcementPlan(
                        points,
                        before.natTables(),
                        before.captures(),
                        before.legs(),
                        before.relays(),
                        before.routers(),
                        before.notAnalysed());
        Parts parts =
                new Parts(
                        estate,
                        new PlanIndex(after),
                        roster,
                        blocks,
                        classes,
                        peers,
                        policies.keeping(kept),
                        translating);
        return new Edit(parts, changes);
    }
}
