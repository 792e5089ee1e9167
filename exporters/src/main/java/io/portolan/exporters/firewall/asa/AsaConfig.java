package io.portolan.exporters.firewall.asa;

import io.portolan.model.design.InterfaceAddress;
import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortRange;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The part of an ASA's configuration that a design decides.
record AsaConfig(
        List<Face> faces,
        boolean equalLevelsMayTalk,
        boolean hairpinsMayPass,
        List<Network> networks,
        List<Service> services,
        List<AccessList> lists,
        List<Nat> nat,
        List<Route> routes) {
    AsaConfig {
        faces = List.copyOf(faces);
        networks = List.copyOf(networks);
        services = List.copyOf(services);
        lists = List.copyOf(lists);
        nat = List.copyOf(nat);
        routes = List.copyOf(routes);
    }

    /// `port` is the socket of the box, `nameif` what everything else calls the interface.
    record Face(String port, String nameif, int level, Optional<InterfaceAddress> address) {}

    /// A network object of one block or DNS name, or an object group of several blocks.
    record Network(String name, List<Cidr> blocks, Optional<String> fqdn) {
        Network {
            blocks = List.copyOf(blocks);
        }
    }

    /// A service object of one transport and port, for translations.
    record Service(String name, String transport, int port) {}

    /// `face` is the interface whose packets the list judges, those coming `in` or going `out`.
    record AccessList(String name, String face, Way way, List<Ace> entries) {
        AccessList {
            entries = List.copyOf(entries);
        }
    }

    enum Way {
        IN,
        OUT
    }

    /// One line. `about` is the flow it serves or "".
    record Ace(
            boolean permits,
            Protocol protocol,
            Peer source,
            Peer destination,
            boolean logged,
            String remark,
            String about) {}

    /// What stands where an address is expected.
    sealed interface Peer {
        /// `any`, or `any4` and `any6` for one family.
        record Any(Optional<Boolean> v6) implements Peer {}

        record Block(Cidr block) implements Peer {}

        record Named(Network network) implements Peer {}
    }

    /// The protocol and what stands behind each address.
    sealed interface Protocol {
        record Ip() implements Protocol {}

        record Ports(String transport, PortRange source, PortRange destination)
                implements Protocol {}

        record Icmp(int family, OptionalInt type, OptionalInt code) implements Protocol {}

        record Other(int number) implements Protocol {}
    }

    /// A manual translation between two interfaces (`any` for every one), in order; names are of
    /// network objects, `any` or `interface`.
    record Nat(
            String real,
            String mapped,
            boolean dynamic,
            String source,
            String sourceAs,
            Optional<Twice> destination) {}

    /// The destination half of a translation: as dialled, as it becomes, with its services.
    record Twice(
            String dialled,
            String becomes,
            Optional<String> dialledPort,
            Optional<String> becomesPort) {}

    /// A static route; without `face` the packets are dropped.
    record Route(Optional<String> face, Cidr prefix, Optional<Address> via) {}
}
