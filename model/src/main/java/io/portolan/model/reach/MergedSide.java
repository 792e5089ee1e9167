package io.portolan.model.reach;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A side of which classes with equal rows are one.
final class MergedSide implements Side {
    private final Side side;
    private final int[] merged;
    private final List<Rows> rows = new ArrayList<>();
    private final List<Bits> members = new ArrayList<>();

    MergedSide(Side side) {
        this.side = side;
        merged = new int[side.count()];
        Map<Rows, Integer> numbers = new HashMap<>();
        for (int i = 0; i < merged.length; i++) {
            Rows of = side.rows(i);
            merged[i] = numbers.computeIfAbsent(of, _ -> numbers.size());
            if (merged[i] == rows.size()) {
                rows.add(of);
                members.add(side.members(i));
            } else {
                members.set(merged[i], members.get(merged[i]).or(side.members(i)));
            }
        }
    }

    @Override
    public int classOf(int number) {
        return merged[side.classOf(number)];
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
