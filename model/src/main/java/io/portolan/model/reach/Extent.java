package io.portolan.model.reach;

/// The members for which an expression holds: `surely`, and those for which it may. Where nothing
/// is open both are one object, which halves the work.
record Extent(Bits surely, Bits possibly) {
    static final Extent NONE = new Extent(Bits.NONE, Bits.NONE);

    static Extent of(Bits members) {
        return new Extent(members, members);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Extent extent
                && surely.equals(extent.surely)
                && ((isOne() && extent.isOne()) || possibly.equals(extent.possibly));
    }

    @Override
    public int hashCode() {
        return surely.hashCode();
    }

    /// Only ever a short cut: two equal objects are compared in full.
    @SuppressWarnings("ReferenceEquality")
    private boolean isOne() {
        return surely == possibly;
    }

    boolean isDecided() {
        return isOne() || surely.equals(possibly);
    }

    /// Whether it holds for one member.
    Truth truth(int member) {
        if (surely.has(member)) {
            return Truth.YES;
        }
        return possibly.has(member) ? Truth.MAYBE : Truth.NO;
    }

    /// The part of it that is in a set.
    Extent within(Bits some) {
        return isOne() ? of(surely.and(some)) : new Extent(surely.and(some), possibly.and(some));
    }

    Extent and(Extent other) {
        if (possibly.isEmpty()) {
            return this;
        }
        return isOne() && other.isOne()
                ? of(surely.and(other.surely))
                : new Extent(surely.and(other.surely), possibly.and(other.possibly));
    }

    Extent or(Extent other) {
        if (other.possibly.isEmpty()) {
            return this;
        }
        return isOne() && other.isOne()
                ? of(surely.or(other.surely))
                : new Extent(surely.or(other.surely), possibly.or(other.possibly));
    }

    Extent not(Bits everyone) {
        return isOne()
                ? of(everyone.minus(surely))
                : new Extent(everyone.minus(possibly), everyone.minus(surely));
    }
}
