package io.portolan.exporters.firewall.asa;

import io.portolan.exporters.firewall.asa.AsaConfig.AccessList;
import io.portolan.exporters.firewall.asa.AsaConfig.Ace;
import io.portolan.exporters.firewall.asa.AsaConfig.Face;
import io.portolan.exporters.firewall.asa.AsaConfig.Nat;
import io.portolan.exporters.firewall.asa.AsaConfig.Network;
import io.portolan.exporters.firewall.asa.AsaConfig.Peer;
import io.portolan.exporters.firewall.asa.AsaConfig.Protocol;
import io.portolan.exporters.firewall.asa.AsaConfig.Route;
import io.portolan.exporters.firewall.asa.AsaConfig.Service;
import io.portolan.exporters.firewall.asa.AsaConfig.Twice;
import io.portolan.exporters.text.CommentHeader;
import io.portolan.exporters.text.IndentingWriter;
import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortRange;

import java.util.Optional;

/// Writes the configuration in the order in which an ASA accepts it: objects before the lists that
/// use them, lists before they are bound.
final class AsaWriter {
    /// The longest remark that an ASA keeps.
    private static final int REMARK = 100;

    private final IndentingWriter out = new IndentingWriter(" ");

    static IndentingWriter write(AsaConfig config, String origin, String device) {
        AsaWriter writer = new AsaWriter();
        CommentHeader.write(writer.out, "!", origin, "Cisco ASA configuration of " + device);
        writer.config(config, device);
        return writer.out;
    }

    private void config(AsaConfig config, String device) {
        out.line("hostname " + hostname(device));
        config.faces().forEach(this::face);
        if (config.equalLevelsMayTalk()) {
            out.line(AsaLowering.EQUAL_LEVELS);
        }
        if (config.hairpinsMayPass()) {
            out.line(AsaLowering.HAIRPINS);
        }
        out.line("!");
        config.networks().forEach(this::network);
        config.services().forEach(this::service);
        config.lists().forEach(this::list);
        config.lists()
                .forEach(l ->
                        out.line(
                                "access-group %s %s interface %s"
                                        .formatted(l.name(), AsaLowering.word(l.way()), l.face())));
        config.nat().forEach(n -> out.line(nat(n)));
        config.routes().forEach(r -> out.line(route(r)));
    }

    private static String hostname(String device) {
        String plain = device.replaceAll("[^A-Za-z0-9-]+", "-").replaceAll("^-+|-+$", "");
        return plain.isEmpty() ? "asa" : plain.substring(0, Math.min(plain.length(), 63));
    }

    private void face(Face face) {
        out.line("!");
        out.line("interface " + face.port());
        out.indented(() -> {
            out.line("nameif " + face.nameif());
            out.line("security-level " + face.level());
            face.address()
                    .ifPresent(a ->
                            out.line(
                                    a.address().v6()
                                            ? "ipv6 address " + a
                                            : "ip address "
                                                    + a.address()
                                                    + " "
                                                    + mask(a.length())));
            out.line("no shutdown");
        });
    }

    static String mask(int length) {
        return Cidr.parse("255.255.255.255/" + length).first().toString();
    }

    // ---------------------------------------------------------------- objects

    private void network(Network network) {
        if (network.blocks().size() > 1) {
            out.line("object-group network " + network.name());
            out.indented(
                    () -> network.blocks().forEach(b -> out.line("network-object " + block(b))));
        } else {
            out.line("object network " + network.name());
            out.indented(() -> out.line(single(network)));
        }
    }

    private static String single(Network network) {
        return network.fqdn()
                .map(name -> "fqdn v4 " + name)
                .orElseGet(() -> object(network.blocks().getFirst()));
    }

    private static String object(Cidr block) {
        return isHost(block) ? "host " + block.first() : "subnet " + block(block);
    }

    private static boolean isHost(Cidr block) {
        return block.length() == block.first().bits();
    }

    private static String block(Cidr block) {
        if (isHost(block)) {
            return "host " + block.first();
        }
        return block.first().v6() ? block.toString() : block.first() + " " + mask(block.length());
    }

    private void service(Service service) {
        out.line("object service " + service.name());
        out.indented(() ->
                out.line("service " + service.transport() + " destination eq " + service.port()));
    }

    // ---------------------------------------------------------------- lists

    private void list(AccessList list) {
        out.line("!");
        list.entries().forEach(entry -> out.about(entry.about(), () -> entry(list.name(), entry)));
    }

    private void entry(String list, Ace entry) {
        if (!entry.remark().isEmpty()) {
            out.line("access-list %s remark %s".formatted(list, remark(entry.remark())));
        }
        out.line("access-list %s extended %s".formatted(list, text(entry)));
    }

    private static String remark(String text) {
        String plain = CommentHeader.singleLine(text).replaceAll("[^\\x20-\\x7e]", "?");
        String signed = "portolan " + plain;
        return signed.substring(0, Math.min(signed.length(), REMARK));
    }

    static String text(Ace entry) {
        String ends =
                switch (entry.protocol()) {
                    case Protocol.Ip() -> ends("ip", entry, "", "");
                    case Protocol.Ports(String transport, PortRange from, PortRange to) ->
                            ends(transport, entry, range(from), range(to));
                    case Protocol.Icmp icmp ->
                            ends(icmp.family() == 4 ? "icmp" : "icmp6", entry, "", icmp(icmp));
                    case Protocol.Other(int number) ->
                            ends(Integer.toString(number), entry, "", "");
                };
        return (entry.permits() ? "permit " : "deny ") + ends + (entry.logged() ? " log" : "");
    }

    private static String ends(String protocol, Ace entry, String from, String to) {
        return protocol + " " + peer(entry.source()) + from + " " + peer(entry.destination()) + to;
    }

    private static String icmp(Protocol.Icmp icmp) {
        if (icmp.type().isEmpty()) {
            return "";
        }
        return " "
                + icmp.type().getAsInt()
                + (icmp.code().isPresent() ? " " + icmp.code().getAsInt() : "");
    }

    private static String range(PortRange range) {
        if (range.equals(PortRange.ALL)) {
            return "";
        }
        return range.low() == range.high()
                ? " eq " + range.low()
                : " range " + range.low() + " " + range.high();
    }

    private static String peer(Peer peer) {
        return switch (peer) {
            case Peer.Any(Optional<Boolean> v6) ->
                    "any" + v6.map(six -> six ? "6" : "4").orElse("");
            case Peer.Block(Cidr block) -> block(block);
            case Peer.Named(Network network) ->
                    (network.blocks().size() > 1 ? "object-group " : "object ") + network.name();
        };
    }

    // ---------------------------------------------------------------- translations, routes

    private static String nat(Nat nat) {
        String source = nat.dynamic() ? "dynamic" : "static";
        return "nat (%s,%s) source %s %s %s%s"
                .formatted(
                        nat.real(),
                        nat.mapped(),
                        source,
                        nat.source(),
                        nat.sourceAs(),
                        nat.destination().map(AsaWriter::twice).orElse(""));
    }

    private static String twice(Twice twice) {
        String services =
                twice.dialledPort()
                        .map(p -> " service " + p + " " + twice.becomesPort().orElse(p))
                        .orElse("");
        return " destination static " + twice.dialled() + " " + twice.becomes() + services;
    }

    private static String route(Route route) {
        String face = route.face().orElse("Null0");
        String via = route.via().map(Address::toString).map(a -> " " + a).orElse("");
        return route.prefix().first().v6()
                ? "ipv6 route " + face + " " + route.prefix() + via
                : "route %s %s %s%s"
                        .formatted(
                                face, route.prefix().first(), mask(route.prefix().length()), via);
    }
}
