package io.portolan.exporters.firewall.iptables;

import io.portolan.exporters.netfilter.Netfilter;
import io.portolan.exporters.netfilter.Ruleset;
import io.portolan.exporters.netfilter.Ruleset.Chain;
import io.portolan.exporters.netfilter.Ruleset.Hook;
import io.portolan.exporters.netfilter.Ruleset.Line;
import io.portolan.exporters.netfilter.Ruleset.Type;
import io.portolan.exporters.netfilter.Ruleset.Verdict;
import io.portolan.exporters.text.CommentHeader;
import io.portolan.exporters.text.IndentingWriter;
import io.portolan.model.net.Cidr;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Writes the tables of one family. Each is replaced as a whole by loading it, the filter first, so
/// that nothing passes by new translations and old rules. All three are always written: what an
/// older export held is gone after the next.
final class IptablesWriter {
    private final IndentingWriter out = new IndentingWriter("");
    private final Ruleset rules;
    private final Marks marks;
    private final Words words;

    private IptablesWriter(Ruleset rules, Family family) {
        this.rules = family.part(rules);
        this.marks = Marks.of(this.rules);
        this.words = new Words(family, marks);
    }

    static IndentingWriter write(Netfilter.Device device, Family family) {
        IptablesWriter writer = new IptablesWriter(device.rules(), family);
        String purpose =
                "%s rules of %s. Loading them replaces the tables filter, nat and mangle."
                        .formatted(family.program(), device.label());
        CommentHeader.write(writer.out, "#", device.origin(), purpose);
        writer.filter();
        writer.nat();
        writer.mangle();
        return writer.out;
    }

    private void filter() {
        out.line("*filter");
        builtIn("INPUT", Ruleset.Policy.ACCEPT);
        builtIn(
                "FORWARD",
                based(Type.FILTER, Hook.FORWARD)
                        .flatMap(c -> c.base().stream())
                        .map(Ruleset.Base::policy)
                        .findFirst()
                        .orElse(Ruleset.Policy.DROP));
        builtIn("OUTPUT", Ruleset.Policy.ACCEPT);
        List<Chain> own = rules.chains().stream().filter(c -> c.base().isEmpty()).toList();
        own.forEach(chain -> out.line(":" + chain.name() + " - [0:0]"));
        own.forEach(chain -> lines(chain.name(), chain));
        based(Type.FILTER, Hook.FORWARD).forEach(chain -> lines("FORWARD", chain));
        out.line("COMMIT");
    }

    private void nat() {
        out.line("*nat");
        for (Hook hook : List.of(Hook.PREROUTING, Hook.POSTROUTING)) {
            builtIn(hook.name(), Ruleset.Policy.ACCEPT);
        }
        for (Hook hook : List.of(Hook.PREROUTING, Hook.POSTROUTING)) {
            based(Type.NAT, hook).forEach(chain -> lines(hook.name(), chain));
        }
        out.line("COMMIT");
    }

    private void mangle() {
        out.line("*mangle");
        builtIn("FORWARD", Ruleset.Policy.ACCEPT);
        marks.lines().forEach(out::line);
        out.line("COMMIT");
    }

    private void builtIn(String chain, Ruleset.Policy policy) {
        out.line(":%s %s [0:0]".formatted(chain, policy));
    }

    private Stream<Chain> based(Type type, Hook hook) {
        return rules.chains().stream()
                .filter(chain ->
                        chain.base().filter(b -> b.type() == type && b.hook() == hook).isPresent());
    }

    private void lines(String name, Chain chain) {
        chain.lines().forEach(line -> out.about(line.about(), () -> line(name, line)));
    }

    /// To log is a target of its own, from which the packet comes back.
    private void line(String chain, Line line) {
        String start = "-A " + chain + words.conditions(chain, line);
        if (line.logged()) {
            out.line(start + " -j LOG --log-prefix \"portolan \"");
        }
        target(line.verdict()).ifPresent(target -> out.line(start + " -j " + target));
    }

    private static Optional<String> target(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accept(), Verdict.Drop(), Verdict.Reject(), Verdict.Masquerade() ->
                    Optional.of(verdict.getClass().getSimpleName().toUpperCase(Locale.ROOT));
            case Verdict.GoOn() -> Optional.empty();
            case Verdict.Jump(String chain) -> Optional.of(chain);
            case Verdict.Dnat(Cidr to, Optional<Integer> port) ->
                    Optional.of("DNAT --to-destination " + address(to, port));
            case Verdict.Snat(Cidr to) ->
                    Optional.of("SNAT --to-source " + address(to, Optional.empty()));
        };
    }

    private static String address(Cidr block, Optional<Integer> port) {
        String range =
                Ruleset.isSingle(block)
                        ? block.first().toString()
                        : block.first() + "-" + block.last();
        return port.map(p -> (block.first().v6() ? "[" + range + "]" : range) + ":" + p)
                .orElse(range);
    }
}
