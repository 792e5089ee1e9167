package io.portolan.model.reach;

import io.portolan.model.net.AddressSet;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Estate.Member;
import io.portolan.model.policy.Request;
import io.portolan.model.reach.Connecting.Client;
import io.portolan.model.reach.Connecting.Listening;
import io.portolan.model.reach.Relation.Conditional;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// What pairs may do of which the path decides, walked once for every pair asked for.
final class PairPaths {
    /// Numbers that no rule names: experiments and tests (RFC 3692).
    private static final int UNNAMED = 253;

    private final Parts parts;
    private final Population population;
    private final PathEvaluator evaluator;
    private @Nullable NavigableSet<Integer> protocols;
    private final Map<Long, Both> known = new ConcurrentHashMap<>();

    /// What surely works, and what may.
    record Both(TrafficSet allowed, TrafficSet possible) {
        Axis.Places places(boolean surely) {
            TrafficSet set = surely ? allowed : possible;
            Axis.Builder places = new Axis.Builder();
            for (Transport transport : Transport.values()) {
                places.add(transport, set.ports(transport));
            }
            if (set.others()) {
                places.add(Axis.OTHERS, Axis.END);
            }
            return places.build();
        }
    }

    PairPaths(Parts parts, Population population) {
        this.parts = parts;
        this.population = population;
        this.evaluator = new PathEvaluator(parts, Listening.IGNORED);
    }

    /// Those without ports that the plan tells apart; many plans are never asked for them.
    private synchronized NavigableSet<Integer> protocols() {
        NavigableSet<Integer> known = protocols;
        if (known == null) {
            known = new TreeSet<>(Set.of(UNNAMED));
            for (int number : PlanBlocks.protocols(parts.plan().plan())) {
                if (new Protocol(number).transport().isEmpty()) {
                    known.add(number);
                }
            }
            protocols = known;
        }
        return known;
    }

    Both of(int from, int to) {
        return known.computeIfAbsent((long) from << 32 | to, _ -> walked(from, to));
    }

    /// What requests may do beyond the ports that are open to everything.
    List<Conditional> conditional(int from, int to, PortSet always) {
        Set<Request> asked = new LinkedHashSet<>();
        Answer answer = answer(from, to, Transport.TCP.number(), new Content.Noting(asked));
        RequestTests tests = RequestTests.of(asked);
        if (answer.undefined().isEmpty() || tests.isTooMuch()) {
            return List.of();
        }
        Function<Content, PortSet> open =
                content ->
                        answer(from, to, Transport.TCP.number(), content).allowed().minus(always);
        List<Conditional> all = new ArrayList<>();
        if (tests.areInClear()) {
            RequestCube cube = new RequestCube(tests);
            all.addAll(cube.isTooLarge() ? List.of() : cube.open(open));
        }
        if (tests.areUnderTls()) {
            all.addAll(new ServerNameCells(tests).open(open));
        }
        return all;
    }

    private Both walked(int from, int to) {
        Interruption.check();
        Answer tcp = answer(from, to, Transport.TCP.number());
        Answer udp = answer(from, to, Transport.UDP.number());
        Answer sctp = answer(from, to, Transport.SCTP.number());
        boolean allowed = true;
        boolean possible = false;
        for (int protocol : protocols()) {
            Answer other = answer(from, to, protocol);
            allowed &= other.allowed().equals(PortSet.ALL);
            possible |= !other.possible().isEmpty();
        }
        return new Both(
                new TrafficSet(tcp.allowed(), udp.allowed(), sctp.allowed(), allowed),
                new TrafficSet(tcp.possible(), udp.possible(), sctp.possible(), possible));
    }

    private Answer answer(int from, int to, int protocol) {
        return answer(from, to, protocol, new Content.Unspecified());
    }

    private Answer answer(int from, int to, int protocol, Content content) {
        return evaluator.answer(
                new PathEvaluator.Ask(
                        parties(from, PortView.chosen()),
                        parties(to, PortView.asked()),
                        new Protocol(protocol),
                        PortSet.ALL,
                        content,
                        Client.HONEST));
    }

    private List<Party> parties(int number, PortView port) {
        Member member = population.members().get(number);
        if (!population.isOutside(number)) {
            return parts.translating().self(member, port);
        }
        return parts.classes().of(AddressSet.of(member.addresses())).stream()
                .map(part -> new Party(part, port, Optional.of(member)))
                .toList();
    }
}
