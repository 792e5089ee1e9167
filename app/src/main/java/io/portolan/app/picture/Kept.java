package io.portolan.app.picture;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// What was drawn the last time, by id: for a sketch that says the same the same drawing is given
/// back. Sketches are compared by their parts, of which most are the very same objects.
final class Kept<K, T> {
    private Map<K, Entry<T>> before = Map.of();
    private Map<K, Entry<T>> now = new HashMap<>();
    private boolean whole = true;
    private int made;

    private record Entry<T>(Object sketch, T drawn) {}

    /// From now on what is not asked for again is forgotten. A drawing that did not come to its end
    /// has forgotten nothing.
    void begin() {
        if (whole) {
            before = now;
        } else {
            before = new HashMap<>(before);
            before.putAll(now);
        }
        whole = false;
        now = HashMap.newHashMap(before.size());
        made = 0;
    }

    /// Everything has been asked for.
    void end() {
        whole = true;
    }

    T draw(K id, Object sketch, Supplier<T> maker) {
        Entry<T> entry = before.get(id);
        if (entry == null || !entry.sketch().equals(sketch)) {
            entry = new Entry<>(sketch, maker.get());
            made++;
        }
        now.put(id, entry);
        return entry.drawn();
    }

    /// What was drawn the last time, if the sketch was the same.
    Optional<T> last(K id, Object sketch) {
        return Optional.ofNullable(before.get(id))
                .filter(e -> e.sketch().equals(sketch))
                .map(Entry::drawn);
    }

    void keep(K id, Object sketch, T drawn) {
        now.put(id, new Entry<>(sketch, drawn));
    }

    /// How many were made since `begin`.
    int made() {
        return made;
    }
}
