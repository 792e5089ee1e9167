package io.portolan.model.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.design.Design;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.Estate;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Random;

/// What is said after an edit is what is said of the edited plan from nothing.
final class EditTest {
    private static final ScaleEstate SCALE = new ScaleEstate(2, 3, 60, 40);
    private static final Estate ESTATE = SCALE.estate();
    private static final EnforcementPlan PLAN = SCALE.plan();
    private static final int EDITS = 10;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void editsOneAfterAnotherSayWhatTheEditedPlanSays(int seed) {
        Random random = new Random(seed);
        EnforcementPlan plan = PLAN;
        Reachability engine = of(plan);
        pairsInBoxes(engine);
        for (int i = 0; i < EDITS; i++) {
            plan = PlanEdits.edited(plan, random);
            engine = engine.after(compiled(plan));
            Reachability fresh = of(plan);
            String which = "seed %d, edit %d".formatted(seed, i);
            samePairs(engine.relation(), fresh.relation(), new Random(i), which);
            assertThat(pairsInBoxes(engine)).as(which).isEqualTo(pairsInBoxes(fresh));
            sameVerdicts(engine, fresh, new Random(seed), which);
        }
    }

    private static void sameVerdicts(
            Reachability engine, Reachability fresh, Random random, String which) {
        List<Estate.Member> members = ESTATE.members();
        for (int i = 0; i < 40; i++) {
            Question question =
                    question(
                            members.get(random.nextInt(members.size())).name(),
                            members.get(random.nextInt(members.size())).name(),
                            80 + 60 * random.nextInt(300));
            assertThat(engine.evaluate(question))
                    .as(which + " " + question)
                    .isEqualTo(fresh.evaluate(question));
        }
    }

    @Test
    void anEditOfOneClusterLeavesWhatIsKnownOfTheOther() {
        Parts parts = Parts.of(PLAN, ESTATE);
        Remembered remembered = new Remembered(parts);
        PathEvaluator.Ask other = ask(parts, "c01/n000/w00", "c01/n001/w00");
        PathEvaluator.Ask same = ask(parts, "c00/n000/w00", "c00/n001/w00");
        Answer ofOther = remembered.answer(other);
        Answer ofSame = remembered.answer(same);
        Expr<Peer> subject =
                Expr.is(new Peer.Labelled(LabelOwner.CLUSTER, "name", new Text.Exact("c0")));
        EnforcementPlan denying =
                PlanEdits.with(
                        PLAN, 1, 0, block -> PlanEdits.plus(block, PlanEdits.closing(subject)));
        Edit edit = Edit.of(parts, denying, ESTATE).orElseThrow();
        Remembered after = remembered.after(edit);
        assertThat(after.answer(same)).isNotSameAs(ofSame);
        assertThat(edit.changes()).hasSize(1);
        PointChange change = edit.changes().values().iterator().next();
        assertThat(change.before().owner()).isEqualTo("c0");
        assertThat(after.answer(other)).isSameAs(ofOther);
    }

    private static PathEvaluator.Ask ask(Parts parts, String from, String to) {
        return new PathEvaluator.Ask(
                parts.translating().self(from, PortView.chosen()),
                parts.translating().self(to, PortView.asked()),
                Protocol.TCP,
                PortSet.of(80),
                new Content.Unspecified(),
                Connecting.Client.HONEST);
    }

    @Test
    void anEquivalentPlanOfOtherObjectsChangesNothing() {
        Edit edit =
                Edit.of(Parts.of(PLAN, ESTATE), new ScaleEstate(2, 3, 60, 40).plan(), ESTATE)
                        .orElseThrow();
        assertThat(edit.changes()).isEmpty();
    }

    @Test
    void equalThingsAreAlignedOneByOne() {
        String other = new String("a");
        Alignment<String> aligned =
                Alignment.of(List.of("a", other, "b"), List.of(new String("a"), new String("a")));
        assertThat(aligned.aligned()).containsExactly("a", "a");
        assertThat(aligned.aligned().getLast()).isSameAs(other);
        assertThat(aligned.gone()).containsExactly("b");
        assertThat(aligned.come()).isEmpty();
        assertThat(aligned.moved()).isEmpty();
    }

    @Test
    void whatStandsAmongOthersNowHasMoved() {
        Alignment<String> aligned =
                Alignment.of(List.of("a", "b", "c", "d"), List.of("a", "c", "b", "x", "d"));
        assertThat(aligned.moved()).containsExactly("c", "b");
        assertThat(aligned.come()).containsExactly("x");
    }

    private static Reachability of(EnforcementPlan plan) {
        return Reachability.of(compiled(plan));
    }

    private static CompiledDesign compiled(EnforcementPlan plan) {
        return new CompiledDesign(Design.EMPTY, ESTATE, plan);
    }

    private static Question question(String from, String to, int port) {
        return new Question(
                new Question.Party.Member(from),
                new Question.Party.Member(to),
                Protocol.TCP,
                PortSet.of(port),
                Question.Payload.UNSPECIFIED,
                List.of());
    }

    private static void samePairs(Relation relation, Relation fresh, Random random, String which) {
        List<Estate.Member> members = ESTATE.members();
        for (int i = 0; i < 2_000; i++) {
            String from = members.get(random.nextInt(members.size())).name();
            String to = members.get(random.nextInt(members.size())).name();
            String pair = "%s, %s to %s".formatted(which, from, to);
            assertThat(relation.allowed(from, to)).as(pair).isEqualTo(fresh.allowed(from, to));
            assertThat(relation.possible(from, to)).as(pair).isEqualTo(fresh.possible(from, to));
        }
    }

    /// How many pairs are open at all, port by port.
    private static long pairsInBoxes(Reachability engine) {
        long[] pairs = new long[1];
        engine.relation()
                .forEachBox(box ->
                        pairs[0] +=
                                (long) box.from().size()
                                        * box.to().size()
                                        * (1 + box.traffic().tcp().ranges().size()));
        return pairs[0];
    }
}
