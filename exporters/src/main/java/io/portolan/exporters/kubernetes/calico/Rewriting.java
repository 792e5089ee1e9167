package io.portolan.exporters.kubernetes.calico;

import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.Rule;

import java.util.List;
import java.util.function.UnaryOperator;

/// The same policies with other actions.
record Rewriting(UnaryOperator<Action> actions) {

    Block of(Block block) {
        return new Block(
                block.name(), block.discipline(), of(block.policies()), of(block.otherwise()));
    }

    List<Policy> of(List<Policy> policies) {
        return policies.stream().map(this::of).toList();
    }

    Policy of(Policy p) {
        return p.with(p.rules().stream().map(this::of).toList());
    }

    private Rule of(Rule rule) {
        return new Rule(rule.name(), rule.match(), of(rule.action()), rule.remark());
    }

    /// What may happen is rewritten one by one.
    private Action of(Action action) {
        return action instanceof Action.Either(var why, var each)
                ? new Action.Either(why, each.stream().map(this::of).toList())
                : actions.apply(action);
    }
}
