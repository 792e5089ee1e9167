package io.portolan.model.reach.oracle;

import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.Estate;
import io.portolan.model.reach.EngineUnderTest;
import io.portolan.model.reach.RelationUnderTest;

import java.util.function.Consumer;
import java.util.function.Function;

/// One question put to engine and oracle, as a value that can be made smaller and printed.
record Trial(Interpreter.Connection connection, Estate estate, EnforcementPlan plan) {
    Interpreter.Answer answer() {
        return new Interpreter(plan, estate).evaluate(connection);
    }

    EngineUnderTest.Said said() {
        return new EngineUnderTest(plan, estate).evaluate(connection);
    }

    /// Passes, or fails with the smallest question that they answer differently.
    void agrees() {
        Shrinking.check(this, t -> t.agrees(asked -> asked.said().verdict()), Trial::text);
    }

    /// That an engine answers as the oracle. What the oracle cannot answer is no question.
    void agrees(Function<Trial, Interpreter.Verdict> engine) {
        Interpreter.Verdict wanted;
        try {
            wanted = answer().verdict();
        } catch (RuntimeException _) {
            return;
        }
        Interpreter.Verdict said = engine.apply(this);
        if (said != wanted) {
            throw new AssertionError("%s/%s say oracle and engine.".formatted(wanted, said));
        }
    }

    /// The question, what it is about, and why the oracle answers as it does.
    String text() {
        return Notation.of(connection) + Notation.of(estate, plan) + answer();
    }

    /// Passes, or fails with the smallest plan whose relation says of a pair something else than
    /// the path.
    void isRelated(Consumer<RelationUnderTest> check) {
        try {
            check.accept(new RelationUnderTest(plan, estate));
        } catch (AssertionError | RuntimeException e) {
            Shrinking.check(this, Trial::isRelated, t -> Notation.of(t.estate(), t.plan()));
            throw e;
        }
    }

    private void isRelated() {
        RelationUnderTest relation = new RelationUnderTest(plan, estate);
        relation.agreesOnAllPairs();
        relation.visitsWhatItSays();
    }
}
