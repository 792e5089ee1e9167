package io.portolan.model.net;

import java.util.ArrayList;
import java.util.List;

/// Consecutive addresses of one family, both ends included.
public record AddressRange(Address first, Address last) implements Comparable<AddressRange> {
    public AddressRange {
        if (first.v6() != last.v6() || first.compareTo(last) > 0) {
            throw new IllegalArgumentException(
                    "The address range (%s-%s) must be ascending and of one family."
                            .formatted(first, last));
        }
    }

    public static AddressRange of(Cidr block) {
        return new AddressRange(block.first(), block.last());
    }

    public boolean v6() {
        return first.v6();
    }

    public boolean contains(Address address) {
        return first.compareTo(address) <= 0 && address.compareTo(last) <= 0;
    }

    /// The fewest blocks that cover exactly this range, ascending.
    public List<Cidr> blocks() {
        List<Cidr> blocks = new ArrayList<>();
        Address from = first;
        while (true) {
            Cidr block = widest(from);
            blocks.add(block);
            if (block.last().equals(last)) {
                return List.copyOf(blocks);
            }
            from = block.last().next();
        }
    }

    private Cidr widest(Address from) {
        Cidr block = from.asBlock();
        while (block.length() > 0) {
            Cidr wider = new Cidr(from, block.length() - 1);
            if (!wider.first().equals(from) || wider.last().compareTo(last) > 0) {
                return block;
            }
            block = wider;
        }
        return block;
    }

    @Override
    public int compareTo(AddressRange other) {
        int byFirst = first.compareTo(other.first);
        return byFirst != 0 ? byFirst : last.compareTo(other.last);
    }

    /// `10.1.0.1`, `10.1.0.0/24` or `10.1.0.1-10.1.0.9`.
    @Override
    public String toString() {
        if (first.equals(last)) {
            return first.toString();
        }
        Cidr block = widest(first);
        return block.last().equals(last) ? block.toString() : first + "-" + last;
    }
}
