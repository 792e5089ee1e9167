package io.portolan.model.reach;

import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.EnforcementPlan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// All pairs, held as rows of peers per profile and stretch of the axis: what the sender's rows and
/// the receiver's rows both let pass. Pairs that are more than that are worked out one by one when
/// asked for.
final class FactoredRelation implements Relation {
    private final Population population;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Irregular irregular;
    private final EndpointRows in;
    private final EndpointRows out;
    private final PairPaths paths;

    FactoredRelation(Parts parts) {
        EnforcementPlan plan = parts.plan().plan();
        population = Population.of(plan, parts.roster());
        for (int i = 0; i < population.known(); i++) {
            numbers.put(population.members().get(i).name(), i);
        }
        PeerIndex open = new PeerIndex(population.members(), PeerIndex.View.OPEN);
        PeerIndex held = new PeerIndex(population.members(), PeerIndex.View.APART);
        PeerIndex plaintext = new PeerIndex(population.members(), PeerIndex.View.PLAINTEXT);
        irregular = new Irregular(parts, population, open);
        PointRows.Sides sides =
                new PointRows.Sides(
                        held,
                        new AxisRules(plaintext, held, Direction.IN),
                        new AxisRules(plaintext, held, Direction.OUT));
        in = new EndpointRows(plan.points(), Direction.IN, sides);
        out = new EndpointRows(plan.points(), Direction.OUT, sides);
        paths = new PairPaths(parts, population);
    }

    @Override
    public TrafficSet allowed(String from, String to) {
        return traffic(from, to, true);
    }

    @Override
    public TrafficSet possible(String from, String to) {
        return traffic(from, to, false);
    }

    @Override
    public List<Conditional> conditional(String from, String to) {
        Optional<Integer> one = Optional.ofNullable(numbers.get(from));
        Optional<Integer> other = Optional.ofNullable(numbers.get(to));
        return one.isEmpty() || other.isEmpty() ? List.of() : conditional(one.get(), other.get());
    }

    private List<Conditional> conditional(int from, int to) {
        PortSet always = traffic(from, to, true).tcp();
        return traffic(from, to, false).tcp().equals(always)
                ? List.of()
                : paths.conditional(from, to, always);
    }

    private TrafficSet traffic(String from, String to, boolean surely) {
        Optional<Integer> one = Optional.ofNullable(numbers.get(from));
        Optional<Integer> other = Optional.ofNullable(numbers.get(to));
        return one.isEmpty() || other.isEmpty()
                ? TrafficSet.NONE
                : traffic(one.get(), other.get(), surely);
    }

    private TrafficSet traffic(int from, int to, boolean surely) {
        if (irregular.is(from, to)) {
            PairPaths.Both both = paths.of(from, to);
            return surely ? both.allowed() : both.possible();
        }
        if (!irregular.haveAFamilyInCommon(from, to)) {
            return TrafficSet.NONE;
        }
        return out.of(from).places(to, surely).and(in.of(to).places(from, surely)).traffic();
    }

    @Override
    public List<Cidr> externalBlocks() {
        return population.outside().stream()
                .flatMap(part -> part.blocks().stream())
                .sorted()
                .toList();
    }

    @Override
    public void forEach(Consumer<Connection> visitor) {
        visit((_, _) -> List.of(), visitor);
    }

    @Override
    public void forEachWithRequests(Consumer<Connection> visitor) {
        visit(this::conditional, visitor);
    }

    private void visit(PairVisit.Requests requests, Consumer<Connection> visitor) {
        PairVisit.Sides sides = new PairVisit.Sides(out, in);
        new PairVisit(population, irregular, paths, sides).forEach(requests, visitor);
    }
}
