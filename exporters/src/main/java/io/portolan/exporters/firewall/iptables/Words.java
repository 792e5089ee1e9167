package io.portolan.exporters.firewall.iptables;

import io.portolan.exporters.netfilter.Quoted;
import io.portolan.exporters.netfilter.Ruleset;
import io.portolan.exporters.netfilter.Ruleset.Line;
import io.portolan.exporters.packet.Box;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortRange;
import io.portolan.model.net.PortSet;
import io.portolan.model.policy.ConnectionState;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// The conditions of a line, up to its target.
final class Words {
    /// The longest comment that iptables keeps (XT_MAX_COMMENT_LEN, with the byte that ends it).
    private static final int COMMENT = 255;

    private final Family family;
    private final Marks marks;

    Words(Family family, Marks marks) {
        this.family = family;
        this.marks = marks;
    }

    /// Each with a space before it.
    String conditions(String chain, Line line) {
        List<String> words = new ArrayList<>();
        Box box = line.box();
        box.enters()
                .map(names -> names.getFirst())
                .ifPresent(in -> words.add(marks.condition(chain, in).orElse("-i " + in)));
        box.leaves().ifPresent(names -> words.add("-o " + names.getFirst()));
        side(box.source(), "-s", words);
        side(box.destination(), "-d", words);
        service(box.service(), words);
        box.states().ifPresent(states -> words.add("-m conntrack --ctstate " + states(states)));
        if (box.translated()) {
            words.add("-m conntrack --ctstate DNAT");
        }
        if (!line.comment().isEmpty()) {
            words.add("-m comment --comment " + Quoted.of(line.comment(), COMMENT));
        }
        return words.stream().map(word -> " " + word).collect(Collectors.joining());
    }

    private static void side(Box.Side side, String option, List<String> words) {
        side.within()
                .map(List::getFirst)
                .filter(block -> block.length() > 0)
                .ifPresent(block -> words.add(option + " " + text(block)));
    }

    private static String text(Cidr block) {
        return Ruleset.isSingle(block) ? block.first().toString() : block.toString();
    }

    private void service(Box.Service service, List<String> words) {
        switch (service) {
            case Box.Service.All() -> {}
            case Box.Service.Ports ports -> ports(ports, words);
            case Box.Service.Icmp icmp -> icmp(icmp, words);
            case Box.Service.Protocol(int number) -> words.add("-p " + number);
        }
    }

    private static void ports(Box.Service.Ports ports, List<String> words) {
        String transport = ports.transport().name().toLowerCase(Locale.ROOT);
        words.add("-p " + transport);
        ports(transport, "sport", ports.source(), words);
        ports(transport, "dport", ports.destination(), words);
    }

    private static void ports(String transport, String end, PortSet ports, List<String> words) {
        String ranges = ports.ranges().stream().map(Words::text).collect(Collectors.joining(","));
        if (ports.ranges().size() > 1) {
            words.add("-m multiport --%ss %s".formatted(end, ranges));
        } else if (!ports.equals(PortSet.ALL)) {
            words.add("-m %s --%s %s".formatted(transport, end, ranges));
        }
    }

    private static String text(PortRange range) {
        return range.low() == range.high()
                ? Integer.toString(range.low())
                : range.low() + ":" + range.high();
    }

    private void icmp(Box.Service.Icmp icmp, List<String> words) {
        words.add("-p " + family.icmp());
        icmp.type()
                .ifPresent(type ->
                        words.add(
                                "-m %s %d%s"
                                        .formatted(
                                                family.icmpType(),
                                                type,
                                                icmp.code().isPresent()
                                                        ? "/" + icmp.code().getAsInt()
                                                        : "")));
    }

    private static String states(Set<ConnectionState> states) {
        return states.stream().map(Enum::name).collect(Collectors.joining(","));
    }
}
