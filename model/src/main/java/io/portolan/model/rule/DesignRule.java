package io.portolan.model.rule;

import java.util.stream.Stream;

/// One check of a design. Rules have no state and depend on nothing but the context.
public interface DesignRule {
    RuleInfo info();

    Stream<Finding> check(RuleContext context);
}
