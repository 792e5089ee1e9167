package io.portolan.app.picture;

/// Which line: flows and links have separate names.
public sealed interface EdgeId {
    String value();

    record OfFlow(String value) implements EdgeId {}

    record OfLink(String value) implements EdgeId {}
}
