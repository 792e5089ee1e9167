package io.portolan.model.reach;

import io.portolan.model.net.AddressSet;
import io.portolan.model.net.Protocol;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.ConnectionState;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Estate.Member;
import io.portolan.model.policy.Estate.NamedPort;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Traffic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Turns rules of endpoint points into sets of peers and places, once for every rule and, where
/// port names are used, for every meaning of them.
final class AxisRules {
    private static final Truth OTHER_PROTOCOL = Truth.MAYBE;

    private final PeerIndex sources;
    private final PeerIndex destinations;
    private final Direction direction;
    private final Map<Map<String, List<NamedPort>>, Bits> portNames = new LinkedHashMap<>();
    private final int[] namings;
    private final IdentityHashMap<Rule, Map<Integer, List<AxisRule>>> known =
            new IdentityHashMap<>();

    AxisRules(PeerIndex sources, PeerIndex destinations, Direction direction) {
        this.sources = sources;
        this.destinations = destinations;
        this.direction = direction;
        Map<Map<String, List<NamedPort>>, Bits.Builder> groups = new LinkedHashMap<>();
        Map<Map<String, List<NamedPort>>, Integer> numbers = new HashMap<>();
        namings = new int[destinations.size()];
        for (int i = 0; i < destinations.size(); i++) {
            Map<String, List<NamedPort>> names = destinations.member(i).namedPorts();
            namings[i] = numbers.computeIfAbsent(names, _ -> numbers.size());
            groups.computeIfAbsent(names, _ -> new Bits.Builder(destinations.size())).add(i);
        }
        groups.forEach((all, bits) -> portNames.put(all, bits.build()));
    }

    /// What a rule means for a subject: the same for all that it holds for alike, and that call
    /// their ports alike where it names ports of the subject.
    List<AxisRule> of(Rule rule, int subject) {
        boolean named = direction == Direction.IN && namesPorts(rule.match().traffic());
        Truth held = held(rule.match(), subject);
        int alike =
                3 * (named ? namings[subject] : 0) + (held.isAlways() ? 2 : held.isNever() ? 0 : 1);
        return known.computeIfAbsent(rule, _ -> new HashMap<>())
                .computeIfAbsent(alike, _ -> compiled(rule, subject));
    }

    private Truth held(Match match, int subject) {
        Expr<Peer> own = own(match);
        return own instanceof Expr.Any<Peer>
                ? Truth.YES
                : held((direction == Direction.IN ? destinations : sources).of(own), subject);
    }

    private List<AxisRule> compiled(Rule rule, int subject) {
        if (!namesPorts(rule.match().traffic())) {
            return List.of(compiled(rule, subject, Optional.empty()));
        }
        if (direction == Direction.IN) {
            return List.of(compiled(rule, subject, Optional.of(destinations.member(subject))));
        }
        List<AxisRule> all = new ArrayList<>();
        portNames.forEach((_, group) -> {
            AxisRule one = compiled(rule, subject, Optional.of(destinations.member(first(group))));
            Extent peers = one.peers().and(Extent.of(group));
            if (!peers.possibly().isEmpty()) {
                all.add(
                        new AxisRule(
                                peers,
                                one.surely(),
                                one.possibly(),
                                one.belowSurely(),
                                one.belowPossibly(),
                                one.asksRequest(),
                                one.action()));
            }
        });
        return all;
    }

    private static int first(Bits bits) {
        int[] first = {-1};
        bits.forEach(i -> first[0] = first[0] < 0 ? i : first[0]);
        return first[0];
    }

    private Expr<Peer> own(Match match) {
        return direction == Direction.IN ? match.destination() : match.source();
    }

    private AxisRule compiled(Rule rule, int subject, Optional<Member> destination) {
        Match match = rule.match();
        boolean in = direction == Direction.IN;
        Extent peers = in ? sources.of(match.source()) : destinations.of(match.destination());
        Truth fixed = held(match, subject).and(passage(match));
        Truth request = Matching.eval(match.request(), _ -> Truth.MAYBE);
        Places4 below = new Places4(match.traffic(), destination, fixed);
        Places4 all = new Places4(match.traffic(), destination, fixed.and(request));
        Axis.Places surely = below.surely();
        Axis.Places possibly = below.possibly();
        return new AxisRule(
                peers,
                request.isAlways() ? surely : all.surely(),
                request.isAlways() ? possibly : all.possibly(),
                surely,
                possibly,
                !request.isAlways(),
                rule.action());
    }

    private static Truth held(Extent extent, int member) {
        if (extent.surely().has(member)) {
            return Truth.YES;
        }
        return extent.possibly().has(member) ? Truth.MAYBE : Truth.NO;
    }

    private static Truth passage(Match match) {
        Packet packet = packet(Protocol.TCP, Optional.empty());
        Sight sight = Sight.of(Site.workload(Direction.IN, Place.NIC), packet);
        return Matching.eval(match.passage(), atom -> PassageAtoms.test(atom, sight));
    }

    private static Packet packet(Protocol protocol, Optional<Member> destination) {
        Party from = new Party(AddressSet.NONE, PortView.chosen(), Optional.empty());
        Party to = new Party(AddressSet.NONE, PortView.asked(), destination);
        return new Packet(
                protocol,
                from,
                to,
                new Content.Unspecified(),
                Optional.empty(),
                ConnectionState.NEW,
                Optional.empty());
    }

    static boolean namesPorts(Expr<Traffic> traffic) {
        return switch (traffic) {
            case Expr.Is<Traffic>(var atom) -> atom instanceof Traffic.NamedPort;
            case Expr.AnyOf<Traffic>(var terms) -> terms.stream().anyMatch(AxisRules::namesPorts);
            case Expr.AllOf<Traffic>(var terms) -> terms.stream().anyMatch(AxisRules::namesPorts);
            case Expr.Not<Traffic>(var term) -> namesPorts(term);
            case Expr.Named<Traffic>(_, var meaning) -> namesPorts(meaning);
            case Expr.Any<Traffic>(), Expr.Unknown<Traffic>(_) -> false;
        };
    }

    /// Where traffic matches, for the three transports and everything else.
    private record Places4(Expr<Traffic> traffic, Optional<Member> destination, Truth fixed) {
        Axis.Places surely() {
            Axis.Builder places = new Axis.Builder();
            for (Transport transport : Transport.values()) {
                places.add(transport, truth(transport).surely());
            }
            if (!others().surely().isEmpty()) {
                places.add(Axis.OTHERS, Axis.END);
            }
            return places.build();
        }

        Axis.Places possibly() {
            Axis.Builder places = new Axis.Builder();
            for (Transport transport : Transport.values()) {
                places.add(transport, truth(transport).possibly());
            }
            if (!others().possibly().isEmpty()) {
                places.add(Axis.OTHERS, Axis.END);
            }
            return places.build();
        }

        private Truth truth(Transport transport) {
            Packet packet = packet(new Protocol(transport.number()), destination);
            return Matching.eval(traffic, atom -> TrafficAtoms.test(atom, packet)).and(fixed);
        }

        /// One of many protocols: a rule about a single one may or may not be about it.
        private Truth others() {
            return Matching.eval(traffic, Places4::other).and(fixed);
        }

        private static Truth other(Traffic atom) {
            return switch (atom) {
                case Traffic.Ports _, Traffic.NamedPort _ -> Truth.NO;
                case Traffic.Icmp _ -> OTHER_PROTOCOL;
                case Traffic.IpProtocol(int number) ->
                        new Protocol(number).transport().isPresent() ? Truth.NO : OTHER_PROTOCOL;
            };
        }
    }
}
