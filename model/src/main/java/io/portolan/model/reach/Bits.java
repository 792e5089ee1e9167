package io.portolan.model.reach;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/// An immutable set of small numbers: the words between its lowest and highest member, so that sets
/// of neighbours (one namespace, by name) stay short.
final class Bits {
    static final Bits NONE = new Bits(0, new long[0]);

    /// Odd, with its bits well mixed: 2^64 by the golden ratio.
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final int start;
    private final long[] words;

    private Bits(int start, long[] words) {
        this.start = start;
        this.words = words;
    }

    /// The numbers from `low` on, below `high`.
    static Bits range(int low, int high) {
        Builder builder = new Builder(high);
        for (int i = low; i < high; i++) {
            builder.add(i);
        }
        return builder.build();
    }

    /// Everybody in any of these sets of numbers below a limit.
    static Bits all(Iterable<Bits> sets, int limit) {
        Builder all = new Builder(limit);
        sets.forEach(all::add);
        return all.build();
    }

    static Bits of(int[] numbers) {
        Builder all = new Builder(Arrays.stream(numbers).max().orElse(-1) + 1);
        for (int number : numbers) {
            all.add(number);
        }
        return all.build();
    }

    static Bits of(int number) {
        return new Bits(number >>> 6, new long[] {1L << number});
    }

    /// Collects numbers below a limit.
    static final class Builder {
        private final long[] words;

        Builder(int limit) {
            words = new long[(limit + 63) >>> 6];
        }

        /// For parts of a set.
        Builder(Bits within) {
            this(within.end() * Long.SIZE);
        }

        void add(int number) {
            words[number >>> 6] |= 1L << number;
        }

        void add(Bits bits) {
            for (int i = 0; i < bits.words.length; i++) {
                words[bits.start + i] |= bits.words[i];
            }
        }

        Bits build() {
            Bits built = trimmed(0, words);
            return built.words.length < words.length ? built : new Bits(0, words.clone());
        }
    }

    private static Bits trimmed(int start, long[] words) {
        int low = 0;
        int high = words.length;
        while (low < high && words[low] == 0) {
            low++;
        }
        while (high > low && words[high - 1] == 0) {
            high--;
        }
        if (low == high) {
            return NONE;
        }
        return low == 0 && high == words.length
                ? new Bits(start, words)
                : new Bits(start + low, Arrays.copyOfRange(words, low, high));
    }

    /// The lowest number, or -1.
    int first() {
        return isEmpty() ? -1 : start * Long.SIZE + Long.numberOfTrailingZeros(words[0]);
    }

    boolean isEmpty() {
        return words.length == 0;
    }

    boolean has(int number) {
        int word = (number >>> 6) - start;
        return word >= 0 && word < words.length && (words[word] >>> number & 1) != 0;
    }

    private long word(int index) {
        int at = index - start;
        return at >= 0 && at < words.length ? words[at] : 0;
    }

    private int end() {
        return start + words.length;
    }

    Bits and(Bits other) {
        int low = Math.max(start, other.start);
        int high = Math.min(end(), other.end());
        if (low >= high) {
            return NONE;
        }
        long[] common = new long[high - low];
        for (int i = low; i < high; i++) {
            common[i - low] = words[i - start] & other.words[i - other.start];
        }
        return trimmed(low, common);
    }

    Bits or(Bits other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        int low = Math.min(start, other.start);
        long[] all = new long[Math.max(end(), other.end()) - low];
        System.arraycopy(words, 0, all, start - low, words.length);
        for (int i = 0; i < other.words.length; i++) {
            all[other.start - low + i] |= other.words[i];
        }
        return new Bits(low, all);
    }

    Bits minus(Bits other) {
        if (isEmpty() || other.isEmpty()) {
            return this;
        }
        long[] left = words.clone();
        for (int i = 0; i < left.length; i++) {
            left[i] &= ~other.word(start + i);
        }
        return trimmed(start, left);
    }

    boolean overlaps(Bits other) {
        for (int i = Math.max(start, other.start); i < Math.min(end(), other.end()); i++) {
            if ((words[i - start] & other.words[i - other.start]) != 0) {
                return true;
            }
        }
        return false;
    }

    int count() {
        int count = 0;
        for (long word : words) {
            count += Long.bitCount(word);
        }
        return count;
    }

    /// Those of them that pass a test.
    Bits where(IntPredicate test) {
        long[] left = words.clone();
        forEach(i -> {
            if (!test.test(i)) {
                left[(i >>> 6) - start] &= ~(1L << i);
            }
        });
        return trimmed(start, left);
    }

    /// Visits the members from `low` on, below `high`; both are multiples of 64, or beyond all
    /// members.
    void forEach(int low, int high, IntConsumer visitor) {
        int first = Math.max(low >>> 6, start);
        int last = Math.min((high + 63) >>> 6, end());
        for (int i = first; i < last; i++) {
            for (long left = words[i - start]; left != 0; left &= left - 1) {
                visitor.accept(i * Long.SIZE + Long.numberOfTrailingZeros(left));
            }
        }
    }

    /// Visits the members, ascending.
    void forEach(IntConsumer visitor) {
        for (int i = 0; i < words.length; i++) {
            for (long left = words[i]; left != 0; left &= left - 1) {
                visitor.accept((start + i) * Long.SIZE + Long.numberOfTrailingZeros(left));
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Bits bits
                        && bits.start == start
                        && Arrays.equals(bits.words, words));
    }

    @Override
    public int hashCode() {
        long hash = start;
        for (long word : words) {
            hash = (hash ^ word) * SPREAD;
        }
        return (int) (hash >>> Integer.SIZE);
    }
}
