package io.portolan.model.format;

/// Thrown for a text that is no usable YAML or JSON at all. What is wrong inside a usable one is a
/// problem, not an exception.
public final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Position at;

    Malformed(Position at, String message) {
        super(message);
        this.at = at;
    }

    /// Where it was noticed.
    public Position at() {
        return at;
    }
}
