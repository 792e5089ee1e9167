package io.portolan.model.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.Estate;
import io.portolan.model.policy.Estate.Member;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Compares what the relation says of pairs with what the path evaluator says of them.
public final class RelationUnderTest {
    private static final Comparator<List<String>> BY_TEXT = Comparator.comparing(List::toString);

    private final FactoredRelation relation;
    private final Population population;
    private final PairPaths paths;

    public RelationUnderTest(EnforcementPlan plan, Estate estate) {
        Parts parts = Parts.of(plan, estate);
        relation = FactoredRelation.of(parts);
        population = Population.of(plan, parts.roster());
        paths = new PairPaths(parts, population);
    }

    /// Some pairs, members and outside blocks alike.
    public void agrees(int pairs, long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < pairs; i++) {
            agrees(random.nextInt(population.size()), random.nextInt(population.size()));
        }
    }

    /// What all pairs and boxes say together is what each pair says alone.
    public void visitsWhatItSays() {
        Map<List<String>, String> visited = new TreeMap<>(BY_TEXT);
        relation.forEach(c -> visited.put(ends(c.from(), c.to()), c.traffic().toString()));
        Map<List<String>, TrafficSet> boxed = new TreeMap<>(BY_TEXT);
        relation.forEachBox(box ->
                box.from()
                        .forEach(from ->
                                box.to()
                                        .forEach(to ->
                                                boxed.merge(
                                                        ends(from, to),
                                                        box.traffic(),
                                                        TrafficSet::union))));
        Map<List<String>, String> alone = new TreeMap<>(BY_TEXT);
        for (Member from : population.members().subList(0, population.known())) {
            relation.reachedBy(from.name())
                    .forEach(c -> alone.put(ends(c.from(), c.to()), c.traffic().toString()));
            relation.reaching(from.name())
                    .forEach(c -> alone.put(ends(c.from(), c.to()), c.traffic().toString()));
        }
        assertSame(visited, alone);
        boxed.keySet().removeIf(pair -> pair.getFirst().equals(pair.getLast()));
        Map<List<String>, String> said = new TreeMap<>(BY_TEXT);
        boxed.forEach((pair, traffic) -> said.put(pair, traffic.toString()));
        assertSame(said, alone);
    }

    private static void assertSame(
            Map<List<String>, String> said, Map<List<String>, String> alone) {
        Map<List<String>, String> more = sorted(said);
        more.entrySet().removeAll(alone.entrySet());
        Map<List<String>, String> less = sorted(alone);
        less.entrySet().removeAll(said.entrySet());
        assertThat(more + " and not " + less).isEqualTo("{} and not {}");
    }

    private static Map<List<String>, String> sorted(Map<List<String>, String> all) {
        Map<List<String>, String> sorted = new TreeMap<>(BY_TEXT);
        sorted.putAll(all);
        return sorted;
    }

    private static List<String> ends(Relation.End from, Relation.End to) {
        return List.of(from.toString(), to.toString());
    }

    public void agreesOnAllPairs() {
        for (int from = 0; from < population.size(); from++) {
            for (int to = 0; to < population.size(); to++) {
                agrees(from, to);
            }
        }
    }

    private void agrees(int from, int to) {
        PairPaths.Both both = paths.of(from, to);
        for (boolean surely : new boolean[] {true, false}) {
            TrafficSet said = relation.places(from, to, surely).traffic();
            TrafficSet wanted = surely ? both.allowed() : both.possible();
            assertThat(said.tcp() + " " + said.udp() + " " + said.sctp())
                    .as(
                            "%s from %s to %s",
                            surely ? "allowed" : "possible",
                            population.members().get(from).name(),
                            population.members().get(to).name())
                    .isEqualTo(wanted.tcp() + " " + wanted.udp() + " " + wanted.sctp());
            // A rule about one protocol leaves open what is said of all others together.
            assertThat(
                            surely
                                    ? !said.others() || wanted.others()
                                    : said.others() || !wanted.others())
                    .as("other protocols")
                    .isTrue();
        }
    }
}
