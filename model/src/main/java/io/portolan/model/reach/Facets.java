package io.portolan.model.reach;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Ends that no facet tells apart, numbered: a facet is a set that an end is surely in, possibly
/// in, or not in. Every facet splits the classes that it cuts through.
final class Facets {
    private static final int UNSEEN = -1;

    private final int[] before;
    private final int known;
    private final int[] classes;
    private int[] split;
    private int[] round;
    private int next;
    private int rounds;

    Facets(int ends) {
        this(new int[ends], 1);
    }

    /// Ends that are told apart already, into that many classes.
    Facets(int[] before, int known) {
        this.before = before;
        this.known = known;
        classes = before.clone();
        split = new int[2 * known + 64];
        round = new int[2 * known + 64];
        next = known;
    }

    void add(Extent extent) {
        add(extent.possibly());
        if (!extent.isDecided()) {
            add(extent.surely());
        }
    }

    void add(Bits bits) {
        rounds++;
        bits.forEach(this::part);
    }

    private void part(int end) {
        int old = classes[end];
        if (round[old] != rounds) {
            round[old] = rounds;
            int made = fresh(); // by itself: it may replace the array
            split[old] = made;
        }
        classes[end] = split[old];
    }

    private int fresh() {
        if (next == split.length) {
            split = Arrays.copyOf(split, 2 * next);
            round = Arrays.copyOf(round, 2 * next);
        }
        return next++;
    }

    /// Ends with equal values are alike in this facet.
    void add(List<?> values) {
        record Key(int known, Object value) {}
        Map<Key, Integer> numbers = new HashMap<>();
        for (int i = 0; i < classes.length; i++) {
            classes[i] = numbers.computeIfAbsent(new Key(classes[i], values.get(i)), _ -> fresh());
        }
    }

    /// The class of every end; a class that was there before leaves its number to the part of it
    /// that has the first end, other parts get numbers after all that there were.
    int[] refined() {
        int[] number = new int[next];
        Arrays.fill(number, UNSEEN);
        boolean[] taken = new boolean[known];
        int[] refined = new int[classes.length];
        int count = known;
        for (int i = 0; i < classes.length; i++) {
            if (number[classes[i]] == UNSEEN) {
                number[classes[i]] = taken[before[i]] ? count++ : before[i];
                taken[before[i]] = true;
            }
            refined[i] = number[classes[i]];
        }
        return refined;
    }

    /// The class of every end; classes are numbered by their first end.
    int[] classes() {
        int[] number = new int[next];
        Arrays.fill(number, UNSEEN);
        int[] numbered = new int[classes.length];
        int count = 0;
        for (int i = 0; i < classes.length; i++) {
            if (number[classes[i]] == UNSEEN) {
                number[classes[i]] = count++;
            }
            numbered[i] = number[classes[i]];
        }
        return numbered;
    }
}
