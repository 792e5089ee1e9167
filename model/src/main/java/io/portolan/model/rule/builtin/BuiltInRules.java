package io.portolan.model.rule.builtin;

import io.portolan.model.rule.DesignRule;
import io.portolan.model.rule.RuleProvider;
import io.portolan.model.rule.builtin.addressing.AddressingRules;

import java.util.List;
import java.util.stream.Stream;

/// Our own rules, category by category; each category lists its rules, one a line.
public final class BuiltInRules implements RuleProvider {
    @Override
    public List<DesignRule> rules() {
        // spotless:off
        return Stream.of(AddressingRules.all()).flatMap(List::stream).toList();
        // spotless:on
    }
}
