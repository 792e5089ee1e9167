package io.portolan.model.reach;

import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Refusal;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/// Plans with one policy or rule more, less or different.
public final class PlanEdits {
    private static final Remark REMARK = new Remark(new Origin.Line("edit.yaml", 1), "", false);

    private PlanEdits() {}

    public static EnforcementPlan edited(EnforcementPlan plan, Random random) {
        int at = random.nextInt(plan.points().size());
        int blocks = plan.points().get(at).blocks().size();
        return blocks == 0
                ? plan
                : with(plan, at, random.nextInt(blocks), block -> edited(block, random));
    }

    /// With another block of one point.
    static EnforcementPlan with(
            EnforcementPlan plan, int at, int number, UnaryOperator<Block> change) {
        List<EnforcementPoint> points = new ArrayList<>(plan.points());
        List<Block> blocks = new ArrayList<>(points.get(at).blocks());
        blocks.set(number, change.apply(blocks.get(number)));
        points.set(at, points.get(at).with(blocks));
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
            case 3 -> policies.set(at, policy.with(List.of()));
            case 4 -> policies.set(at, policy.with(swapped(policy.rules(), random)));
            default -> policies.set(at, policy.with(more(policy.rules(), random)));
        }
        return block.with(policies);
    }

    static Block plus(Block block, Policy policy) {
        List<Policy> policies = new ArrayList<>(block.policies());
        policies.add(policy);
        return block.with(policies);
    }

    static Policy closing(Expr<Peer> subject) {
        return new Policy("closing", 1, subject, PolicyMode.ISOLATES, List.of(), REMARK);
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
        Rule rule = new Rule("more", match, new Action.Allow(), REMARK);
        all.add(random.nextInt(all.size() + 1), rule);
        return all;
    }
}
