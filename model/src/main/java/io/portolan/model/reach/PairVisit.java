package io.portolan.model.reach;

import io.portolan.model.reach.Relation.Conditional;
import io.portolan.model.reach.Relation.Connection;
import io.portolan.model.reach.Relation.End;

import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// One walk over all pairs: those that are alike by the rows of both ends share what they may do.
final class PairVisit {
    private final Irregular irregular;
    private final PairPaths paths;
    private final PairGroups groups = new PairGroups();
    private final int[][] in;
    private final int[][] out;
    private final List<List<End>> ends;
    private final BitSet external = new BitSet();
    private final BitSet services = new BitSet();

    /// The rows of all members as sources and as destinations.
    record Sides(EndpointRows out, EndpointRows in) {}

    /// What more is open to requests of certain kinds, for a pair of numbers.
    interface Requests {
        List<Conditional> of(int from, int to);
    }

    PairVisit(Population population, Irregular irregular, PairPaths paths, Sides sides) {
        this.irregular = irregular;
        this.paths = paths;
        int size = population.members().size();
        in = groups(sides.in(), size);
        out = groups(sides.out(), size);
        ends = IntStream.range(0, size).mapToObj(population::ends).toList();
        for (int i = 0; i < size; i++) {
            external.set(i, population.isExternal(i));
            services.set(i, population.isOutside(i) && irregular.isService(i));
        }
    }

    private int[][] groups(EndpointRows rows, int size) {
        int[][] ofClass = new int[rows.count()][];
        int[][] ofMember = new int[size][];
        for (int i = 0; i < size; i++) {
            int known = rows.classOf(i);
            if (ofClass[known] == null) {
                ofClass[known] = groups.of(rows.of(i), size);
            }
            ofMember[i] = ofClass[known];
        }
        return ofMember;
    }

    void forEach(Requests requests, Consumer<Connection> visitor) {
        for (int from = services.nextClearBit(0); from < ends.size(); from = next(from)) {
            for (int to = services.nextClearBit(0); to < ends.size(); to = next(to)) {
                if (from != to && !(external.get(from) && external.get(to))) {
                    visit(from, to, requests, visitor);
                }
            }
        }
    }

    private int next(int number) {
        return services.nextClearBit(number + 1);
    }

    private void visit(int from, int to, Requests requests, Consumer<Connection> visitor) {
        TrafficSet traffic = traffic(from, to);
        List<Conditional> conditional = requests.of(from, to);
        if (traffic.isEmpty() && conditional.isEmpty()) {
            return;
        }
        for (End source : ends.get(from)) {
            for (End target : ends.get(to)) {
                visitor.accept(new Connection(source, target, traffic, conditional));
            }
        }
    }

    private TrafficSet traffic(int from, int to) {
        if (irregular.is(from, to)) {
            return paths.of(from, to).allowed();
        }
        return irregular.haveAFamilyInCommon(from, to)
                ? groups.both(out[from][to], in[to][from])
                : TrafficSet.NONE;
    }
}
