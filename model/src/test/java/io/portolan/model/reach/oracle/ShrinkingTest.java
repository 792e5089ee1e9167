package io.portolan.model.reach.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.Rule;
import io.portolan.model.testing.Gen;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Engines that are wrong on purpose: what a random plan finds must come down to what is wrong.
final class ShrinkingTest extends Words {
    private static final int ROUNDS = 300;

    /// An engine that sees another plan than it was given.
    private static Function<Trial, Interpreter.Verdict> seeing(
            UnaryOperator<EnforcementPlan> plan) {
        return t -> new Trial(t.connection(), t.estate(), plan.apply(t.plan())).answer().verdict();
    }

    /// The smallest trial of the first random plan with which an engine gives itself away, by
    /// something that should have been decided.
    private static Trial smallest(Function<Trial, Interpreter.Verdict> engine) {
        List<Trial> found = new ArrayList<>();
        Gen.forAll(
                ROUNDS,
                gen -> {
                    Trial trial = RandomPlans.connection(RandomPlans.lab(gen), gen).trial();
                    if (found.isEmpty() && isWrong(trial, engine) && isDecided(trial)) {
                        found.add(Shrinking.smallest(trial, t -> t.agrees(engine)));
                    }
                });
        return found.getFirst();
    }

    private static boolean isWrong(Trial trial, Function<Trial, Interpreter.Verdict> engine) {
        return trial.answer().verdict() != engine.apply(trial);
    }

    private static boolean isDecided(Trial trial) {
        return trial.answer().verdict() != Interpreter.Verdict.UNDEFINED;
    }

    private static EnforcementPlan withRules(
            EnforcementPlan plan, Function<Rule, Optional<Rule>> change) {
        return new EnforcementPlan(
                plan.points().stream().map(p -> withRules(p, change)).toList(),
                plan.natTables(),
                plan.captures(),
                plan.legs(),
                plan.relays(),
                plan.routers(),
                List.of());
    }

    private static EnforcementPoint withRules(
            EnforcementPoint p, Function<Rule, Optional<Rule>> change) {
        List<Block> blocks =
                p.blocks().stream()
                        .map(b ->
                                b.with(
                                        b.policies().stream()
                                                .map(policy -> withRules(policy, change))
                                                .toList()))
                        .toList();
        return p.with(blocks);
    }

    private static Policy withRules(Policy p, Function<Rule, Optional<Rule>> change) {
        List<Rule> rules = p.rules().stream().flatMap(r -> change.apply(r).stream()).toList();
        return p.with(rules);
    }

    private static List<Rule> rules(Trial trial) {
        return trial.plan().points().stream()
                .flatMap(point -> point.blocks().stream())
                .flatMap(block -> block.policies().stream())
                .flatMap(policy -> policy.rules().stream())
                .toList();
    }

    private static void hasOnePoint(Trial trial) {
        assertThat(trial.plan().points()).as(trial.text()).hasSize(1);
        assertThat(trial.plan().points().getFirst().blocks()).hasSize(1);
        assertThat(trial.plan().points().getFirst().blocks().getFirst().policies()).hasSize(1);
        assertThat(trial.plan().natTables()).isEmpty();
        assertThat(trial.plan().captures()).isEmpty();
        assertThat(trial.plan().relays()).isEmpty();
        assertThat(trial.estate().members()).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void anEngineThatReadsNoDenyComesDownToOneDeny() {
        Function<Trial, Interpreter.Verdict> wrong =
                seeing(plan ->
                        withRules(
                                plan,
                                rule ->
                                        Optional.of(rule)
                                                .filter(r ->
                                                        !(r.action() instanceof Action.Deny))));
        Trial smallest = smallest(wrong);
        hasOnePoint(smallest);
        assertThat(rules(smallest))
                .singleElement()
                .satisfies(rule -> assertThat(rule.action()).isEqualTo(DENY))
                .satisfies(rule -> assertThat(rule.match()).isEqualTo(any()));
        assertThat(isWrong(smallest, wrong)).isTrue();
    }

    @Test
    void anEngineThatReadsNoRequestComesDownToOneRequest() {
        Function<Trial, Interpreter.Verdict> wrong =
                seeing(plan ->
                        withRules(
                                plan,
                                r ->
                                        Optional.of(
                                                rule(
                                                        r.name(),
                                                        r.match().asking(Expr.any()),
                                                        r.action()))));
        Trial smallest = smallest(wrong);
        hasOnePoint(smallest);
        assertThat(rules(smallest))
                .singleElement()
                .satisfies(rule ->
                        assertThat(rule.match()).isEqualTo(any().asking(path(exact("/x")))));
        assertThat(isWrong(smallest, wrong)).isTrue();
    }

    @Test
    void anEngineWithoutRelaysComesDownToOneRelay() {
        Function<Trial, Interpreter.Verdict> wrong =
                seeing(plan ->
                        new EnforcementPlan(
                                plan.points(),
                                plan.natTables(),
                                plan.captures(),
                                plan.legs(),
                                List.of(),
                                plan.routers(),
                                List.of()));
        Trial smallest = smallest(wrong);
        assertThat(smallest.plan().relays()).as(smallest.text()).hasSize(1);
        assertThat(smallest.plan().points()).isEmpty();
        assertThat(smallest.plan().natTables()).isEmpty();
        assertThat(smallest.estate().members()).hasSizeLessThanOrEqualTo(2);
        assertThat(isWrong(smallest, wrong)).isTrue();
    }

    @Test
    void whatFailsIsToldOnAFewLines() {
        Lab lab =
                KubernetesExamplesTest.shop("Shrinking")
                        .podPolicy(
                                Direction.IN,
                                block(
                                        "np",
                                        UNION,
                                        PASS,
                                        policy(
                                                "api",
                                                app("api"),
                                                allow("web", any().from(app("web"))),
                                                deny("x", any().asking(path(exact("/x")))))));
        Trial asked = lab.from("web").to("api", 80).sending(get("h", "/x")).trial();
        Function<Trial, Interpreter.Verdict> always = _ -> Interpreter.Verdict.ALLOW;
        assertThatThrownBy(() ->
                        Shrinking.check(
                                asked,
                                t -> t.agrees(always),
                                t ->
                                        Notation.of(t.connection())
                                                + Notation.of(t.estate(), t.plan())))
                .hasMessage(
                        """
                        DENY/ALLOW say oracle and engine.
                        web to 10.1.0.2:80 over 6, Opaque[]
                        web: pod [10.1.0.1/32] in pods
                        api: pod [10.1.0.2/32] in pods
                        point policy-ingress of cluster: nic in of any
                          block np: first match, ties as listed, otherwise pass
                            policy api for any, order Infinity
                              x: deny any

                        First seen as: DENY/ALLOW say oracle and engine.\
                        """);
    }
}
