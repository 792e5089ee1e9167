package io.portolan.model.rule;

import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.design.Design;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.Estate;
import io.portolan.model.reach.Reachability;

import java.time.LocalDate;

/// What a rule may look at. `today` is given, not read from a clock, so that a review can be
/// repeated; `index` answers what several rules ask of the design, once per run.
public record RuleContext(
        CompiledDesign compiled, Reachability reachability, LocalDate today, DesignIndex index) {
    public RuleContext(CompiledDesign compiled, Reachability reachability, LocalDate today) {
        this(compiled, reachability, today, new DesignIndex(compiled, reachability));
    }

    public Design design() {
        return compiled.design();
    }

    public EnforcementPlan plan() {
        return compiled.plan();
    }

    public Estate estate() {
        return compiled.estate();
    }
}
