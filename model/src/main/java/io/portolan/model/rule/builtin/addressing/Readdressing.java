package io.portolan.model.rule.builtin.addressing;

import io.portolan.model.change.Change;
import io.portolan.model.design.Appliance;
import io.portolan.model.design.Database;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.Mainframe;
import io.portolan.model.design.VirtualMachine;
import io.portolan.model.net.Address;

import java.util.List;
import java.util.Optional;

/// Gives a host another address.
final class Readdressing {
    private Readdressing() {}

    static Optional<Change> change(Design design, AddressUse use, Address to) {
        return design.find(use.owner())
                .flatMap(host -> with(host, use.address(), to))
                .map(host ->
                        new Change.Put("give %s the address %s".formatted(use.owner(), to), host));
    }

    private static Optional<Element> with(Element host, Address from, Address to) {
        return switch (host) {
            case Database h -> Optional.of(h.withAddresses(replaced(h.addresses(), from, to)));
            case Mainframe h -> Optional.of(h.withAddresses(replaced(h.addresses(), from, to)));
            case Appliance h -> Optional.of(h.withAddresses(replaced(h.addresses(), from, to)));
            case VirtualMachine h ->
                    Optional.of(h.withAddresses(replaced(h.addresses(), from, to)));
            default -> Optional.empty();
        };
    }

    private static List<Address> replaced(List<Address> all, Address from, Address to) {
        return all.stream().map(a -> a.equals(from) ? to : a).toList();
    }
}
