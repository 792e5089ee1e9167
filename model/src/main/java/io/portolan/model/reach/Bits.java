package io.portolan.model.reach;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/// An immutable set of small numbers, in chunks of neighbours. Sets share the chunks that they have
/// in common: a set of neighbours (one namespace, by name) and everybody but a few neighbours both
/// cost little.
@SuppressWarnings("ReferenceEquality") // chunks that are one object need not be compared
final class Bits {
    private static final int WORDS = Chunks.WORDS;
    private static final int SHIFT = 10;
    private static final int INSIDE = (1 << SHIFT) - 1;
    private static final long[] EMPTY = Chunks.EMPTY;
    private static final long[] FULL = Chunks.FULL;

    static final Bits NONE = new Bits(0, new long[0][]);

    /// Odd, with its bits well mixed: 2^64 by the golden ratio.
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final int start;
    private final long[][] chunks;

    /// Made when it is first asked for.
    private int hash;

    /// Neither the first chunk nor the last is empty; who is empty or full is one of those two.
    private Bits(int start, long[][] chunks) {
        this.start = start;
        this.chunks = chunks;
    }

    /// The numbers from `low` on, below `high`.
    static Bits range(int low, int high) {
        Builder builder = new Builder();
        for (int i = low; i < high; ) {
            if ((i & INSIDE) == 0 && i + INSIDE < high) {
                builder.add(builder.at(i >>> SHIFT), FULL);
                i += INSIDE + 1;
            } else {
                builder.add(i++);
            }
        }
        return builder.build();
    }

    /// Everybody in any of these sets.
    static Bits all(Iterable<Bits> sets) {
        Builder all = new Builder();
        sets.forEach(all::add);
        return all.build();
    }

    static Bits of(int... numbers) {
        Builder all = new Builder();
        for (int number : numbers) {
            all.add(number);
        }
        return all.build();
    }

    /// Collects numbers. What is built is not touched when more are added.
    static final class Builder {
        private long[] @Nullable [] chunks = new long[4][];

        /// Chunks that belong to nobody else.
        private boolean[] own = new boolean[4];

        private int start;
        private int end;

        void add(int number) {
            int at = at(number >>> SHIFT);
            long[] chunk = chunks[at];
            if (chunk == null) {
                chunk = new long[WORDS];
            } else if (!own[at]) {
                chunk = chunk.clone();
            }
            chunk[(number & INSIDE) >>> 6] |= 1L << number;
            chunks[at] = chunk;
            own[at] = true;
        }

        void add(Bits bits) {
            for (int i = 0; i < bits.chunks.length; i++) {
                add(at(bits.start + i), bits.chunks[i]);
            }
        }

        private void add(int at, long[] more) {
            long[] chunk = chunks[at];
            if (chunk != null && own[at]) {
                for (int i = 0; i < WORDS; i++) {
                    chunk[i] |= more[i];
                }
            } else {
                long[] joined = chunk == null ? more : Chunks.or(chunk, more);
                own[at] = joined != chunk && joined != more && joined != FULL;
                chunks[at] = joined;
            }
        }

        /// Where a chunk is kept.
        private int at(int chunk) {
            if (start == end) {
                start = chunk;
                end = chunk + 1;
            } else if (chunk < start || chunk >= end) {
                widen(Math.min(start, chunk), Math.max(end, chunk + 1));
            }
            return chunk - start;
        }

        private void widen(int low, int high) {
            int shift = start - low;
            if (high - low > chunks.length || shift > 0) {
                int room = Math.max(high - low, 2 * (end - start));
                long[] @Nullable [] wider = new long[room][];
                boolean[] owned = new boolean[room];
                System.arraycopy(chunks, 0, wider, shift, end - start);
                System.arraycopy(own, 0, owned, shift, end - start);
                chunks = wider;
                own = owned;
            }
            start = low;
            end = high;
        }

        Bits build() {
            long[][] built = new long[end - start][];
            for (int i = 0; i < built.length; i++) {
                long[] chunk = chunks[i];
                built[i] = chunk == null ? EMPTY : Chunks.canonical(chunk);
                own[i] = false;
            }
            return trimmed(start, built);
        }
    }

    private static Bits trimmed(int start, long[][] chunks) {
        int low = 0;
        int high = chunks.length;
        while (low < high && chunks[low] == EMPTY) {
            low++;
        }
        while (high > low && chunks[high - 1] == EMPTY) {
            high--;
        }
        if (low == high) {
            return NONE;
        }
        return low == 0 && high == chunks.length
                ? new Bits(start, chunks)
                : new Bits(start + low, Arrays.copyOfRange(chunks, low, high));
    }

    /// The lowest number, or -1.
    int first() {
        return isEmpty() ? -1 : (start << SHIFT) + Chunks.first(chunks[0]);
    }

    boolean isEmpty() {
        return chunks.length == 0;
    }

    boolean has(int number) {
        int at = (number >>> SHIFT) - start;
        return at >= 0
                && at < chunks.length
                && (chunks[at][(number & INSIDE) >>> 6] >>> number & 1) != 0;
    }

    private int end() {
        return start + chunks.length;
    }

    private boolean isWithin(Bits other) {
        return start >= other.start && end() <= other.end();
    }

    Bits and(Bits other) {
        int low = Math.max(start, other.start);
        int high = Math.min(end(), other.end());
        if (this == other || low >= high) {
            return this == other ? this : NONE;
        }
        long[][] common = new long[high - low][];
        boolean one = isWithin(other);
        boolean two = other.isWithin(this);
        for (int i = 0; i < common.length; i++) {
            long[] left = chunks[low + i - start];
            long[] right = other.chunks[low + i - other.start];
            common[i] = Chunks.and(left, right);
            one &= common[i] == left;
            two &= common[i] == right;
        }
        return one ? this : two ? other : trimmed(low, common);
    }

    Bits or(Bits other) {
        if (this == other || other.isEmpty()) {
            return this;
        }
        if (isEmpty()) {
            return other;
        }
        int low = Math.min(start, other.start);
        long[][] all = new long[Math.max(end(), other.end()) - low][];
        boolean one = other.isWithin(this);
        boolean two = isWithin(other);
        for (int i = 0; i < all.length; i++) {
            long[] left = chunk(low + i);
            long[] right = other.chunk(low + i);
            all[i] = Chunks.or(left, right);
            one &= all[i] == left;
            two &= all[i] == right;
        }
        return one ? this : two ? other : new Bits(low, all);
    }

    private long[] chunk(int number) {
        return number >= start && number < end() ? chunks[number - start] : EMPTY;
    }

    Bits minus(Bits other) {
        if (Math.max(start, other.start) >= Math.min(end(), other.end())) {
            return this;
        }
        long[][] left = new long[chunks.length][];
        boolean same = true;
        for (int i = 0; i < left.length; i++) {
            left[i] = Chunks.minus(chunks[i], other.chunk(start + i));
            same &= left[i] == chunks[i];
        }
        return same ? this : trimmed(start, left);
    }

    boolean overlaps(Bits other) {
        for (int i = Math.max(start, other.start); i < Math.min(end(), other.end()); i++) {
            if (Chunks.overlap(chunks[i - start], other.chunks[i - other.start])) {
                return true;
            }
        }
        return false;
    }

    int count() {
        int count = 0;
        for (long[] chunk : chunks) {
            count += Chunks.count(chunk);
        }
        return count;
    }

    /// Those of them that pass a test.
    Bits where(IntPredicate test) {
        Builder left = new Builder();
        forEach(i -> {
            if (test.test(i)) {
                left.add(i);
            }
        });
        return left.build();
    }

    /// The lowest of them that passes a test, or -1.
    int first(IntPredicate test) {
        for (int i = 0; i < chunks.length; i++) {
            for (int word = 0; chunks[i] != EMPTY && word < WORDS; word++) {
                for (long left = chunks[i][word]; left != 0; left &= left - 1) {
                    int number = number(start + i, word, left);
                    if (test.test(number)) {
                        return number;
                    }
                }
            }
        }
        return -1;
    }

    private static int number(int chunk, int word, long left) {
        return (chunk << SHIFT) + word * Long.SIZE + Long.numberOfTrailingZeros(left);
    }

    /// Visits the members from `low` on, below `high`, ascending.
    void forEach(int low, int high, IntConsumer visitor) {
        int first = Math.max(low >>> SHIFT, start);
        int last = Math.min((high + INSIDE) >>> SHIFT, end());
        for (int i = first; i < last; i++) {
            boolean whole = i << SHIFT >= low && (i + 1) << SHIFT <= high;
            Chunks.forEach(
                    chunks[i - start],
                    i << SHIFT,
                    whole
                            ? visitor
                            : number -> {
                                if (number >= low && number < high) {
                                    visitor.accept(number);
                                }
                            });
        }
    }

    /// Visits the members, ascending.
    void forEach(IntConsumer visitor) {
        for (int i = 0; i < chunks.length; i++) {
            Chunks.forEach(chunks[i], (start + i) << SHIFT, visitor);
        }
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Bits bits
                        && bits.start == start
                        && bits.hashCode() == hashCode()
                        && Arrays.deepEquals(bits.chunks, chunks));
    }

    @Override
    public int hashCode() {
        if (hash == 0) {
            long all = start;
            for (long[] chunk : chunks) {
                for (int i = 0; chunk != EMPTY && chunk != FULL && i < WORDS; i++) {
                    all = (all ^ chunk[i]) * SPREAD;
                }
                all = (all ^ chunk[0]) * SPREAD;
            }
            hash = (int) (all >>> Integer.SIZE);
        }
        return hash;
    }
}
