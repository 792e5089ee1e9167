package io.portolan.exporters.firewall.iptables;

import io.portolan.exporters.netfilter.Netfilter;
import io.portolan.exporters.netfilter.Ruleset;
import io.portolan.exporters.netfilter.Ruleset.Chain;
import io.portolan.exporters.netfilter.Ruleset.Hook;
import io.portolan.exporters.netfilter.Ruleset.Line;
import io.portolan.exporters.netfilter.Ruleset.Policy;
import io.portolan.exporters.netfilter.Ruleset.Verdict;
import io.portolan.exporters.text.CommentHeader;
import io.portolan.exporters.text.IndentingWriter;
import io.portolan.model.net.Cidr;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Writes the tables of one family. Each is replaced as a whole by loading it. All three are always
/// written: what an older export held is gone after the next.
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
        for (Table table : Table.values()) {
            writer.table(table);
        }
        return writer.out;
    }

    private void table(Table table) {
        out.line("*" + table.name().toLowerCase(Locale.ROOT));
        policies(table);
        List<Chain> own = jumpedTo(table);
        own.forEach(chain -> out.line(":" + chain.name() + " - [0:0]"));
        if (table == Table.MANGLE) {
            marks.lines().forEach(out::line);
        }
        own.forEach(chain -> lines(chain.name(), chain));
        for (Hook hook : table.hooks()) {
            based(table).filter(c -> hook(c) == hook).forEach(c -> lines(hook.name(), c));
        }
        out.line("COMMIT");
    }

    /// What comes to the firewall itself or from it is not part of a design.
    private void policies(Table table) {
        if (table == Table.FILTER) {
            policy("INPUT", Policy.ACCEPT);
            policy("OUTPUT", Policy.ACCEPT);
        }
        for (Hook hook : table.hooks()) {
            Policy usual = table == Table.FILTER ? Policy.DROP : Policy.ACCEPT;
            policy(
                    hook.name(),
                    based(table)
                            .filter(c -> hook(c) == hook)
                            .flatMap(c -> c.base().stream())
                            .map(Ruleset.Base::policy)
                            .findFirst()
                            .orElse(usual));
        }
    }

    private void policy(String chain, Policy policy) {
        out.line(":%s %s [0:0]".formatted(chain, policy));
    }

    private Stream<Chain> based(Table table) {
        return rules.chains().stream()
                .filter(chain -> chain.base().filter(b -> Table.of(b) == table).isPresent());
    }

    private static Hook hook(Chain chain) {
        return chain.base().map(Ruleset.Base::hook).orElseThrow();
    }

    /// A chain that is jumped to stands in the table of the chain that jumps.
    private List<Chain> jumpedTo(Table table) {
        Set<String> names = new HashSet<>();
        List<Chain> asked = based(table).toList();
        while (!asked.isEmpty()) {
            asked =
                    asked.stream()
                            .flatMap(chain -> chain.lines().stream())
                            .flatMap(line -> target(line).filter(names::add))
                            .flatMap(name -> named(name))
                            .toList();
        }
        return rules.chains().stream().filter(c -> names.contains(c.name())).toList();
    }

    private static Stream<String> target(Line line) {
        return line.verdict() instanceof Verdict.Jump(String chain)
                ? Stream.of(chain)
                : Stream.empty();
    }

    private Stream<Chain> named(String name) {
        return rules.chains().stream().filter(c -> c.base().isEmpty() && c.name().equals(name));
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
            case Verdict.Accept(),
                    Verdict.Drop(),
                    Verdict.Reject(),
                    Verdict.Return(),
                    Verdict.Masquerade() ->
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
