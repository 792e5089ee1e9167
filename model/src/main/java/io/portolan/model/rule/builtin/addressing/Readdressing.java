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
            case Database h -> Optional.of(database(h, replaced(h.addresses(), from, to)));
            case Mainframe h -> Optional.of(mainframe(h, replaced(h.addresses(), from, to)));
            case Appliance h -> Optional.of(appliance(h, replaced(h.addresses(), from, to)));
            case VirtualMachine h -> Optional.of(machine(h, replaced(h.addresses(), from, to)));
            default -> Optional.empty();
        };
    }

    private static List<Address> replaced(List<Address> all, Address from, Address to) {
        return all.stream().map(a -> a.equals(from) ? to : a).toList();
    }

    private static Database database(Database h, List<Address> addresses) {
        return new Database(
                h.id(),
                h.label(),
                h.parent(),
                h.about(),
                h.product(),
                addresses,
                h.names(),
                h.ports());
    }

    private static Mainframe mainframe(Mainframe h, List<Address> addresses) {
        return new Mainframe(
                h.id(),
                h.label(),
                h.parent(),
                h.about(),
                h.product(),
                addresses,
                h.names(),
                h.ports());
    }

    private static Appliance appliance(Appliance h, List<Address> addresses) {
        return new Appliance(
                h.id(),
                h.label(),
                h.parent(),
                h.about(),
                h.product(),
                addresses,
                h.names(),
                h.ports());
    }

    private static VirtualMachine machine(VirtualMachine h, List<Address> addresses) {
        return new VirtualMachine(
                h.id(),
                h.label(),
                h.parent(),
                h.about(),
                h.system(),
                addresses,
                h.names(),
                h.ports());
    }
}
