package io.portolan.model.reach;

import io.portolan.model.net.Address;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Estate.Member;
import io.portolan.model.reach.Published.Way;
import io.portolan.model.reach.Question.Party;
import io.portolan.model.reach.Question.Payload;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// Who may open what to a member by the addresses that devices show for it, in ports of the member.
final class Shown {
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final SequencedMap<String, List<Published.Door>> doors = new LinkedHashMap<>();
    private final List<Protocol> others;
    private final Function<Question, Answer> answers;

    /// `others` stand for the protocols without ports, `answers` finds the answer to a question.
    Shown(
            List<Member> all,
            Published published,
            List<Protocol> others,
            Function<Question, Answer> answers) {
        for (Member member : all) {
            List<Published.Door> own = published.doors(member);
            if (!own.isEmpty()) {
                members.put(member.name(), member);
                doors.put(member.name(), own);
            }
        }
        this.others = others;
        this.answers = answers;
    }

    /// Those that are shown at all.
    List<Member> members() {
        return List.copyOf(members.values());
    }

    /// The most that could be opened to a member.
    TrafficSet most(Member member) {
        return doorsOf(member.name()).stream()
                .map(Published.Door::most)
                .reduce(TrafficSet.NONE, TrafficSet::union);
    }

    /// The addresses at which a member is shown.
    Stream<Address> addresses(Member member) {
        return doorsOf(member.name()).stream().map(Published.Door::dialled);
    }

    private List<Published.Door> doorsOf(String member) {
        return doors.getOrDefault(member, List.of());
    }

    /// What one member may open to another; what is not open for certain only if not `surely`.
    TrafficSet between(String from, String to, boolean surely) {
        return from.equals(to) ? TrafficSet.NONE : from(new Party.Member(from), to, surely);
    }

    /// What is open from a number of the population, all of whose addresses behave alike.
    TrafficSet from(Population population, int from, Member to) {
        Party party =
                population.isOutside(from)
                        ? new Party.At(population.outside().get(from - population.known()).first())
                        : new Party.Member(population.members().get(from).name());
        return from(party, to.name(), true);
    }

    private TrafficSet from(Party from, String to, boolean surely) {
        TrafficSet all = TrafficSet.NONE;
        for (Published.Door door : doorsOf(to)) {
            all = all.union(through(door, from, to, surely));
        }
        return all;
    }

    private TrafficSet through(Published.Door door, Party from, String to, boolean surely) {
        Map<Transport, PortSet> ports = new LinkedHashMap<>();
        door.ports()
                .forEach((transport, dialled) ->
                        ports.put(
                                transport,
                                door.real(
                                        opened(
                                                new Protocol(transport.number()),
                                                new Way(door.dialled(), dialled),
                                                from,
                                                to,
                                                surely))));
        boolean rest =
                door.isForAll()
                        && others.stream()
                                .allMatch(p ->
                                        opened(
                                                        p,
                                                        new Way(door.dialled(), PortSet.ALL),
                                                        from,
                                                        to,
                                                        surely)
                                                .equals(PortSet.ALL));
        return traffic(ports, rest);
    }

    static TrafficSet traffic(Map<Transport, PortSet> ports, boolean others) {
        return new TrafficSet(
                ports.getOrDefault(Transport.TCP, PortSet.NONE),
                ports.getOrDefault(Transport.UDP, PortSet.NONE),
                ports.getOrDefault(Transport.SCTP, PortSet.NONE),
                others);
    }

    private PortSet opened(Protocol protocol, Way way, Party from, String to, boolean surely) {
        Answer answer =
                answers.apply(
                        new Question(
                                from,
                                new Party.At(way.dialled()),
                                protocol,
                                way.ports(),
                                Payload.UNSPECIFIED,
                                List.of()));
        if (!Published.leadsTo(to, answer.alternatives())) {
            return PortSet.NONE;
        }
        return surely ? answer.allowed() : answer.allowed().union(answer.undefined());
    }
}
