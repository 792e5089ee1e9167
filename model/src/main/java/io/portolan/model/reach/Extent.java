package io.portolan.model.reach;

/// The members for which an expression holds: `surely`, and those for which it may.
record Extent(Bits surely, Bits possibly) {
    static final Extent NONE = new Extent(Bits.NONE, Bits.NONE);

    @Override
    public boolean equals(Object other) {
        return other instanceof Extent extent
                && surely.equals(extent.surely)
                && (isSame() && extent.isSame() || possibly.equals(extent.possibly));
    }

    /// Held as one object where nothing is open.
    private boolean isSame() {
        return surely == possibly;
    }

    @Override
    public int hashCode() {
        return surely.hashCode();
    }

    static Extent of(Bits members) {
        return new Extent(members, members);
    }

    private boolean isNobody() {
        return possibly.isEmpty();
    }

    boolean isDecided() {
        return surely == possibly || surely.equals(possibly);
    }

    /// Whether it holds for one member.
    Truth truth(int member) {
        if (surely.has(member)) {
            return Truth.YES;
        }
        return possibly.has(member) ? Truth.MAYBE : Truth.NO;
    }

    /// The part of it with numbers below a limit.
    Extent below(int limit) {
        Bits all = Bits.range(0, limit);
        return new Extent(surely.and(all), possibly.and(all));
    }

    Extent and(Extent other) {
        if (this == other || isNobody()) {
            return this;
        }
        if (surely == possibly && other.surely == other.possibly) {
            return of(surely.and(other.surely));
        }
        return new Extent(surely.and(other.surely), possibly.and(other.possibly));
    }

    Extent or(Extent other) {
        if (this == other || other.isNobody()) {
            return this;
        }
        if (surely == possibly && other.surely == other.possibly) {
            return of(surely.or(other.surely));
        }
        return new Extent(surely.or(other.surely), possibly.or(other.possibly));
    }

    Extent not(Bits everyone) {
        return new Extent(everyone.minus(possibly), everyone.minus(surely));
    }
}
