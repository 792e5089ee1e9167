package io.portolan.model.testing;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/// Seeded random values for property tests. A failing check names its seed, so that it can be run
/// again alone.
public final class Gen {
    private final Random random;

    private Gen(long seed) {
        random = new Random(seed);
    }

    /// Runs a check with `times` different seeds, beginning at 1.
    public static void forAll(int times, Consumer<Gen> check) {
        for (long seed = 1; seed <= times; seed++) {
            forSeed(seed, check);
        }
    }

    /// Runs a check with one seed.
    public static void forSeed(long seed, Consumer<Gen> check) {
        try {
            check.accept(new Gen(seed));
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("with seed " + seed + ": " + e.getMessage(), e);
        }
    }

    /// A number from `low` to `high`, both included.
    public int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    public <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
