package io.portolan.model.reach;

import io.portolan.model.policy.Block;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Rule;

/// Points without where their rules come from: what two of them decide is then the same if they are
/// equal.
final class Unremarked {
    private static final Remark NONE = new Remark(new Origin.BuiltIn(""), "", false);

    private Unremarked() {}

    static EnforcementPoint of(EnforcementPoint point) {
        return point.with(point.blocks().stream().map(Unremarked::of).toList());
    }

    private static Block of(Block block) {
        return block.with(block.policies().stream().map(Unremarked::of).toList());
    }

    private static Policy of(Policy policy) {
        return new Policy(
                policy.name(),
                policy.order(),
                policy.subject(),
                policy.mode(),
                policy.rules().stream()
                        .map(rule -> new Rule(rule.name(), rule.match(), rule.action(), NONE))
                        .toList(),
                NONE);
    }
}
