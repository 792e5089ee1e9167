package io.portolan.model.reach.oracle;

import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Ties;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Random blocks of every discipline. `unknown` stands wherever a condition is left open, so that
/// the same plan can be made with every way in which it may turn out.
final class RandomBlocks extends Words {
    private static final List<Discipline> DISCIPLINES =
            List.of(
                    FIRST,
                    FIRST_TIES_UNDEFINED,
                    UNION,
                    new Discipline.AllowOverrides(),
                    new Discipline.FirstMatch(Ties.DENY_FIRST));

    private final Random random;
    private final Expr<Peer> unknown;

    RandomBlocks(Random random, Expr<Peer> unknown) {
        this.random = random;
        this.unknown = unknown;
    }

    Block[] some() {
        return IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(i -> block("b" + i, 2))
                .toArray(Block[]::new);
    }

    private Block block(String name, int depth) {
        Policy[] policies =
                IntStream.range(0, 1 + random.nextInt(3))
                        .mapToObj(i -> policy(name + i, depth))
                        .toArray(Policy[]::new);
        return block(name, pick(DISCIPLINES), action(0), policies);
    }

    private Policy policy(String name, int depth) {
        PolicyMode mode = pick(List.of(PolicyMode.values()));
        Expr<Peer> subject = random.nextInt(4) == 0 ? unknown : Expr.any();
        return mode(mode, policy(name, random.nextInt(2), subject, rules(name, depth)));
    }

    private Rule[] rules(String name, int depth) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> rule(name + "[" + i + "]", match(), action(depth)))
                .toArray(Rule[]::new);
    }

    private Match match() {
        Match match =
                any().from(source()).on(random.nextBoolean() ? tcp(8080) : tcp(80, 8080, 9090));
        return random.nextInt(5) == 0 ? match.asking(path(exact("/x"))) : match;
    }

    private Expr<Peer> source() {
        return switch (random.nextInt(5)) {
            case 0 -> unknown;
            case 1 -> Expr.not(unknown);
            case 2 -> podsOf("shop", "web");
            case 3 -> podsOf("shop", "db");
            default -> Expr.any();
        };
    }

    private Action action(int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> ALLOW;
            case 1 -> DENY;
            case 2 -> PASS;
            case 3 -> random.nextBoolean() ? ALLOW : DENY;
            case 4 -> LOG;
            default -> enter(block("sub", depth - 1));
        };
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
