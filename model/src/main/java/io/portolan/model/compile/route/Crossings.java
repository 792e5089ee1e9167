package io.portolan.model.compile.route;

import io.portolan.model.compile.ground.Device;
import io.portolan.model.compile.ground.Ground;
import io.portolan.model.compile.need.Need;
import io.portolan.model.compile.need.Seen;
import io.portolan.model.compile.need.Terms;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.NatKind;
import io.portolan.model.design.NatRule;
import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;
import io.portolan.model.policy.Estate;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Forwarding;
import io.portolan.model.policy.Forwarding.NextHop;
import io.portolan.model.policy.Peer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which devices each connection passes, by their forwarding tables, and as whom.
public final class Crossings {
    private final Ground ground;
    private final Estate estate;
    private final Routing routing;
    private final Seen seen;

    public Crossings(Ground ground, Estate estate, Routing routing) {
        this.ground = ground;
        this.estate = estate;
        this.routing = routing;
        this.seen = new Seen(ground);
    }

    /// All of them, connection by connection, none twice.
    public List<Crossing> of(List<Need> needs) {
        Set<Crossing> all = new LinkedHashSet<>();
        needs.forEach(need -> of(need, all));
        return List.copyOf(all);
    }

    private void of(Need need, Set<Crossing> found) {
        Element target = ground.design().find(need.to()).orElseThrow();
        String segment = ground.segments().of(need.to());
        String start = ground.segments().of(need.start());
        if (start.equals(segment)) {
            return;
        }
        Walk walk = new Walk(need, segment, seen.peer(target), found);
        for (Address address : addresses(need.to())) {
            for (ElementId device : ground.gateways(start)) {
                enter(walk, device.value(), start, address, seen.source(need), Set.of());
            }
        }
    }

    /// What stays the same along a way.
    private record Walk(Need need, String segment, Expr<Peer> destination, Set<Crossing> found) {}

    /// The ends of each block that the destination may have its address from.
    private List<Address> addresses(ElementId id) {
        return estate.find(id.value()).map(Estate.Member::addresses).orElse(List.of()).stream()
                .flatMap(block -> Stream.of(block.first(), block.last()))
                .distinct()
                .toList();
    }

    private void enter(
            Walk walk,
            String device,
            String segment,
            Address to,
            Expr<Peer> source,
            Set<String> passed) {
        Optional<Forwarding> table = routing.of(device);
        if (table.isEmpty() || passed.contains(device)) {
            return;
        }
        Set<String> longer = new LinkedHashSet<>(passed);
        longer.add(device);
        table.get().interfaces().stream()
                .filter(face -> face.segment().equals(segment))
                .findFirst()
                .ifPresent(in -> forward(walk, table.get(), in, to, source, longer));
    }

    private void forward(
            Walk walk,
            Forwarding table,
            Forwarding.Interface in,
            Address to,
            Expr<Peer> source,
            Set<String> passed) {
        for (Forwarding.Entry entry : best(table, in.vrf(), to)) {
            exit(table, entry.next())
                    .ifPresent(out -> leave(walk, table, in, out, entry, to, source, passed));
        }
    }

    private void leave(
            Walk walk,
            Forwarding table,
            Forwarding.Interface in,
            Forwarding.Interface out,
            Forwarding.Entry entry,
            Address to,
            Expr<Peer> source,
            Set<String> passed) {
        walk.found()
                .add(
                        new Crossing(
                                walk.need(), table.device(), in, out, source, walk.destination()));
        if (entry.next() instanceof NextHop.Via(_, String next)) {
            Expr<Peer> after = translated(table.device(), in, out, source);
            enter(walk, next, out.segment(), to, after, passed);
        }
    }

    private static List<Forwarding.Entry> best(Forwarding table, String vrf, Address to) {
        List<Forwarding.Entry> matching =
                table.entries().stream()
                        .filter(e -> e.vrf().equals(vrf) && e.prefix().contains(to))
                        .toList();
        int longest = matching.stream().mapToInt(e -> e.prefix().length()).max().orElse(-1);
        return matching.stream().filter(e -> e.prefix().length() == longest).toList();
    }

    private static Optional<Forwarding.Interface> exit(Forwarding table, NextHop next) {
        return switch (next) {
            case NextHop.Attached(String name) -> face(table, name);
            case NextHop.Via(String name, _) -> face(table, name);
            case NextHop.Discard() -> Optional.empty();
        };
    }

    private static Optional<Forwarding.Interface> face(Forwarding table, String name) {
        return table.interfaces().stream().filter(i -> i.name().equals(name)).findFirst();
    }

    /// The source after the device's own translation, as far as interfaces alone decide it.
    private Expr<Peer> translated(
            String device, Forwarding.Interface in, Forwarding.Interface out, Expr<Peer> source) {
        return ground.design()
                .find(ElementId.parse(device))
                .flatMap(Device::of)
                .flatMap(translating -> sourceRule(translating, in, out, source))
                .map(rule -> target(rule, out, source))
                .orElse(source);
    }

    private static Optional<NatRule> sourceRule(
            Device device, Forwarding.Interface in, Forwarding.Interface out, Expr<Peer> source) {
        return NatOrder.of(device).stream()
                .filter(r -> r.kind() != NatKind.DESTINATION && !isOfPorts(r))
                .filter(r -> r.in().map(n -> is(in, n)).orElse(true))
                .filter(r -> r.out().map(n -> is(out, n)).orElse(true))
                .filter(r -> r.sources().isEmpty() || covers(r.sources(), source))
                .findFirst();
    }

    /// A port forward hides nothing that the host opens itself.
    private static boolean isOfPorts(NatRule rule) {
        return rule.kind() == NatKind.STATIC && rule.ports().isPresent();
    }

    private static boolean is(Forwarding.Interface face, String name) {
        return face.name().equals(name) || face.zone().equals(name);
    }

    private static boolean covers(List<Cidr> blocks, Expr<Peer> source) {
        return source instanceof Expr.Is<Peer>(Peer.At(List<Cidr> given))
                && given.stream().allMatch(g -> blocks.stream().anyMatch(b -> b.contains(g)));
    }

    private static Expr<Peer> target(NatRule rule, Forwarding.Interface out, Expr<Peer> source) {
        List<Cidr> to = rule.to().stream().toList();
        return switch (rule.kind()) {
            case NONE, DESTINATION -> source;
            case SOURCE -> Terms.at(to.isEmpty() ? List.of(out.address().asBlock()) : to);
            case STATIC ->
                    source.equals(Terms.at(rule.sources()))
                            ? Terms.at(to)
                            : new Expr.Unknown<>("one of " + to + " by the rule " + rule.name());
        };
    }
}
