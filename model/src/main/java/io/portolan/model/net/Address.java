package io.portolan.model.net;

/// One IPv4 or IPv6 address as an unsigned number: 32 bits in `low` (`high` is 0), or 128 bits in
/// both. IPv4 sorts before IPv6.
public record Address(boolean v6, long high, long low) implements Comparable<Address> {

    /// Bits of an address of this family: 32 or 128.
    public int bits() {
        return v6 ? 128 : 32;
    }

    /// Reads a literal. Leading zeros, zones, short forms of IPv4 (`10.1`) and names are refused,
    /// since other programs read them differently.
    ///
    /// @throws IllegalArgumentException if `text` is no address
    public static Address parse(String text) {
        return AddressText.parse(text);
    }

    static Address v4(long value) {
        return new Address(false, 0, value);
    }

    /// The lowest address of a family.
    public static Address lowest(boolean v6) {
        return new Address(v6, 0, 0);
    }

    /// The highest address of a family.
    public static Address highest(boolean v6) {
        return v6 ? new Address(true, -1, -1) : v4(0xFFFF_FFFFL);
    }

    /// The address after this one; the highest address is followed by the lowest.
    public Address next() {
        if (!v6) {
            return v4((low + 1) & 0xFFFF_FFFFL);
        }
        return new Address(true, low == -1 ? high + 1 : high, low + 1);
    }

    /// The address before this one; the lowest address is preceded by the highest.
    public Address previous() {
        if (!v6) {
            return v4((low - 1) & 0xFFFF_FFFFL);
        }
        return new Address(true, low == 0 ? high - 1 : high, low - 1);
    }

    /// This address moved up by the offset of `of` within a block that begins at `from`: how one to
    /// one translation maps an address.
    public Address offsetBy(Address from, Address of) {
        long lower = low + (of.low - from.low);
        if (!v6) {
            return v4(lower & 0xFFFF_FFFFL);
        }
        long borrow = Long.compareUnsigned(of.low, from.low) < 0 ? 1 : 0;
        long carry = Long.compareUnsigned(lower, low) < 0 ? 1 : 0;
        return new Address(true, high + (of.high - from.high - borrow) + carry, lower);
    }

    /// The block that holds just this address.
    public Cidr asBlock() {
        return new Cidr(this, bits());
    }

    @Override
    public int compareTo(Address other) {
        if (v6 != other.v6) {
            return v6 ? 1 : -1;
        }
        int upper = Long.compareUnsigned(high, other.high);
        return upper != 0 ? upper : Long.compareUnsigned(low, other.low);
    }

    @Override
    public String toString() {
        return AddressText.format(this);
    }
}
