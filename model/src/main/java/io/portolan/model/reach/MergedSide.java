package io.portolan.model.reach;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A side of which classes with equal rows are one. It keeps nothing of what the rows were made
/// from.
final class MergedSide implements Side {
    private final int[] classes;
    private final List<Rows> rows = new ArrayList<>();
    private final List<Bits> members = new ArrayList<>();

    /// `size`: how many numbers there are.
    MergedSide(Side side, int size) {
        classes = new int[size];
        Map<Rows, Integer> numbers = new HashMap<>();
        Rows[] all =
                IntStream.range(0, side.count())
                        .parallel()
                        .mapToObj(side::rows)
                        .toArray(Rows[]::new);
        for (int i = 0; i < all.length; i++) {
            Rows of = all[i];
            int merged = numbers.computeIfAbsent(of, _ -> numbers.size());
            if (merged == rows.size()) {
                rows.add(of);
                members.add(side.members(i));
            } else {
                members.set(merged, members.get(merged).or(side.members(i)));
            }
            side.members(i).forEach(number -> classes[number] = merged);
        }
    }

    @Override
    public int classOf(int number) {
        return classes[number];
    }

    @Override
    public int count() {
        return rows.size();
    }

    @Override
    public Bits members(int known) {
        return members.get(known);
    }

    @Override
    public Rows rows(int known) {
        return rows.get(known);
    }
}
