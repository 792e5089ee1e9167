package io.portolan.model.reach;

import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// All pairs, held as rows of peers at every gate, and as one way for every pair of classes that
/// travel alike.
final class FactoredRelation implements Relation {
    private final Scene scene;
    private final Guards guards;
    private final Map<String, Integer> numbers;
    private final Pairs pairs;

    private record Pair(int from, int to) {}

    private FactoredRelation(
            Scene scene, Guards guards, Map<String, Integer> numbers, Parts parts) {
        this.scene = scene;
        this.guards = guards;
        this.numbers = numbers;
        pairs = new Pairs(scene, guards, new PairPaths(parts, scene.population()));
    }

    static FactoredRelation of(Parts parts) {
        Population population = Population.of(parts.plan().plan(), parts.roster());
        Views views = Views.of(new Stands(parts, population));
        Guards guards = new Guards(parts.plan().plan().points(), views);
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < population.known(); i++) {
            numbers.put(population.members().get(i).name(), i);
        }
        Scene scene = Scene.of(parts, population, views, guards);
        return new FactoredRelation(scene, guards, numbers, parts);
    }

    /// After an edit of single policies.
    FactoredRelation after(Edit edit) {
        Guards edited = guards.after(edit.changes(), edit.parts().plan().plan().points());
        return new FactoredRelation(scene, edited, numbers, edit.parts());
    }

    private Optional<Pair> pair(String from, String to) {
        Integer one = numbers.get(from);
        Integer other = numbers.get(to);
        return one == null || other == null ? Optional.empty() : Optional.of(new Pair(one, other));
    }

    @Override
    public TrafficSet allowed(String from, String to) {
        return pair(from, to).map(pair -> traffic(pair, true)).orElse(TrafficSet.NONE);
    }

    @Override
    public TrafficSet possible(String from, String to) {
        return pair(from, to).map(pair -> traffic(pair, false)).orElse(TrafficSet.NONE);
    }

    private TrafficSet traffic(Pair pair, boolean surely) {
        return pairs.places(pair.from(), pair.to(), surely).traffic();
    }

    @Override
    public boolean allows(String from, String to, Transport transport, int port) {
        Optional<Pair> pair = pair(from, to);
        return pair.isPresent()
                && pairs.allows(pair.get().from(), pair.get().to(), Axis.start(transport) + port);
    }

    @Override
    public List<Conditional> conditional(String from, String to) {
        return pair(from, to).map(pair -> conditional(pair.from(), pair.to())).orElse(List.of());
    }

    private List<Conditional> conditional(int from, int to) {
        PortSet always = pairs.places(from, to, true).traffic().tcp();
        return pairs.places(from, to, false).traffic().tcp().equals(always)
                ? List.of()
                : pairs.paths().conditional(from, to, always);
    }

    @Override
    public List<Cidr> externalBlocks() {
        return scene.population().outside().stream()
                .flatMap(part -> part.blocks().stream())
                .sorted()
                .toList();
    }

    @Override
    public void forEach(Consumer<Connection> visitor) {
        new PairVisit(pairs).forEach((_, _) -> List.of(), visitor);
    }

    @Override
    public void forEachWithRequests(Consumer<Connection> visitor) {
        new PairVisit(pairs).forEach(this::conditional, visitor);
    }

    @Override
    public void forEachBox(Consumer<Box> visitor) {
        pairs.forEachBox(box ->
                visitor.accept(
                        new Box(
                                new NumberedEnds(scene.population(), box.sources()),
                                new NumberedEnds(scene.population(), box.destinations()),
                                box.places().traffic())));
    }

    @Override
    public List<Connection> reaching(String member) {
        List<Connection> all = new ArrayList<>();
        Integer to = numbers.get(member);
        for (int from = 0; to != null && from < scene.population().size(); from++) {
            add(from, to, all);
        }
        return all;
    }

    @Override
    public List<Connection> reachedBy(String member) {
        List<Connection> all = new ArrayList<>();
        Integer from = numbers.get(member);
        for (int to = 0; from != null && to < scene.population().size(); to++) {
            add(from, to, all);
        }
        return all;
    }

    private void add(int from, int to, List<Connection> into) {
        TrafficSet traffic =
                pairs.isVisited(from, to)
                        ? pairs.places(from, to, true).traffic()
                        : TrafficSet.NONE;
        if (traffic.isEmpty()) {
            return;
        }
        for (End source : scene.population().ends(from)) {
            for (End target : scene.population().ends(to)) {
                into.add(new Connection(source, target, traffic));
            }
        }
    }

    Population population() {
        return scene.population();
    }

    /// What is open from a number to a member for certain; nothing if the pair is none that
    /// `forEach` visits.
    Optional<TrafficSet> visited(int from, String to) {
        Integer number = numbers.get(to);
        return number == null || !pairs.isVisited(from, number)
                ? Optional.empty()
                : Optional.of(traffic(new Pair(from, number), true));
    }

    /// The number that stands for an address outside; none if it is a member's.
    OptionalInt outside(Address address) {
        Population all = scene.population();
        boolean owned =
                IntStream.range(0, all.known())
                        .anyMatch(i -> !all.isExternal(i) && all.members().get(i).owns(address));
        return owned
                ? OptionalInt.empty()
                : IntStream.range(all.known(), all.size())
                        .filter(i -> all.outside().get(i - all.known()).contains(address))
                        .findFirst();
    }

    /// Whether nothing at all may be opened, so that nothing is said of a pair.
    boolean isShut(int from, int to) {
        return pairs.isVisited(from, to) && traffic(new Pair(from, to), false).isEmpty();
    }

    /// For tests: what is said of a pair by its numbers.
    Axis.Places places(int from, int to, boolean surely) {
        return pairs.places(from, to, surely);
    }
}
