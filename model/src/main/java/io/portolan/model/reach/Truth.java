package io.portolan.model.reach;

import io.portolan.model.net.PortSet;

/// Whether something matches, for every value of the port axis at once: on `surely` it does,
/// outside `possibly` it does not, between the two it cannot be decided at design time (Kleene
/// logic).
record Truth(PortSet surely, PortSet possibly) {
    static final Truth YES = new Truth(PortSet.ALL, PortSet.ALL);
    static final Truth NO = new Truth(PortSet.NONE, PortSet.NONE);
    static final Truth MAYBE = new Truth(PortSet.NONE, PortSet.ALL);

    static Truth of(boolean value) {
        return value ? YES : NO;
    }

    static Truth on(PortSet ports) {
        return new Truth(ports, ports);
    }

    boolean isNever() {
        return possibly.isEmpty();
    }

    /// Whether it is clear for every port.
    boolean isDecided() {
        return surely.equals(possibly);
    }

    boolean isAlways() {
        return surely.equals(PortSet.ALL);
    }

    Truth and(Truth other) {
        if (isAlways() || other.isNever()) {
            return other;
        }
        if (other.isAlways() || isNever()) {
            return this;
        }
        return new Truth(surely.intersection(other.surely), possibly.intersection(other.possibly));
    }

    Truth or(Truth other) {
        if (isNever() || other.isAlways()) {
            return other;
        }
        if (other.isNever() || isAlways()) {
            return this;
        }
        return new Truth(surely.union(other.surely), possibly.union(other.possibly));
    }

    Truth not() {
        return new Truth(possibly.complement(), surely.complement());
    }
}
