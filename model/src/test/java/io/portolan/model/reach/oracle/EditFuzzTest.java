package io.portolan.model.reach.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.design.Design;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.Estate;
import io.portolan.model.reach.PlanEdits;
import io.portolan.model.reach.Question;
import io.portolan.model.reach.Reachability;
import io.portolan.model.testing.Gen;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Random plans of all layers, edited again and again: what is said after an edit is what is said
/// of the edited plan from nothing. `-Dfuzz.rounds=9000` tries more of them.
final class EditFuzzTest {
    private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 1_500) / 15;
    private static final int EDITS = 4;

    @Test
    void editsSayWhatTheEditedPlanSays() {
        Gen.forAll(
                ROUNDS,
                gen -> {
                    Lab lab = RandomPlans.lab(gen);
                    Random random = new Random(gen.between(0, 1_000_000));
                    EnforcementPlan plan = lab.plan();
                    Reachability engine = Reachability.of(compiled(lab, plan));
                    said(engine, lab.estate());
                    for (int i = 0; i < EDITS && !plan.points().isEmpty(); i++) {
                        plan = PlanEdits.edited(plan, random);
                        engine = engine.after(compiled(lab, plan));
                        assertThat(said(engine, lab.estate()))
                                .isEqualTo(
                                        said(Reachability.of(compiled(lab, plan)), lab.estate()));
                    }
                });
    }

    private static CompiledDesign compiled(Lab lab, EnforcementPlan plan) {
        return new CompiledDesign(Design.EMPTY, lab.estate(), plan);
    }

    /// Everything that members may open to each other, and how some of it is told.
    private static Map<String, String> said(Reachability engine, Estate estate) {
        Map<String, String> said = new TreeMap<>();
        List<String> names = estate.members().stream().map(Estate.Member::name).toList();
        for (String from : names) {
            for (String to : names) {
                said.put(
                        from + " to " + to,
                        engine.relation().allowed(from, to)
                                + " of "
                                + engine.relation().possible(from, to)
                                + " "
                                + engine.evaluate(question(from, to)).path());
            }
        }
        List<String> boxes = new ArrayList<>();
        engine.relation().forEach(one -> boxes.add(one.toString()));
        said.put("all pairs", String.join("\n", boxes));
        return said;
    }

    private static Question question(String from, String to) {
        return new Question(
                new Question.Party.Member(from),
                new Question.Party.Member(to),
                Protocol.TCP,
                PortSet.of(8080),
                Question.Payload.UNSPECIFIED,
                List.of());
    }
}
