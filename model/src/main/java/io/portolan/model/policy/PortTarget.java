package io.portolan.model.policy;

/// The port that a rewrite puts in; a name is resolved on the chosen endpoint.
public sealed interface PortTarget {
    record Keep() implements PortTarget {}

    record ToNumber(int port) implements PortTarget {}

    record ToName(String name) implements PortTarget {}
}
