package io.portolan.model.rule;

import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.compile.PlanCompiler;
import io.portolan.model.design.Design;
import io.portolan.model.format.DesignReader;
import io.portolan.model.format.ReadDesign;
import io.portolan.model.reach.Reachability;

import java.time.LocalDate;
import java.util.List;

/// Reviews small designs with the real compiler and engine, on a fixed day.
public final class RuleLab {
    static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private RuleLab() {}

    /// Reads a design; a problem in it fails the test that asked.
    public static Design design(String yaml) {
        ReadDesign read = DesignReader.read(yaml);
        return read.design()
                .orElseThrow(() -> new AssertionError(read.problems() + "\nin\n" + yaml));
    }

    public static RuleContext context(Design design) {
        CompiledDesign compiled = PlanCompiler.compile(design);
        return new RuleContext(compiled, Reachability.of(compiled), TODAY);
    }

    public static Review review(Design design) {
        return RuleRunner.run(context(design));
    }

    /// What one rule alone finds.
    public static List<Finding> findings(String rule, Design design) {
        return Rules.find(rule).orElseThrow().check(context(design)).toList();
    }
}
