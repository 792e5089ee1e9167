package io.portolan.model.reach;

import io.portolan.model.net.Cidr;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Estate.Member;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// A relation with what is possible by the addresses that devices show for members: whoever reaches
/// such an address reaches the member, on the ports that it has itself. Only where devices show any
/// does it cost anything.
final class ShownRelation implements Relation {
    private final FactoredRelation direct;
    private final Shown shown;
    private @Nullable SequencedMap<Pair, TrafficSet> beside;

    private record Pair(End from, End to) {}

    ShownRelation(FactoredRelation direct, Shown shown) {
        this.direct = direct;
        this.shown = shown;
    }

    @Override
    public TrafficSet allowed(String from, String to) {
        return direct.allowed(from, to).union(shown.between(from, to, true));
    }

    @Override
    public TrafficSet possible(String from, String to) {
        return direct.possible(from, to).union(shown.between(from, to, false));
    }

    @Override
    public boolean allows(String from, String to, Transport transport, int port) {
        return direct.allows(from, to, transport, port)
                || shown.between(from, to, true).ports(transport).contains(port);
    }

    @Override
    public List<Cidr> externalBlocks() {
        return direct.externalBlocks();
    }

    @Override
    public List<Conditional> conditional(String from, String to) {
        return direct.conditional(from, to);
    }

    @Override
    public void forEach(Consumer<Connection> visitor) {
        merged(direct::forEach, visitor);
    }

    @Override
    public void forEachWithRequests(Consumer<Connection> visitor) {
        merged(direct::forEachWithRequests, visitor);
    }

    /// What is shown comes after the rest, where it is not more of the same pair.
    private void merged(Consumer<Consumer<Connection>> all, Consumer<Connection> visitor) {
        Map<Pair, TrafficSet> left = new LinkedHashMap<>(beside());
        all.accept(
                left.isEmpty()
                        ? visitor
                        : one -> visitor.accept(more(one, left.remove(pair(one)))));
        left.forEach((pair, traffic) -> visitor.accept(connection(pair, traffic)));
    }

    @Override
    public void forEachBox(Consumer<Box> visitor) {
        direct.forEachBox(visitor);
        beside().forEach((pair, traffic) ->
                visitor.accept(
                        new Box(new EndSet.One(pair.from()), new EndSet.One(pair.to()), traffic)));
    }

    @Override
    public List<Connection> reaching(String member) {
        End to = new End.Member(member);
        return with(direct.reaching(member), pair -> pair.to().equals(to));
    }

    @Override
    public List<Connection> reachedBy(String member) {
        End from = new End.Member(member);
        return with(direct.reachedBy(member), pair -> pair.from().equals(from));
    }

    private List<Connection> with(List<Connection> known, Predicate<Pair> test) {
        List<Connection> all = new ArrayList<>();
        Map<Pair, TrafficSet> left = new LinkedHashMap<>(beside());
        left.keySet().removeIf(test.negate());
        known.forEach(one -> all.add(more(one, left.remove(pair(one)))));
        left.forEach((pair, traffic) -> all.add(connection(pair, traffic)));
        return all;
    }

    private static Pair pair(Connection one) {
        return new Pair(one.from(), one.to());
    }

    private static Connection connection(Pair pair, TrafficSet traffic) {
        return new Connection(pair.from(), pair.to(), traffic);
    }

    private static Connection more(Connection one, @Nullable TrafficSet traffic) {
        return traffic == null
                ? one
                : new Connection(
                        one.from(), one.to(), one.traffic().union(traffic), one.conditional());
    }

    /// Found out when somebody asks for all pairs, once.
    private synchronized SequencedMap<Pair, TrafficSet> beside() {
        SequencedMap<Pair, TrafficSet> found = beside;
        if (found == null) {
            found = new LinkedHashMap<>();
            for (Member to : shown.members()) {
                add(to, found);
            }
            beside = found;
        }
        return found;
    }

    private void add(Member to, Map<Pair, TrafficSet> into) {
        Population population = direct.population();
        TrafficSet most = shown.most(to);
        List<OptionalInt> addresses = shown.addresses(to).map(direct::outside).toList();
        for (int from = 0; from < population.size(); from++) {
            TrafficSet traffic =
                    isTold(from, to, most, addresses)
                            ? TrafficSet.NONE
                            : shown.from(population, from, to);
            if (!traffic.isEmpty()) {
                population
                        .ends(from)
                        .forEach(
                                end -> into.put(new Pair(end, new End.Member(to.name())), traffic));
            }
        }
    }

    /// Most pairs are told by what is known anyway: the member itself is open, or the addresses
    /// that are shown are shut.
    private boolean isTold(int from, Member to, TrafficSet most, List<OptionalInt> addresses) {
        Optional<TrafficSet> known = direct.visited(from, to.name());
        return known.isEmpty()
                || known.get().union(most).equals(known.get())
                || addresses.stream()
                        .allMatch(a -> a.isPresent() && direct.isShut(from, a.getAsInt()));
    }
}
