package io.portolan.model.design;

import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;

/// An address with the prefix length of its link, written `10.20.0.1/24`.
public record InterfaceAddress(Address address, int length) {
    public InterfaceAddress {
        if (length < 0 || length > address.bits()) {
            throw new IllegalArgumentException(
                    "The prefix length (%d) of %s must be in 0..%d."
                            .formatted(length, address, address.bits()));
        }
    }

    /// Reads `10.20.0.1/24`.
    ///
    /// @throws IllegalArgumentException if `text` has no such form
    public static InterfaceAddress parse(String text) {
        Cidr network = Cidr.parse(text);
        int slash = text.indexOf('/');
        return new InterfaceAddress(
                Address.parse(slash < 0 ? text : text.substring(0, slash)), network.length());
    }

    public Cidr network() {
        return new Cidr(address, length);
    }

    @Override
    public String toString() {
        return address + "/" + length;
    }
}
