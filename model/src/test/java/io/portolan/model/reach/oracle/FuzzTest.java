package io.portolan.model.reach.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;
import io.portolan.model.testing.Gen;

import org.junit.jupiter.api.Test;

import java.util.EnumSet;
import java.util.Random;
import java.util.Set;

/// Random plans of every discipline with undecided conditions in them: the engine must say what the
/// oracle says, and a decided verdict must hold however the unknown turns out. `-Dfuzz.rounds=9000`
/// tries more of them.
final class FuzzTest extends Words {
    private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 1_500);

    @Test
    void engineAgreesWithTheOracleOnRandomPoints() {
        Set<Interpreter.Verdict> seen = EnumSet.noneOf(Interpreter.Verdict.class);
        Gen.forAll(
                ROUNDS,
                gen -> {
                    Try tried = RandomPlans.connection(RandomPlans.lab(gen), gen);
                    tried.trial().agrees();
                    if (gen.chance(0.4)) {
                        tried.isRelated(6, gen.between(0, 1_000_000));
                    }
                    seen.add(tried.answer().verdict());
                });
        assertThat(seen)
                .contains(
                        Interpreter.Verdict.ALLOW,
                        Interpreter.Verdict.DENY,
                        Interpreter.Verdict.UNDEFINED,
                        Interpreter.Verdict.NO_ROUTE);
    }

    @Test
    void decidedVerdictHoldsHoweverTheUnknownTurnsOut() {
        Set<Interpreter.Verdict> seen = EnumSet.noneOf(Interpreter.Verdict.class);
        for (int seed = 1; seed <= ROUNDS / 3; seed++) {
            Interpreter.Verdict open = verdict(seed, new Expr.Unknown<>("u"));
            seen.add(open);
            if (open != Interpreter.Verdict.UNDEFINED) {
                assertThat(verdict(seed, Expr.any())).as("seed %d", seed).isEqualTo(open);
                assertThat(verdict(seed, Expr.none())).as("seed %d", seed).isEqualTo(open);
            }
        }
        assertThat(seen)
                .contains(
                        Interpreter.Verdict.ALLOW,
                        Interpreter.Verdict.DENY,
                        Interpreter.Verdict.UNDEFINED);
    }

    private static Interpreter.Verdict verdict(int seed, Expr<Peer> unknown) {
        return KubernetesExamplesTest.shop("Fuzz")
                .podPolicy(Direction.IN, new RandomBlocks(new Random(seed), unknown).some())
                .from("web")
                .to("api", 8080)
                .said()
                .verdict();
    }
}
