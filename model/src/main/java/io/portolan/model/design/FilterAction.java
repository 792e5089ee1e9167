package io.portolan.model.design;

/// What a packet filter does with a match.
public enum FilterAction {
    PERMIT,
    DENY,
    /// Denies with an answer.
    REJECT,
    /// Leaves this list undecided: `goto_next`, `return`, Allow of an Azure admin rule.
    NEXT,
    /// Only logs; the next rule decides (also `alert`).
    LOG,
    /// Asks another chain, then goes on.
    JUMP
}
