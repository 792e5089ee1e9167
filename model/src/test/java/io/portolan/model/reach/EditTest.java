package io.portolan.model.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.design.Design;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Estate;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Refusal;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Text;
import io.portolan.model.policy.Traffic;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

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
            plan = edited(plan, random);
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
        EnforcementPlan denying = with(PLAN, 1, block -> plus(block, closing(subject)));
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

    // ---------------------------------------------------------------- edits

    private static EnforcementPlan edited(EnforcementPlan plan, Random random) {
        int at = random.nextInt(plan.points().size());
        return with(plan, at, block -> edited(block, random));
    }

    private static EnforcementPlan with(EnforcementPlan plan, int at, UnaryOperator<Block> change) {
        List<EnforcementPoint> points = new ArrayList<>(plan.points());
        EnforcementPoint point = points.get(at);
        List<Block> blocks = new ArrayList<>(point.blocks());
        blocks.set(blocks.size() - 1, change.apply(blocks.getLast()));
        points.set(
                at,
                new EnforcementPoint(
                        point.id(),
                        point.owner(),
                        point.layer(),
                        point.position(),
                        point.replies(),
                        blocks));
        return new EnforcementPlan(
                points,
                plan.natTables(),
                plan.captures(),
                plan.legs(),
                plan.relays(),
                plan.routers(),
                plan.notAnalysed());
    }

    private static Block edited(Block block, Random random) {
        List<Policy> policies = new ArrayList<>(block.policies());
        if (policies.isEmpty()) {
            return plus(block, closing(Expr.any()));
        }
        int at = random.nextInt(policies.size());
        Policy policy = policies.get(at);
        switch (random.nextInt(6)) {
            case 0 -> policies.remove(at);
            case 1 -> policies.add(at, closing(policy.subject()));
            case 2 -> policies.add(policies.remove(0));
            case 3 -> policies.set(at, with(policy, List.of()));
            case 4 -> policies.set(at, with(policy, swapped(policy.rules(), random)));
            default -> policies.set(at, with(policy, more(policy.rules(), random)));
        }
        return new Block(block.name(), block.discipline(), policies, block.otherwise());
    }

    private static Block plus(Block block, Policy policy) {
        List<Policy> policies = new ArrayList<>(block.policies());
        policies.add(policy);
        return new Block(block.name(), block.discipline(), policies, block.otherwise());
    }

    private static Policy closing(Expr<Peer> subject) {
        return new Policy("closing", 1, subject, PolicyMode.ISOLATES, List.of(), remark());
    }

    private static Remark remark() {
        return PLAN.points().getFirst().blocks().getLast().policies().getFirst().remark();
    }

    private static Policy with(Policy policy, List<Rule> rules) {
        return new Policy(
                policy.name(),
                policy.order(),
                policy.subject(),
                policy.mode(),
                rules,
                policy.remark());
    }

    private static List<Rule> swapped(List<Rule> rules, Random random) {
        List<Rule> all = new ArrayList<>(rules);
        if (!all.isEmpty()) {
            int at = random.nextInt(all.size());
            Rule rule = all.get(at);
            Action other =
                    rule.action() instanceof Action.Allow
                            ? new Action.Deny(Refusal.DROP)
                            : new Action.Allow();
            all.set(at, new Rule(rule.name(), rule.match(), other, rule.remark()));
        }
        return all;
    }

    private static List<Rule> more(List<Rule> rules, Random random) {
        List<Rule> all = new ArrayList<>(rules);
        Match match =
                Match.any()
                        .on(
                                Expr.is(
                                        Traffic.to(
                                                Transport.TCP,
                                                PortSet.of(80 + 60 * random.nextInt(300)))));
        Rule rule = new Rule("more", match, new Action.Allow(), remark());
        all.add(random.nextInt(all.size() + 1), rule);
        return all;
    }
}
