package io.portolan.exporters.firewall.iptables;

import io.portolan.exporters.netfilter.Families;
import io.portolan.exporters.netfilter.Ruleset;
import io.portolan.exporters.netfilter.Ruleset.Chain;
import io.portolan.exporters.netfilter.Ruleset.Line;

import java.util.List;

/// The two programs, each with the addresses of one family.
enum Family {
    V4("v4", "iptables-restore", "icmp", "icmp --icmp-type"),
    V6("v6", "ip6tables-restore", "ipv6-icmp", "icmp6 --icmpv6-type");

    private final String ending;
    private final String program;
    private final String icmp;
    private final String icmpType;

    Family(String ending, String program, String icmp, String icmpType) {
        this.ending = ending;
        this.program = program;
        this.icmp = icmp;
        this.icmpType = icmpType;
    }

    /// How its files end, as Debian's `iptables-persistent` calls them.
    String ending() {
        return ending;
    }

    String program() {
        return program;
    }

    /// The protocol of its control messages.
    String icmp() {
        return icmp;
    }

    /// The match of their types, up to the number.
    String icmpType() {
        return icmpType;
    }

    /// The lines that packets of this family can match.
    Ruleset part(Ruleset rules) {
        return new Ruleset(
                rules.chains().stream()
                        .map(c -> new Chain(c.name(), c.base(), lines(c.lines())))
                        .toList());
    }

    private List<Line> lines(List<Line> lines) {
        return lines.stream()
                .filter(line -> Families.fits(line.box(), this == V6))
                .filter(line ->
                        line.verdict()
                                .to()
                                .map(block -> block.first().v6() == (this == V6))
                                .orElse(true))
                .toList();
    }
}
