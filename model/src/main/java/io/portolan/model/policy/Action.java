package io.portolan.model.policy;

import java.util.List;

/// What a matching rule does.
public sealed interface Action {
    record Allow() implements Action {}

    record Deny(Refusal refusal) implements Action {}

    /// Leave this block undecided and go on after it: next tier, RETURN, goto_next, delegate.
    record Pass() implements Action {}

    /// Log or count, then the next rule.
    record Continue() implements Action {}

    /// Let another block decide; if it passes, go on with the next rule. Chains, routes of a
    /// server, L7 permissions.
    record Enter(Block block) implements Action {}

    /// The design does not say which: an external provider, an unmodelled device, a line not
    /// understood.
    record Either(String why, List<Action> possible) implements Action {
        public Either {
            possible = List.copyOf(possible);
        }
    }
}
