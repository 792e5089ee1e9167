package io.portolan.model.reach;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Everything that two sides allow together, as few large boxes: a class of destinations, and of
/// each row of theirs the sources of one class with what those let through.
final class Boxes {
    private final Side out;
    private final Map<Bits, List<Share>> shares = new ConcurrentHashMap<>();

    /// Every one of the sources may open this to every one of the destinations.
    record Box(Bits sources, Bits destinations, Axis.Places places) {}

    /// The part of a row that is of one class of sources.
    private record Share(int known, Bits sources) {}

    private record Pair(Bits sources, Bits destinations) {}

    Boxes(Side out) {
        this.out = out;
    }

    /// All that is allowed to some destinations of one class.
    void into(Rows rows, Bits destinations, Consumer<Box> visitor) {
        Map<Pair, Axis.Builder> found = new LinkedHashMap<>();
        for (int i = 0; i < rows.stretches(); i++) {
            if (!rows.surely(i).isEmpty()) {
                for (Share share : shares(rows.surely(i))) {
                    meet(share, destinations, rows.start(i), rows.end(i), found);
                }
            }
        }
        found.forEach((pair, places) ->
                visitor.accept(new Box(pair.sources(), pair.destinations(), places.build())));
    }

    private void meet(
            Share share, Bits destinations, int from, int to, Map<Pair, Axis.Builder> into) {
        Rows rows = out.rows(share.known());
        for (int i = rows.stretch(from); i < rows.stretches() && rows.start(i) < to; i++) {
            Bits met = rows.surely(i).and(destinations);
            if (!met.isEmpty()) {
                into.computeIfAbsent(new Pair(share.sources(), met), _ -> new Axis.Builder())
                        .add(Math.max(from, rows.start(i)), Math.min(to, rows.end(i)));
            }
        }
    }

    private List<Share> shares(Bits row) {
        List<Share> known = shares.get(row);
        return known != null ? known : shares.computeIfAbsent(row, this::shared);
    }

    private List<Share> shared(Bits row) {
        boolean[] met = new boolean[out.count()];
        List<Share> all = new ArrayList<>();
        row.forEach(source -> {
            int known = out.classOf(source);
            if (!met[known]) {
                met[known] = true;
                all.add(new Share(known, row.and(out.members(known))));
            }
        });
        return all;
    }
}
