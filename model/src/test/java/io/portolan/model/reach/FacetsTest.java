package io.portolan.model.reach;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

final class FacetsTest {
    private static Bits where(int ends, IntPredicate test) {
        Bits.Builder bits = new Bits.Builder();
        IntStream.range(0, ends).filter(test).forEach(bits::add);
        return bits.build();
    }

    /// As many classes as ends, so that the tables of classes grow in the midst of a facet.
    @Test
    void endsThatAFacetTellsApartAreNeverOneClass() {
        int ends = 1000;
        Facets facets = new Facets(ends);
        for (int bit = 0; bit < 10; bit++) {
            int mask = 1 << bit;
            facets.add(where(ends, i -> (i & mask) != 0));
        }
        assertThat(facets.classes()).isEqualTo(IntStream.range(0, ends).toArray());
    }

    @Test
    void endsThatNoFacetTellsApartAreOneClass() {
        int ends = 1000;
        Facets facets = new Facets(ends);
        for (int rest = 0; rest < 100; rest++) {
            int wanted = rest;
            facets.add(where(ends, i -> i % 100 == wanted));
        }
        assertThat(Arrays.stream(facets.classes()).distinct().count()).isEqualTo(100);
    }
}
