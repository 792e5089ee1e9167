package io.portolan.exporters.firewall.iptables;

import io.portolan.exporters.netfilter.Ruleset;
import io.portolan.exporters.netfilter.Ruleset.Hook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// How a packet came in, kept until its source is translated: POSTROUTING of iptables does not take
/// an incoming interface, so that FORWARD marks what came from one that is asked for there. The
/// upper half of the mark is used.
record Marks(List<String> interfaces) {
    private static final int SHIFT = 16;
    private static final String MASK = "0xffff0000";

    static Marks of(Ruleset rules) {
        TreeSet<String> asked = new TreeSet<>();
        rules.chains().stream()
                .filter(c -> c.base().filter(b -> b.hook() == Hook.POSTROUTING).isPresent())
                .flatMap(c -> c.lines().stream())
                .forEach(line -> line.box().enters().ifPresent(asked::addAll));
        return new Marks(List.copyOf(asked));
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (String name : interfaces) {
            lines.add("-A FORWARD -i %s -j MARK --set-xmark %s".formatted(name, mark(name)));
        }
        return lines;
    }

    /// What the packets of an interface are marked with.
    String mark(String name) {
        return "0x%x/%s".formatted((interfaces.indexOf(name) + 1) << SHIFT, MASK);
    }

    /// The condition on an incoming interface, where the chain takes none.
    Optional<String> condition(String chain, String name) {
        return chain.equals(Hook.POSTROUTING.name())
                ? Optional.of("-m mark --mark " + mark(name))
                : Optional.empty();
    }
}
