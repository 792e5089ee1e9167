package io.portolan.exporters.packet;

import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.policy.ConnectionState;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Passage;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Request;
import io.portolan.model.policy.Text;
import io.portolan.model.policy.Traffic;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Splits a match into boxes.
public final class Boxes {
    private Boxes() {}

    /// The boxes whose union is the match; none if nothing can match it.
    ///
    /// @throws CannotSay if a part has no meaning for a packet filter
    public static List<Box> of(Match match) {
        if (!(match.request() instanceof Expr.Any<Request>)) {
            throw new CannotSay("conditions on the request");
        }
        List<Box.Side> sources = sides(match.source());
        List<Box.Side> destinations = sides(match.destination());
        List<Box.Service> services = services(match.traffic());
        List<Box> passages = passages(match.passage());
        return sources.stream()
                .flatMap(source ->
                        destinations.stream()
                                .flatMap(destination ->
                                        services.stream()
                                                .flatMap(service ->
                                                        with(
                                                                passages,
                                                                source,
                                                                destination,
                                                                service))))
                .toList();
    }

    private static Stream<Box> with(
            List<Box> passages, Box.Side source, Box.Side destination, Box.Service service) {
        return passages.stream().map(passage -> passage.between(source, destination).of(service));
    }

    // ---------------------------------------------------------------- peers

    private static List<Box.Side> sides(Expr<Peer> peer) {
        return Terms.of(peer).stream().map(Boxes::side).filter(s -> !s.isEmpty()).toList();
    }

    private static Box.Side side(List<Terms.Literal<Peer>> terms) {
        Box.Side side = Box.Side.ANY;
        for (Terms.Literal<Peer> term : terms) {
            side =
                    switch (term.atom()) {
                        case Peer.At(List<Cidr> blocks) -> narrowed(side, blocks, term.positive());
                        case Peer.Domain(Text.Exact(String name)) when term.positive() ->
                                new Box.Side(side.within(), side.without(), Optional.of(name));
                        case Peer.Domain _ -> throw new CannotSay("a pattern of names");
                        case Peer.OfKind(var kind) -> throw new CannotSay("the kind " + kind);
                        case Peer.Labelled(_, String key, _) ->
                                throw new CannotSay("the label " + key);
                        case Peer.Principal _ -> throw new CannotSay("an identity");
                        case Peer.Relative _ -> throw new CannotSay("a peer relative to another");
                    };
        }
        return side;
    }

    private static Box.Side narrowed(Box.Side side, List<Cidr> blocks, boolean positive) {
        if (!positive) {
            List<Cidr> without = new ArrayList<>(side.without());
            without.addAll(blocks);
            return new Box.Side(side.within(), Blocks.outermost(without), side.name());
        }
        List<Cidr> within =
                side.within()
                        .map(known -> Blocks.intersection(known, blocks))
                        .orElseGet(() -> Blocks.outermost(blocks));
        return new Box.Side(Optional.of(within), side.without(), side.name());
    }

    // ---------------------------------------------------------------- services

    private static List<Box.Service> services(Expr<Traffic> traffic) {
        return Terms.of(traffic).stream().flatMap(t -> service(t).stream()).toList();
    }

    private static Optional<Box.Service> service(List<Terms.Literal<Traffic>> terms) {
        if (terms.isEmpty()) {
            return Optional.of(new Box.Service.All());
        }
        if (terms.size() > 1 || !terms.getFirst().positive()) {
            throw new CannotSay("an intersection or complement of services");
        }
        return switch (terms.getFirst().atom()) {
            case Traffic.Ports(var transport, PortSet destination, PortSet source) ->
                    destination.isEmpty() || source.isEmpty()
                            ? Optional.empty()
                            : Optional.of(new Box.Service.Ports(transport, destination, source));
            case Traffic.NamedPort(_, String name) -> throw new CannotSay("the named port " + name);
            case Traffic.Icmp(int family, var type, var code) ->
                    Optional.of(new Box.Service.Icmp(family, type, code));
            case Traffic.IpProtocol(int number) -> Optional.of(new Box.Service.Protocol(number));
        };
    }

    // ---------------------------------------------------------------- passage

    private static List<Box> passages(Expr<Passage> passage) {
        return Terms.of(passage).stream().flatMap(t -> passage(t).stream()).toList();
    }

    private static Optional<Box> passage(List<Terms.Literal<Passage>> terms) {
        Optional<SortedSet<String>> enters = Optional.empty();
        Optional<SortedSet<String>> leaves = Optional.empty();
        Optional<SortedSet<ConnectionState>> states = Optional.empty();
        boolean translated = false;
        for (Terms.Literal<Passage> term : terms) {
            if (!term.positive() && !(term.atom() instanceof Passage.InState)) {
                throw new CannotSay("all interfaces but one, or all but translated packets");
            }
            switch (term.atom()) {
                case Passage.Enters(var names) -> enters = both(enters, names);
                case Passage.Leaves(var names) -> leaves = both(leaves, names);
                case Passage.InState(var given) -> states = both(states, states(given, term));
                case Passage.Translated(var by) -> {
                    if (by.isPresent()) {
                        throw new CannotSay("packets translated by one rule alone");
                    }
                    translated = true;
                }
            }
        }
        boolean never =
                Stream.of(enters, leaves, states).anyMatch(s -> s.isPresent() && s.get().isEmpty());
        return never
                ? Optional.empty()
                : Optional.of(
                        new Box(
                                Box.Side.ANY,
                                Box.Side.ANY,
                                new Box.Service.All(),
                                enters,
                                leaves,
                                states,
                                translated));
    }

    private static Set<ConnectionState> states(
            Set<ConnectionState> given, Terms.Literal<Passage> term) {
        EnumSet<ConnectionState> chosen = EnumSet.copyOf(given);
        return term.positive() ? chosen : EnumSet.complementOf(chosen);
    }

    private static <T extends Comparable<T>> Optional<SortedSet<T>> both(
            Optional<SortedSet<T>> known, Set<T> names) {
        TreeSet<T> all = new TreeSet<>(names);
        known.ifPresent(all::retainAll);
        return Optional.of(all);
    }
}
