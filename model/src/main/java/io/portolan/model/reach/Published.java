package io.portolan.model.reach;

import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Estate.Member;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Hook;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PortTarget;
import io.portolan.model.policy.Target;
import io.portolan.model.policy.Traffic;
import io.portolan.model.policy.Translation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// The addresses at which others can dial a member besides its own: those that a device translates
/// to it. Only what is translated to one single address counts.
final class Published {
    private final List<Translation> translations;

    /// What is dialled instead of a member.
    record Way(Address dialled, PortSet ports) {}

    Published(PlanIndex plan) {
        translations =
                plan.tables(Hook.PREROUTING).stream()
                        .flatMap(table -> table.translations().stream())
                        .filter(Published::shows)
                        .toList();
    }

    private static boolean shows(Translation translation) {
        return switch (translation.destination().address()) {
            case Target.Pool(var blocks) -> blocks.size() == 1 && isHost(blocks.getFirst());
            case Target.SameOffset _ -> true;
            case Target.Unchanged _, Target.Own _, Target.Backends _, Target.OneOf _ -> false;
        };
    }

    List<Way> of(Member member, Protocol protocol, PortSet ports) {
        return translations.stream()
                .flatMap(t ->
                        ports(t, protocol, ports).stream()
                                .flatMap(p -> dialled(t, member).map(a -> new Way(a, p))))
                .distinct()
                .toList();
    }

    /// An address that is shown for a member, with the ports of it that lead there; `real` is the
    /// member's own port, if it is another one. `isForAll`: what has no ports leads there too.
    record Door(
            Address dialled,
            SequencedMap<Transport, PortSet> ports,
            OptionalInt real,
            boolean isForAll) {
        /// What leads there, in ports of the member.
        TrafficSet most() {
            Map<Transport, PortSet> own = new LinkedHashMap<>();
            ports.forEach((transport, dialled) -> own.put(transport, real(dialled)));
            return Shown.traffic(own, isForAll);
        }

        /// The member's own ports behind those that were dialled.
        PortSet real(PortSet dialled) {
            return dialled.isEmpty() || real.isEmpty() ? dialled : PortSet.of(real.getAsInt());
        }
    }

    /// Everything that is shown for a member.
    List<Door> doors(Member member) {
        return translations.stream()
                .flatMap(t -> dialled(t, member).flatMap(a -> door(t, a).stream()))
                .distinct()
                .toList();
    }

    private static Optional<Door> door(Translation t, Address dialled) {
        SequencedMap<Transport, PortSet> ports = new LinkedHashMap<>();
        for (Transport transport : Transport.values()) {
            PortSet matched = matched(t.match().traffic(), new Protocol(transport.number()));
            if (!matched.isEmpty()) {
                ports.put(transport, matched);
            }
        }
        return switch (t.destination().port()) {
            case PortTarget.Keep() ->
                    Optional.of(
                            new Door(
                                    dialled,
                                    ports,
                                    OptionalInt.empty(),
                                    t.match().traffic() instanceof Expr.Any<Traffic>));
            case PortTarget.ToNumber(int number) ->
                    Optional.of(new Door(dialled, ports, OptionalInt.of(number), false));
            case PortTarget.ToName _ -> Optional.empty();
        };
    }

    /// Whether it is the member that the dialled address leads to; who is a gateway sends on.
    static boolean leadsTo(String member, List<Alternative> alternatives) {
        return !alternatives.isEmpty()
                && alternatives.stream()
                        .filter(a -> a.ending().isEmpty())
                        .allMatch(a ->
                                Stream.concat(a.way().relayed().stream(), Stream.of(a.packet()))
                                        .anyMatch(p -> p.destination().name().equals(member)));
    }

    private static Stream<Address> dialled(Translation translation, Member member) {
        return member.addresses().stream()
                .filter(Published::isHost)
                .map(Cidr::first)
                .flatMap(real -> dialled(translation, real));
    }

    private static Stream<Address> dialled(Translation translation, Address real) {
        return switch (translation.destination().address()) {
            case Target.Pool(var blocks)
                    when blocks.size() == 1
                            && isHost(blocks.getFirst())
                            && blocks.getFirst().contains(real) ->
                    blocks(translation.match().destination())
                            .filter(Published::isHost)
                            .map(Cidr::first);
            case Target.SameOffset(var from, var to) when to.contains(real) ->
                    Stream.of(from.first().offsetBy(to.first(), real));
            case Target.Pool _,
                    Target.SameOffset _,
                    Target.Unchanged _,
                    Target.Own _,
                    Target.Backends _,
                    Target.OneOf _ ->
                    Stream.empty();
        };
    }

    private static boolean isHost(Cidr block) {
        return block.length() == block.first().bits();
    }

    private static Stream<Cidr> blocks(Expr<Peer> destination) {
        return switch (destination) {
            case Expr.Is<Peer>(Peer.At(var blocks)) -> blocks.stream();
            case Expr.Named<Peer>(_, var meaning) -> blocks(meaning);
            case Expr.AllOf<Peer>(var terms) -> terms.stream().limit(1).flatMap(Published::blocks);
            case Expr.Any<Peer> _,
                    Expr.Is<Peer> _,
                    Expr.AnyOf<Peer> _,
                    Expr.Not<Peer> _,
                    Expr.Unknown<Peer> _ ->
                    Stream.empty();
        };
    }

    // ---------------------------------------------------------------- ports

    /// What must be dialled so that the member gets all of the ports.
    private static Optional<PortSet> ports(Translation t, Protocol protocol, PortSet asked) {
        PortSet matched = matched(t.match().traffic(), protocol);
        return switch (t.destination().port()) {
            case PortTarget.Keep() ->
                    asked.minus(matched).isEmpty() ? Optional.of(asked) : Optional.empty();
            case PortTarget.ToNumber(int number) ->
                    asked.equals(PortSet.of(number))
                            ? matched.ranges().stream()
                                    .findFirst()
                                    .map(range -> PortSet.of(range.low()))
                            : Optional.empty();
            case PortTarget.ToName _ -> Optional.empty();
        };
    }

    private static PortSet matched(Expr<Traffic> traffic, Protocol protocol) {
        return switch (traffic) {
            case Expr.Any<Traffic> _ -> PortSet.ALL;
            case Expr.Is<Traffic>(Traffic.Ports(var transport, var to, var from))
                    when from.equals(PortSet.ALL) && transport.number() == protocol.number() ->
                    to;
            case Expr.AnyOf<Traffic>(var terms) ->
                    terms.stream()
                            .map(term -> matched(term, protocol))
                            .reduce(PortSet.NONE, PortSet::union);
            case Expr.Is<Traffic> _,
                    Expr.AllOf<Traffic> _,
                    Expr.Not<Traffic> _,
                    Expr.Named<Traffic> _,
                    Expr.Unknown<Traffic> _ ->
                    PortSet.NONE;
        };
    }
}
