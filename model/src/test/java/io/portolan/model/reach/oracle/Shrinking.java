package io.portolan.model.reach.oracle;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/// Makes what failed smaller as long as it fails in the same way, so that a person can read it. The
/// way is the exception and the first word of its message.
public final class Shrinking {
    private static final int TRIES = 40_000;

    private Shrinking() {}

    private record Failure(Class<?> thrown, String words) {
        boolean isLike(Failure other) {
            return thrown == other.thrown && start().equals(other.start());
        }

        private String start() {
            return words.split(" ", 2)[0];
        }
    }

    /// Passes, or fails with the smallest value that fails as this one does.
    public static <T extends Record> void check(
            T value, Consumer<T> check, Function<T, String> notation) {
        Optional<Failure> first = failure(value, check);
        if (first.isPresent()) {
            T smallest = smallest(value, check);
            String now = failure(smallest, check).map(Failure::words).orElse("");
            throw new AssertionError(
                    "%s%n%s%nFirst seen as: %s"
                            .formatted(now, notation.apply(smallest), first.get().words()));
        }
    }

    /// Greedily, the biggest steps first, until none fails any more.
    static <T extends Record> T smallest(T failing, Consumer<T> check) {
        Failure first = failure(failing, check).orElseThrow();
        Set<Object> tried = new HashSet<>();
        T smallest = failing;
        Optional<T> next = Optional.of(failing);
        while (next.isPresent()) {
            smallest = next.get();
            next =
                    Smaller.than(smallest)
                            .map(less -> same(failing, less))
                            .filter(less -> tried.size() < TRIES && tried.add(less))
                            .filter(less -> failure(less, check).filter(first::isLike).isPresent())
                            .findFirst();
        }
        return smallest;
    }

    @SuppressWarnings("unchecked")
    private static <T> T same(T example, Object other) {
        return (T) example.getClass().cast(other);
    }

    private static <T> Optional<Failure> failure(T value, Consumer<T> check) {
        try {
            check.accept(value);
            return Optional.empty();
        } catch (AssertionError | RuntimeException e) {
            return Optional.of(new Failure(e.getClass(), String.valueOf(e.getMessage())));
        }
    }
}
