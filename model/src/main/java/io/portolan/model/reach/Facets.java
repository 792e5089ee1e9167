package io.portolan.model.reach;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Members that no facet tells apart, numbered: a facet is a set that a member is surely in,
/// possibly in, or not in.
final class Facets {
    private final int[][] marks;
    private final int[] sizes;
    private int facets;

    Facets(int members) {
        marks = new int[members][4];
        sizes = new int[members];
    }

    void add(Extent extent) {
        int facet = 2 * facets++;
        extent.possibly().forEach(i -> mark(i, facet));
        if (!extent.isDecided()) {
            extent.possibly().minus(extent.surely()).forEach(i -> mark(i, facet + 1));
        }
    }

    /// Members with equal values are alike in this facet.
    void add(List<?> values) {
        Map<Object, Integer> numbers = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            mark(i, -1 - numbers.computeIfAbsent(values.get(i), _ -> numbers.size()));
        }
    }

    private void mark(int member, int mark) {
        if (sizes[member] == marks[member].length) {
            marks[member] = Arrays.copyOf(marks[member], 2 * sizes[member]);
        }
        marks[member][sizes[member]++] = mark;
    }

    private static final class Key {
        private final int[] marks;

        Key(int[] marks) {
            this.marks = marks;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Arrays.equals(marks, key.marks);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(marks);
        }
    }

    /// The class of every member; classes are numbered by their first member.
    int[] classes() {
        Map<Key, Integer> numbers = new LinkedHashMap<>();
        int[] classes = new int[marks.length];
        for (int i = 0; i < marks.length; i++) {
            Key key = new Key(Arrays.copyOf(marks[i], sizes[i]));
            Integer known = numbers.putIfAbsent(key, numbers.size());
            classes[i] = known == null ? numbers.size() - 1 : known;
        }
        return classes;
    }
}
