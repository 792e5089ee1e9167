package io.portolan.exporters.firewall.asa;

import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Refusal;
import io.portolan.model.policy.Remainder;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Ties;
import io.portolan.model.policy.Traffic;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads the access list that `AsaWriter` writes, as an importer would: a line of the list that is
/// not understood is a rule that may match, what is no line of the list is left over.
final class AccessListText {
    private static final Action DENY = new Action.Deny(Refusal.DROP);
    private static final String OURS = "portolan ";

    private final String name;
    private final List<Rule> rules = new ArrayList<>();
    private final List<Remainder> rest = new ArrayList<>();
    private Optional<Origin> announced = Optional.empty();

    private AccessListText(String name) {
        this.name = name;
    }

    record Read(Block block, List<Remainder> notAnalysed) {}

    static Read read(String name, List<String> lines) {
        AccessListText text = new AccessListText(name);
        for (int i = 0; i < lines.size(); i++) {
            text.line(lines.get(i), new Origin.Line("asa.cfg", i + 1));
        }
        Remark remark = new Remark(new Origin.Line("asa.cfg", 1), "", false);
        Policy policy = new Policy(name, 1, Expr.any(), PolicyMode.ISOLATES, text.rules, remark);
        return new Read(
                new Block(name, new Discipline.FirstMatch(Ties.AS_LISTED), List.of(policy), DENY),
                text.rest);
    }

    private void line(String line, Origin.Line here) {
        String remark = "access-list " + name + " remark ";
        String entry = "access-list " + name + " extended ";
        if (line.startsWith(remark + OURS)) {
            announced = Optional.of(origin(line.substring((remark + OURS).length())));
        } else if (line.startsWith(entry)) {
            boolean logged = line.endsWith(" log");
            String plain = logged ? line.substring(0, line.length() - " log".length()) : line;
            rules.add(
                    rule(
                            plain.substring(entry.length()),
                            new Remark(announced.orElse(here), "", logged)));
            announced = Optional.empty();
        } else {
            rest.add(new Remainder(here, name, line));
        }
    }

    private static Origin origin(String words) {
        String[] parts = words.split(":", 2);
        return parts[0].equals("flow")
                ? new Origin.Flow(parts[1])
                : new Origin.Line(parts[0], Integer.parseInt(parts[1]));
    }

    private static Rule rule(String line, Remark remark) {
        Deque<String> words = new ArrayDeque<>(List.of(line.split(" ", -1)));
        Action action = words.removeFirst().equals("permit") ? new Action.Allow() : DENY;
        String protocol = words.removeFirst();
        Optional<Expr<Peer>> from = peer(words);
        Optional<Expr<Peer>> to = from.flatMap(_ -> peer(words));
        Optional<Expr<Traffic>> traffic = to.flatMap(_ -> traffic(protocol, words));
        Match match =
                traffic.map(t -> Match.any().from(from.get()).to(to.get()).on(t))
                        .orElseGet(() -> Match.any().from(new Expr.Unknown<>(line)));
        return new Rule(line, match, action, remark);
    }

    private static Optional<Expr<Peer>> peer(Deque<String> words) {
        String word = words.removeFirst();
        if (word.equals("any")) {
            return Optional.of(Expr.any());
        }
        if (word.equals("host")) {
            return Optional.of(block(words.removeFirst() + "/32"));
        }
        return word.matches("[0-9.]+")
                ? Optional.of(block(word + "/" + bits(words.removeFirst())))
                : Optional.empty();
    }

    private static Expr<Peer> block(String text) {
        return Expr.is(new Peer.At(List.of(Cidr.parse(text))));
    }

    private static int bits(String mask) {
        int bits = 0;
        for (String part : mask.split("\\.", -1)) {
            bits += new BigInteger(part).bitCount();
        }
        return bits;
    }

    private static Optional<Expr<Traffic>> traffic(String protocol, Deque<String> words) {
        if (protocol.equals("ip")) {
            return words.isEmpty() ? Optional.of(Expr.any()) : Optional.empty();
        }
        if (!protocol.equals("tcp") && !protocol.equals("udp")) {
            return Optional.empty();
        }
        Transport transport = Transport.valueOf(protocol.toUpperCase(Locale.ROOT));
        return ports(words).map(ports -> Expr.is(Traffic.to(transport, ports)));
    }

    private static Optional<PortSet> ports(Deque<String> words) {
        return switch (String.valueOf(words.pollFirst())) {
            case "eq" -> Optional.of(PortSet.of(number(words)));
            case "range" -> Optional.of(PortSet.range(number(words), number(words)));
            case "null" -> Optional.of(PortSet.ALL);
            default -> Optional.empty();
        };
    }

    private static int number(Deque<String> words) {
        return Integer.parseInt(words.removeFirst());
    }
}
