package io.portolan.model.policy;

import java.util.List;

/// One place that filters. Its blocks are asked in turn; if all pass it abstains (NOT_IN_SCOPE).
/// Several points at one position must all allow.
public record EnforcementPoint(
        String id,
        String owner,
        Layer layer,
        Position position,
        Replies replies,
        List<Block> blocks) {
    public EnforcementPoint {
        blocks = List.copyOf(blocks);
    }

    /// The same point with other blocks.
    public EnforcementPoint with(List<Block> others) {
        return new EnforcementPoint(id, owner, layer, position, replies, others);
    }
}
