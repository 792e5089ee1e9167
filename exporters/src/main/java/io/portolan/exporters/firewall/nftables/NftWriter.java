package io.portolan.exporters.firewall.nftables;

import io.portolan.exporters.netfilter.Netfilter;
import io.portolan.exporters.netfilter.Quoted;
import io.portolan.exporters.netfilter.Ruleset;
import io.portolan.exporters.netfilter.Ruleset.Base;
import io.portolan.exporters.netfilter.Ruleset.Chain;
import io.portolan.exporters.netfilter.Ruleset.Line;
import io.portolan.exporters.netfilter.Ruleset.Verdict;
import io.portolan.exporters.packet.Box;
import io.portolan.exporters.text.CommentHeader;
import io.portolan.exporters.text.IndentingWriter;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortRange;
import io.portolan.model.net.PortSet;
import io.portolan.model.policy.ConnectionState;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes the table so that loading it twice gives the same: it is added, deleted and added again,
/// which nft does as one transaction (`destroy table` needs nft 1.0.7).
final class NftWriter {
    /// The longest comment that nftables keeps.
    private static final int COMMENT = 128;

    private final IndentingWriter out = new IndentingWriter("    ");

    static IndentingWriter write(Netfilter.Device device) {
        NftWriter writer = new NftWriter();
        CommentHeader.write(
                writer.out, "#", device.origin(), "nftables rules of " + device.label());
        writer.table(device.rules());
        return writer.out;
    }

    private void table(Ruleset config) {
        out.line("add table inet portolan");
        out.line("delete table inet portolan");
        out.line("table inet portolan {");
        out.indented(() -> config.chains().forEach(this::chain));
        out.line("}");
    }

    private void chain(Chain chain) {
        out.line("chain " + chain.name() + " {");
        out.indented(() -> {
            chain.base().ifPresent(base -> out.line(base(base)));
            chain.lines().forEach(line -> out.about(line.about(), () -> out.line(text(line))));
        });
        out.line("}");
    }

    private static String base(Base base) {
        return "type %s hook %s priority %s; policy %s;"
                .formatted(
                        lower(base.type()),
                        lower(base.hook()),
                        base.priority(),
                        lower(base.policy()));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static String text(Line line) {
        List<String> words = new ArrayList<>(conditions(line.box()));
        words.add("counter");
        if (line.logged()) {
            words.add("log prefix \"portolan \"");
        }
        verdict(line.verdict()).ifPresent(words::add);
        if (!line.comment().isEmpty()) {
            words.add("comment " + Quoted.of(line.comment(), COMMENT));
        }
        return String.join(" ", words);
    }

    private static Optional<String> verdict(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accept() -> Optional.of("accept");
            case Verdict.Drop() -> Optional.of("drop");
            case Verdict.Reject() -> Optional.of("reject");
            case Verdict.GoOn() -> Optional.empty();
            case Verdict.Return() -> Optional.of("return");
            case Verdict.Jump(String chain) -> Optional.of("jump " + chain);
            case Verdict.Dnat(Cidr to, Optional<Integer> port) ->
                    Optional.of(
                            "dnat "
                                    + family(to)
                                    + " to "
                                    + address(to)
                                    + port.map(p -> ":" + p).orElse(""));
            case Verdict.Snat(Cidr to) -> Optional.of("snat " + family(to) + " to " + address(to));
            case Verdict.Masquerade() -> Optional.of("masquerade");
        };
    }

    private static String family(Cidr block) {
        return block.first().v6() ? "ip6" : "ip";
    }

    private static String address(Cidr block) {
        if (!Ruleset.isSingle(block)) {
            return block.first() + "-" + block.last();
        }
        return block.first().v6() ? "[" + block.first() + "]" : block.first().toString();
    }

    // ---------------------------------------------------------------- conditions

    private static List<String> conditions(Box box) {
        List<String> words = new ArrayList<>();
        box.enters().ifPresent(names -> words.add("iifname " + names(names)));
        box.leaves().ifPresent(names -> words.add("oifname " + names(names)));
        words.addAll(side(box.source(), "saddr"));
        words.addAll(side(box.destination(), "daddr"));
        words.addAll(service(box.service()));
        box.states().ifPresent(states -> words.add("ct state " + states(states)));
        if (box.translated()) {
            words.add("ct status dnat");
        }
        return words;
    }

    private static String names(Set<String> names) {
        return set(names.stream().map(n -> "\"" + n + "\"").toList());
    }

    private static List<String> side(Box.Side side, String field) {
        List<String> words = new ArrayList<>();
        side.within().ifPresent(blocks -> words.add(within(blocks, field)));
        if (!side.without().isEmpty()) {
            words.add(
                    family(side.without().getFirst())
                            + " "
                            + field
                            + " != "
                            + blocks(side.without()));
        }
        return words;
    }

    private static String within(List<Cidr> blocks, String field) {
        Cidr first = blocks.getFirst();
        return first.length() == 0
                ? "meta nfproto " + (first.first().v6() ? "ipv6" : "ipv4")
                : family(first) + " " + field + " " + blocks(blocks);
    }

    private static String blocks(List<Cidr> blocks) {
        return set(
                blocks.stream()
                        .map(b -> Ruleset.isSingle(b) ? b.first().toString() : b.toString())
                        .toList());
    }

    private static List<String> service(Box.Service service) {
        return switch (service) {
            case Box.Service.All() -> List.of();
            case Box.Service.Ports ports -> ports(ports);
            case Box.Service.Icmp icmp -> icmp(icmp);
            case Box.Service.Protocol(int number) -> List.of("meta l4proto " + number);
        };
    }

    private static List<String> ports(Box.Service.Ports ports) {
        String transport = lower(ports.transport());
        List<String> words = new ArrayList<>();
        if (!ports.source().equals(PortSet.ALL)) {
            words.add(transport + " sport " + ranges(ports.source()));
        }
        if (!ports.destination().equals(PortSet.ALL)) {
            words.add(transport + " dport " + ranges(ports.destination()));
        }
        return words.isEmpty() ? List.of("meta l4proto " + transport) : words;
    }

    private static String ranges(PortSet ports) {
        return set(ports.ranges().stream().map(PortRange::toString).toList());
    }

    private static List<String> icmp(Box.Service.Icmp icmp) {
        String name = icmp.family() == 4 ? "icmp" : "icmpv6";
        List<String> words = new ArrayList<>();
        icmp.type().ifPresent(type -> words.add(name + " type " + type));
        icmp.code().ifPresent(code -> words.add(name + " code " + code));
        return words.isEmpty()
                ? List.of("meta l4proto " + (icmp.family() == 4 ? "icmp" : "ipv6-icmp"))
                : words;
    }

    private static String states(Set<ConnectionState> states) {
        return states.stream().map(NftWriter::lower).collect(Collectors.joining(","));
    }

    /// One value alone, several in braces.
    private static String set(List<String> values) {
        return values.size() == 1 ? values.getFirst() : "{ " + String.join(", ", values) + " }";
    }
}
