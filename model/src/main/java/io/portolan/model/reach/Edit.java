package io.portolan.model.reach;

import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Estate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What an edit left as it was, and the points that it changed, by their numbers. Such an edit
/// touches policies alone: who there is, how connections travel and which addresses are told apart
/// is the same.
record Edit(Parts parts, Map<Integer, PointChange> changes) {
    /// Nothing where more has changed than policies.
    static Optional<Edit> of(Parts before, EnforcementPlan plan, Estate estate) {
        EnforcementPlan known = before.plan().plan();
        if (!estate.equals(before.estate()) || !travelsAlike(known, plan)) {
            return Optional.empty();
        }
        Map<Integer, PointChange> changes = new LinkedHashMap<>();
        for (int i = 0; i < known.points().size(); i++) {
            EnforcementPoint one = known.points().get(i);
            EnforcementPoint other = plan.points().get(i);
            if (!sitsAlike(one, other)) {
                return Optional.empty();
            }
            if (!one.equals(other)) {
                changes.put(i, PointChange.of(one, other));
            }
        }
        boolean alike =
                changes.values().stream()
                        .allMatch(c -> c.asksNothingNew() && before.knowsBlocksOf(c));
        return alike ? Optional.of(before.after(changes)) : Optional.empty();
    }

    private static boolean travelsAlike(EnforcementPlan one, EnforcementPlan other) {
        return one.points().size() == other.points().size()
                && one.natTables().equals(other.natTables())
                && one.captures().equals(other.captures())
                && one.legs().equals(other.legs())
                && one.relays().equals(other.relays())
                && one.routers().equals(other.routers())
                && one.notAnalysed().equals(other.notAnalysed());
    }

    private static boolean sitsAlike(EnforcementPoint one, EnforcementPoint other) {
        return one.id().equals(other.id())
                && one.owner().equals(other.owner())
                && one.layer() == other.layer()
                && one.position().equals(other.position())
                && one.replies() == other.replies();
    }
}
