package io.portolan.model.net;

import java.util.regex.Pattern;

/// An address block of one family; `0.0.0.0/0` therefore never contains an IPv6 address. The first
/// address is the network address: `parse` clears host bits, so that equal blocks are equal.
public record Cidr(Address first, int length) implements Comparable<Cidr> {
    private static final Pattern LENGTH = Pattern.compile("0|[1-9][0-9]{0,2}");

    public Cidr {
        if (length < 0 || length > first.bits()) {
            throw new IllegalArgumentException(
                    "The prefix length (%d) of %s must be in 0..%d."
                            .formatted(length, first, first.bits()));
        }
        first = masked(first, length);
    }

    /// Reads `10.1.0.0/16`; an address alone is a block of one.
    ///
    /// @throws IllegalArgumentException if `text` is no block
    public static Cidr parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Address.parse(text).asBlock();
        }
        String length = text.substring(slash + 1);
        if (!LENGTH.matcher(length).matches()) {
            throw new IllegalArgumentException(
                    "The block (%s) needs a prefix length like 10.20.1.0/24.".formatted(text));
        }
        return new Cidr(Address.parse(text.substring(0, slash)), Integer.parseInt(length));
    }

    /// True if `text` is a block whose address has no bit set beyond the prefix length.
    public static boolean isCanonical(String text) {
        Cidr block = parse(text);
        return Address.parse(text.contains("/") ? text.substring(0, text.indexOf('/')) : text)
                .equals(block.first);
    }

    private static Address masked(Address address, int length) {
        if (!address.v6()) {
            return Address.v4(length == 0 ? 0 : address.low() & (-1L << (32 - length)));
        }
        long high =
                length == 0
                        ? 0
                        : length >= 64 ? address.high() : address.high() & (-1L << (64 - length));
        long low = length <= 64 ? 0 : address.low() & (-1L << (128 - length));
        return new Address(true, high, low);
    }

    public boolean contains(Address address) {
        return address.v6() == first.v6() && masked(address, length).equals(first);
    }

    public boolean contains(Cidr other) {
        return other.length >= length && contains(other.first);
    }

    public boolean overlaps(Cidr other) {
        return contains(other) || other.contains(this);
    }

    /// The highest address of the block (the broadcast address of an IPv4 subnet).
    public Address last() {
        if (!first.v6()) {
            return Address.v4(
                    first.low() | (length == 0 ? 0xFFFF_FFFFL : (1L << (32 - length)) - 1));
        }
        long high =
                length >= 64
                        ? first.high()
                        : first.high() | (length == 0 ? -1L : (1L << (64 - length)) - 1);
        long low =
                length <= 64 ? -1L : first.low() | (length == 128 ? 0 : (1L << (128 - length)) - 1);
        return new Address(true, high, low);
    }

    /// Every address of a family.
    public static Cidr all(boolean v6) {
        return new Cidr(Address.lowest(v6), 0);
    }

    @Override
    public int compareTo(Cidr other) {
        int byFirst = first.compareTo(other.first);
        return byFirst != 0 ? byFirst : Integer.compare(length, other.length);
    }

    @Override
    public String toString() {
        return first + "/" + length;
    }
}
