package io.portolan.model.reach;

import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.Estate;

/// A plan and an estate, indexed: what the path evaluator and the relation share.
record Parts(
        PlanIndex plan,
        Roster roster,
        AddressClasses classes,
        PeerIndex peers,
        Deciding deciding,
        Translating translating) {
    static Parts of(EnforcementPlan plan, Estate estate) {
        PlanIndex index = new PlanIndex(plan);
        Roster roster = new Roster(estate);
        AddressClasses classes = new AddressClasses(PlanBlocks.all(plan));
        PeerIndex peers = PeerIndex.ofMembers(roster.members());
        return new Parts(
                index,
                roster,
                classes,
                peers,
                new Deciding(new PolicyIndex(roster, peers)),
                new Translating(index, roster, classes, peers));
    }
}
