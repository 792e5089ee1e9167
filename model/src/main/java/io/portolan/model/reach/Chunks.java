package io.portolan.model.reach;

import java.util.Arrays;
import java.util.function.IntConsumer;

/// The pieces of `Bits`: some words each, shared by all sets that have them in common. What is done
/// with two of them gives one of them wherever it is equal to it, and nobody else is empty or full
/// but `EMPTY` and `FULL`.
@SuppressWarnings("ReferenceEquality") // that two are one object is what this is about
final class Chunks {
    /// Words in a chunk.
    static final int WORDS = 16;

    static final long[] EMPTY = new long[WORDS];
    static final long[] FULL = full();

    private Chunks() {}

    private static long[] full() {
        long[] full = new long[WORDS];
        Arrays.fill(full, -1);
        return full;
    }

    static long[] canonical(long[] chunk) {
        if (chunk[0] == 0 && Arrays.equals(chunk, EMPTY)) {
            return EMPTY;
        }
        return chunk[0] == -1 && Arrays.equals(chunk, FULL) ? FULL : chunk;
    }

    static long[] and(long[] one, long[] other) {
        if (one == other || one == EMPTY || other == FULL) {
            return one;
        }
        if (other == EMPTY || one == FULL) {
            return other;
        }
        long both = 0;
        long left = 0;
        long right = 0;
        for (int i = 0; i < WORDS; i++) {
            both |= one[i] & other[i];
            left |= one[i] & ~other[i];
            right |= other[i] & ~one[i];
        }
        if (both == 0) {
            return EMPTY;
        }
        return left == 0 ? one : right == 0 ? other : common(one, other);
    }

    private static long[] common(long[] one, long[] other) {
        long[] common = new long[WORDS];
        for (int i = 0; i < WORDS; i++) {
            common[i] = one[i] & other[i];
        }
        return common;
    }

    static long[] or(long[] one, long[] other) {
        if (one == other || one == FULL || other == EMPTY) {
            return one;
        }
        if (other == FULL || one == EMPTY) {
            return other;
        }
        long left = 0;
        long right = 0;
        for (int i = 0; i < WORDS; i++) {
            left |= one[i] & ~other[i];
            right |= other[i] & ~one[i];
        }
        return right == 0 ? one : left == 0 ? other : union(one, other);
    }

    private static long[] union(long[] one, long[] other) {
        long[] all = new long[WORDS];
        for (int i = 0; i < WORDS; i++) {
            all[i] = one[i] | other[i];
        }
        return canonical(all);
    }

    static long[] minus(long[] one, long[] other) {
        if (one == EMPTY || other == EMPTY) {
            return one;
        }
        if (one == other || other == FULL) {
            return EMPTY;
        }
        long both = 0;
        long left = 0;
        for (int i = 0; i < WORDS; i++) {
            both |= one[i] & other[i];
            left |= one[i] & ~other[i];
        }
        if (left == 0) {
            return EMPTY;
        }
        return both == 0 ? one : rest(one, other);
    }

    private static long[] rest(long[] one, long[] other) {
        long[] rest = new long[WORDS];
        for (int i = 0; i < WORDS; i++) {
            rest[i] = one[i] & ~other[i];
        }
        return rest;
    }

    static boolean overlap(long[] one, long[] other) {
        if (one == EMPTY || other == EMPTY) {
            return false;
        }
        for (int i = 0; i < WORDS; i++) {
            if ((one[i] & other[i]) != 0) {
                return true;
            }
        }
        return false;
    }

    static int count(long[] chunk) {
        int count = 0;
        for (long word : chunk) {
            count += Long.bitCount(word);
        }
        return count;
    }

    static int first(long[] chunk) {
        int word = 0;
        while (chunk[word] == 0) {
            word++;
        }
        return word * Long.SIZE + Long.numberOfTrailingZeros(chunk[word]);
    }

    static void forEach(long[] chunk, int base, IntConsumer visitor) {
        if (chunk == EMPTY) {
            return;
        }
        for (int i = 0; i < WORDS; i++) {
            for (long left = chunk[i]; left != 0; left &= left - 1) {
                visitor.accept(base + i * Long.SIZE + Long.numberOfTrailingZeros(left));
            }
        }
    }
}
