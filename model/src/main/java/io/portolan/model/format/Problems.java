package io.portolan.model.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Collects what is wrong while a tree is read, and keeps the way to where the reader is.
final class Problems {
    /// Nobody reads more, and a hostile file must not fill the memory with complaints.
    private static final int MOST = 1_000;

    private final List<Problem> found = new ArrayList<>();
    private final Deque<Step> way = new ArrayDeque<>();
    private int count;

    private record Step(String name, Position at) {}

    /// Reads something below a key or item.
    <T> T below(String name, Position at, Supplier<T> reading) {
        way.addLast(new Step(name, at));
        T result = reading.get();
        way.removeLast();
        return result;
    }

    /// Notes a problem at a place; gives nothing, which is what was read then.
    <T> Optional<T> add(Position at, String message) {
        count++;
        if (count <= MOST) {
            found.add(Problem.at(at, path(), message));
        }
        return Optional.empty();
    }

    /// Notes a problem of a whole block: at its key.
    <T> Optional<T> addHere(YamlNode node, String message) {
        return add(way.isEmpty() ? node.at() : way.getLast().at(), message);
    }

    int count() {
        return count;
    }

    List<Problem> all() {
        return found.stream()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList();
    }

    private String path() {
        return way.stream().map(s -> "/" + Pointer.escape(s.name())).collect(Collectors.joining());
    }
}
