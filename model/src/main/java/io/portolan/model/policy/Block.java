package io.portolan.model.policy;

import java.util.List;

/// Policies decided together. No policy selects the endpoint: the block passes. Selected, but no
/// rule decides: `otherwise`.
public record Block(String name, Discipline discipline, List<Policy> policies, Action otherwise) {
    public Block {
        policies = List.copyOf(policies);
    }

    /// The same block with other policies.
    public Block with(List<Policy> others) {
        return new Block(name, discipline, others, otherwise);
    }
}
