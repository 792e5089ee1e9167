package io.portolan.model.reach;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.BitSet;
import java.util.Random;
import java.util.function.BiConsumer;

/// Sets of numbers against those of the JDK, with stretches so long that whole chunks are empty or
/// full.
class BitsTest {
    private static final int LIMIT = 6_000;

    private final Random random = new Random(3);

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 100, 1_000})
    void setsAreWhatTheirMembersSay(int stretches) {
        for (int round = 0; round < 300; round++) {
            BitSet one = some(stretches);
            BitSet other = some(1 + random.nextInt(stretches));
            Bits bits = bits(one);
            Bits more = bits(other);
            assertSame(bits, one);
            assertSame(bits.and(more), both(one, other, BitSet::and));
            assertSame(bits.or(more), both(one, other, BitSet::or));
            assertSame(bits.minus(more), both(one, other, BitSet::andNot));
            assertSame(bits.where(i -> i % 3 == 0), thirds(one));
            assertThat(bits.overlaps(more)).isEqualTo(one.intersects(other));
            int low = random.nextInt(LIMIT);
            int high = low + random.nextInt(LIMIT);
            Bits.Builder within = new Bits.Builder();
            bits.forEach(low, high, within::add);
            BitSet part = one.get(0, high);
            part.clear(0, low);
            assertSame(within.build(), part);
            assertSame(Bits.range(low, high), range(low, high));
        }
    }

    private static BitSet range(int low, int high) {
        BitSet range = new BitSet();
        range.set(low, high);
        return range;
    }

    private static void assertSame(Bits bits, BitSet expected) {
        Bits same = bits(expected);
        assertThat(bits).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(bits.count()).isEqualTo(expected.cardinality());
        assertThat(bits.isEmpty()).isEqualTo(expected.isEmpty());
        assertThat(bits.first()).isEqualTo(expected.nextSetBit(0));
        assertThat(bits.first(i -> i % 7 == 0))
                .isEqualTo(expected.stream().filter(i -> i % 7 == 0).findFirst().orElse(-1));
        BitSet found = new BitSet();
        bits.forEach(found::set);
        assertThat(found).isEqualTo(expected);
        for (int i = 0; i < LIMIT; i += 13) {
            assertThat(bits.has(i)).isEqualTo(expected.get(i));
        }
    }

    private static Bits bits(BitSet set) {
        Bits.Builder builder = new Bits.Builder();
        set.stream().forEach(builder::add);
        return builder.build();
    }

    private static BitSet thirds(BitSet set) {
        BitSet thirds = (BitSet) set.clone();
        set.stream().filter(i -> i % 3 != 0).forEach(thirds::clear);
        return thirds;
    }

    private static BitSet both(BitSet one, BitSet other, BiConsumer<BitSet, BitSet> join) {
        BitSet joined = (BitSet) one.clone();
        join.accept(joined, other);
        return joined;
    }

    /// Stretches of neighbours, of any length.
    private BitSet some(int stretches) {
        BitSet some = new BitSet();
        for (int i = 0; i < stretches; i++) {
            int low = random.nextInt(LIMIT);
            some.set(low, Math.min(LIMIT, low + 1 + random.nextInt(1 + 2 * LIMIT / stretches)));
        }
        return some;
    }
}
