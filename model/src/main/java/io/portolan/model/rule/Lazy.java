package io.portolan.model.rule;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/// A value that is computed when somebody first asks for it, once.
final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> source;
    private @Nullable T value;

    Lazy(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public synchronized T get() {
        T known = value;
        if (known == null) {
            known = source.get();
            value = known;
        }
        return known;
    }
}
