package io.portolan.app.service;

import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.design.Flow;
import io.portolan.model.design.Intent;
import io.portolan.model.reach.Explanation;
import io.portolan.model.reach.Question;
import io.portolan.model.reach.Reachability;
import io.portolan.model.reach.Verdict;
import io.portolan.model.rule.DesignIndex;
import io.portolan.model.rule.builtin.remedy.Advice;
import io.portolan.model.rule.builtin.remedy.Remedies;

import java.util.Optional;

/// All that can be told about one connection: its path, and what to add where it is not as wanted.
/// Command line and window tell the same.
public record Explained(Explanation explanation, Intent wanted, Advice advice) {
    public static Explained of(CompiledDesign compiled, Reachability reachability, Flow flow) {
        Explanation explanation = reachability.explain(flow);
        Advice advice = remedies(compiled, reachability).of(flow, explanation.verdict());
        return new Explained(explanation, flow.intent(), advice);
    }

    /// Whoever asks about a connection wants to know what it takes to have it.
    public static Explained of(
            CompiledDesign compiled, Reachability reachability, Question question) {
        Explanation explanation = reachability.explain(question);
        Advice advice =
                new Advice(
                        remedies(compiled, reachability).of(explanation.verdict()),
                        Optional.empty());
        return new Explained(explanation, Intent.ALLOW, advice);
    }

    private static Remedies remedies(CompiledDesign compiled, Reachability reachability) {
        return new Remedies(compiled, new DesignIndex(compiled, reachability));
    }

    public Verdict verdict() {
        return explanation.verdict();
    }
}
