package io.portolan.model.reach;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// What is known of objects that are only equal to themselves, or too deep to be compared. Threads
/// do not wait for each other to look something up.
final class ByIdentity<K, V> {
    private final Map<Same<K>, V> known = new ConcurrentHashMap<>();

    private record Same<K>(K object) {
        @Override
        @SuppressWarnings("ReferenceEquality") // is what it is for
        public boolean equals(Object other) {
            return other instanceof Same<?> same && same.object == object;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(object);
        }
    }

    /// Found out when it is first asked for.
    V of(K object, Function<K, V> find) {
        Same<K> key = new Same<>(object);
        V value = known.get(key);
        return value != null ? value : known.computeIfAbsent(key, _ -> find.apply(object));
    }
}
