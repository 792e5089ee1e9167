package io.portolan.app.ui.flows;

import io.portolan.model.design.Flow;
import io.portolan.model.reach.Verdict;

import java.util.Optional;

/// One flow as the table shows it; without verdict until the first check is done.
public record FlowRow(
        Flow flow,
        String from,
        String to,
        String traffic,
        String intent,
        Optional<Verdict> verdict) {
    /// True if the verdict is not what is wanted.
    public boolean wrong() {
        return verdict.filter(v -> v instanceof Verdict.Allowed != wanted()).isPresent();
    }

    private boolean wanted() {
        return switch (flow.intent()) {
            case ALLOW -> true;
            case NEVER -> false;
        };
    }
}
