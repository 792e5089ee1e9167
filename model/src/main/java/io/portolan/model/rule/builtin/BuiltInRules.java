package io.portolan.model.rule.builtin;

import io.portolan.model.rule.DesignRule;
import io.portolan.model.rule.RuleProvider;

import java.util.List;

/// Our own rules.
public final class BuiltInRules implements RuleProvider {
    @Override
    public List<DesignRule> rules() {
        return List.of();
    }
}
