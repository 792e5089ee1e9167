package io.portolan.model.reach;

/// The members for which an expression holds: `surely`, and those for which it may.
record Extent(Bits surely, Bits possibly) {
    static final Extent NONE = new Extent(Bits.NONE, Bits.NONE);

    static Extent of(Bits members) {
        return new Extent(members, members);
    }

    boolean isDecided() {
        return surely.equals(possibly);
    }

    Extent and(Extent other) {
        return new Extent(surely.and(other.surely), possibly.and(other.possibly));
    }

    Extent or(Extent other) {
        return new Extent(surely.or(other.surely), possibly.or(other.possibly));
    }

    Extent not(Bits everyone) {
        return new Extent(everyone.minus(possibly), everyone.minus(surely));
    }
}
