package io.portolan.model.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.design.Design;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.Estate;
import io.portolan.model.reach.Question.Payload;
import io.portolan.model.testing.Gen;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

final class RelationTest {
    private static final Estate ESTATE = SyntheticEstate.estate(4, 10);

    private static Reachability reachability(EnforcementPlan plan) {
        return Reachability.of(new CompiledDesign(Design.EMPTY, ESTATE, plan));
    }

    @Test
    void relationSaysOfEveryPairWhatThePathSays() {
        Reachability reachability = reachability(SyntheticEstate.plan(4, 10, 30));
        Relation relation = reachability.relation();
        Gen.forAll(
                1_500,
                gen -> {
                    String from = SyntheticEstate.name(gen.between(0, 3), gen.between(0, 9));
                    String to = SyntheticEstate.name(gen.between(0, 3), gen.between(0, 9));
                    Transport transport = gen.oneOf(List.of(Transport.values()));
                    assertThat(relation.allowed(from, to).ports(transport))
                            .as("%s to %s over %s", from, to, transport)
                            .isEqualTo(asked(reachability, from, to, transport));
                });
    }

    private static PortSet asked(
            Reachability reachability, String from, String to, Transport transport) {
        Verdict verdict =
                reachability.evaluate(
                        new Question(
                                new Question.Party.Member(from),
                                new Question.Party.Member(to),
                                new Protocol(transport.number()),
                                PortSet.ALL,
                                Payload.UNSPECIFIED,
                                List.of()));
        return switch (verdict) {
            case Verdict.Allowed _ -> PortSet.ALL;
            case Verdict.Partly partly -> partly.allowed();
            case Verdict.Denied _, Verdict.NoRoute _, Verdict.Undefined _ -> PortSet.NONE;
        };
    }

    @Test
    void outsideIsCutWhereBlocksOfRulesBegin() {
        Relation relation = reachability(SyntheticEstate.plan(4, 10, 60)).relation();
        assertThat(relation.externalBlocks())
                .contains(Cidr.parse("172.16.0.0/16"))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void visitsExactlyThePairsWithSomethingAllowedInOrder() {
        Relation relation = reachability(SyntheticEstate.plan(4, 10, 30)).relation();
        List<String> visited = new ArrayList<>();
        relation.forEach(c -> {
            if (c.from() instanceof Relation.End.Member(var from)
                    && c.to() instanceof Relation.End.Member(var to)) {
                visited.add(from + " " + to);
                assertThat(c.traffic()).isEqualTo(relation.allowed(from, to));
            }
        });
        assertThat(visited).isSorted().doesNotHaveDuplicates();
        long open =
                ESTATE.members().stream()
                        .flatMap(a ->
                                ESTATE.members().stream()
                                        .filter(b -> !b.equals(a))
                                        .map(b -> relation.allowed(a.name(), b.name())))
                        .filter(traffic -> !traffic.isEmpty())
                        .count();
        assertThat(visited).hasSize((int) open);
    }

    @Test
    void everybodyReachesEverybodyWithoutAPlan() {
        Relation relation = reachability(EnforcementPlan.EMPTY).relation();
        assertThat(relation.allowed(SyntheticEstate.name(0, 0), SyntheticEstate.name(3, 9)))
                .isEqualTo(TrafficSet.ALL);
        assertThat(relation.externalBlocks()).containsExactly(Cidr.all(false), Cidr.all(true));
    }
}
