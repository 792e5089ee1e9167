package io.portolan.app.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

class SpatialIndexTest {
    @Test
    void findsWhatALinearSearchFindsEachOnce() {
        Random random = new Random(7);
        List<Area> areas = IntStream.range(0, 500).mapToObj(_ -> area(random)).toList();
        SpatialIndex index = new SpatialIndex(areas);
        for (int i = 0; i < 200; i++) {
            Area seen = area(random);
            List<Integer> found = new ArrayList<>();
            index.visit(seen, found::add);
            List<Integer> expected =
                    IntStream.range(0, 500)
                            .filter(k -> areas.get(k).overlaps(seen))
                            .boxed()
                            .toList();
            assertThat(found)
                    .as("seed 7, query %d", i)
                    .doesNotHaveDuplicates()
                    .containsAll(expected);
            assertThat(index.anyIn(seen)).isEqualTo(!expected.isEmpty());
        }
    }

    @Test
    void nothingIsFoundInAnEmptyIndex() {
        assertThat(new SpatialIndex(List.of()).anyIn(new Area(0, 0, 10, 10))).isFalse();
    }

    private static Area area(Random random) {
        return new Area(
                random.nextDouble(-1000, 1000),
                random.nextDouble(-1000, 1000),
                random.nextDouble(1, 300),
                random.nextDouble(1, 300));
    }
}
