package io.portolan.model.reach.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Hook;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Slot;
import io.portolan.model.policy.Target;
import io.portolan.model.policy.Ties;
import io.portolan.model.reach.EngineUnderTest;
import io.portolan.model.testing.Gen;

import org.junit.jupiter.api.Test;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

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
                    Lab.Try tried = connection(lab(gen, new Expr.Unknown<>("u")), gen);
                    Interpreter.Answer answer = tried.answer();
                    EngineUnderTest.Said said = tried.said();
                    assertThat(said.verdict())
                            .as("%s%n%s", answer, said)
                            .isEqualTo(answer.verdict());
                    if (gen.chance(0.4)) {
                        tried.isRelated(6, gen.between(0, 1_000_000));
                    }
                    seen.add(answer.verdict());
                });
        assertThat(seen)
                .contains(
                        Interpreter.Verdict.ALLOW,
                        Interpreter.Verdict.DENY,
                        Interpreter.Verdict.UNDEFINED);
    }

    @Test
    void decidedVerdictHoldsHoweverTheUnknownTurnsOut() {
        for (int seed = 1; seed <= ROUNDS / 3; seed++) {
            Interpreter.Verdict open = verdict(seed, new Expr.Unknown<>("u"));
            if (open != Interpreter.Verdict.UNDEFINED) {
                assertThat(verdict(seed, Expr.any())).as("seed %d", seed).isEqualTo(open);
                assertThat(verdict(seed, Expr.none())).as("seed %d", seed).isEqualTo(open);
            }
        }
    }

    private static Interpreter.Verdict verdict(int seed, Expr<Peer> unknown) {
        Random random = new Random(seed);
        return KubernetesExamplesTest.shop("Fuzz")
                .podPolicy(Direction.IN, blocks(random, unknown))
                .from("web")
                .to("api", 8080)
                .said()
                .verdict();
    }

    private static Lab lab(Gen gen, Expr<Peer> unknown) {
        Random random = new Random(gen.between(1, Integer.MAX_VALUE - 1));
        Lab lab =
                KubernetesExamplesTest.shop("Fuzz")
                        .podPolicy(Direction.IN, blocks(random, unknown));
        if (random.nextBoolean()) {
            lab.podPolicy(Direction.OUT, blocks(random, unknown));
        }
        if (random.nextBoolean()) {
            lab.table(
                    Hook.SERVICE,
                    "cluster",
                    dnat(
                            "svc",
                            any().to(cidr("10.96.0.2")).on(tcp(80)),
                            backends(podsOf("shop", "api")),
                            8080));
        }
        if (random.nextInt(3) == 0) {
            lab.table(
                    Hook.EGRESS,
                    "cluster",
                    snat(
                            "masquerade",
                            any().to(Expr.not(cidr("10.1.0.0/16"))),
                            new Target.OneOf(List.of(own(), new Target.Unchanged()))));
        }
        if (random.nextInt(3) == 0) {
            lab.capture("sidecar", random.nextInt(4) == 0 ? unknown : pods(), Expr.not(tcp(9090)))
                    .leg(
                            "sidecar",
                            "sidecar",
                            random.nextBoolean() ? any() : any().to(cidr("10.96.0.0/16")),
                            random.nextBoolean() ? 0 : 15008)
                    .point(
                            "authz",
                            "sidecar",
                            Layer.MESH,
                            at(Direction.IN, Place.PROXY, pods()),
                            blocks(random, unknown));
        }
        if (random.nextInt(3) == 0) {
            lab.stateless(
                    "acl",
                    "edge",
                    Layer.DEVICE,
                    on("edge", random.nextBoolean() ? Slot.BEFORE_DNAT : Slot.AFTER_SNAT),
                    blocks(random, unknown));
        }
        if (random.nextInt(3) == 0) {
            lab.point(
                    "fw",
                    "edge",
                    Layer.DEVICE,
                    on(
                            "edge",
                            Slot.BEFORE_SNAT,
                            random.nextBoolean() ? enters("k8s") : leaves("wan")),
                    blocks(random, unknown));
        }
        return lab;
    }

    private static Lab.Try connection(Lab lab, Gen gen) {
        String from = gen.oneOf(List.of("web", "api", "db", "batch", "n1", "agent", "client"));
        String to =
                gen.oneOf(
                        List.of(
                                "api",
                                "api2",
                                "db",
                                "batch",
                                "n2",
                                "10.96.0.2",
                                "198.51.100.9",
                                "203.0.113.99",
                                "10.1.7.7"));
        Lab.Try tried = lab.from(from).to(to, gen.oneOf(List.of(80, 8080, 9090, 22)));
        Packet.Payload payload =
                gen.oneOf(
                        List.of(
                                OPAQUE,
                                UNSPECIFIED,
                                get("h", "/x"),
                                get("h", "/y"),
                                tls("h", OPAQUE)));
        tried = tried.sending(payload);
        return gen.chance(0.2)
                ? tried.over(gen.oneOf(List.of(1, 17, 132, 50)))
                : gen.chance(0.1) ? tried.bypassing() : tried;
    }

    private static Block[] blocks(Random random, Expr<Peer> unknown) {
        return IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(i -> randomBlock("b" + i, random, unknown, 2))
                .toArray(Block[]::new);
    }

    private static Block randomBlock(String name, Random random, Expr<Peer> unknown, int depth) {
        List<Discipline> disciplines =
                List.of(
                        FIRST,
                        FIRST_TIES_UNDEFINED,
                        UNION,
                        new Discipline.AllowOverrides(),
                        new Discipline.FirstMatch(Ties.DENY_FIRST));
        Policy[] policies =
                IntStream.range(0, 1 + random.nextInt(3))
                        .mapToObj(i ->
                                mode(
                                        List.of(PolicyMode.values()).get(random.nextInt(3)),
                                        policy(
                                                name + i,
                                                random.nextInt(2),
                                                random.nextInt(4) == 0 ? unknown : Expr.any(),
                                                randomRules(name + i, random, unknown, depth))))
                        .toArray(Policy[]::new);
        return block(
                name,
                disciplines.get(random.nextInt(5)),
                randomAction(random, unknown, 0),
                policies);
    }

    private static Rule[] randomRules(String name, Random random, Expr<Peer> unknown, int depth) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(i ->
                        rule(
                                name + "[" + i + "]",
                                randomMatch(random, unknown),
                                randomAction(random, unknown, depth)))
                .toArray(Rule[]::new);
    }

    private static Match randomMatch(Random random, Expr<Peer> unknown) {
        Expr<Peer> source =
                switch (random.nextInt(5)) {
                    case 0 -> unknown;
                    case 1 -> Expr.not(unknown);
                    case 2 -> podsOf("shop", "web");
                    case 3 -> podsOf("shop", "db");
                    default -> Expr.any();
                };
        Match match = any().from(source).on(random.nextBoolean() ? tcp(8080) : tcp(80, 8080, 9090));
        return random.nextInt(5) == 0 ? match.asking(path(exact("/x"))) : match;
    }

    private static Action randomAction(Random random, Expr<Peer> unknown, int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> ALLOW;
            case 1 -> DENY;
            case 2 -> PASS;
            case 3 -> random.nextBoolean() ? ALLOW : DENY;
            case 4 -> LOG;
            default -> enter(randomBlock("sub", random, unknown, depth - 1));
        };
    }
}
