package io.portolan.model.reach;

import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;
import io.portolan.model.reach.Alternative.Ending;
import io.portolan.model.reach.Connecting.Client;
import io.portolan.model.reach.Connecting.Listening;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How connections travel, walked once for every pair of classes with one end of each, without
/// asking any filter.
final class Transits {
    private final Stands stands;
    private final Travellers travellers;
    private final PathEvaluator paths;
    private final ProtocolGroups groups;
    private final FactorMaker factors;
    private final AtomicReferenceArray<@Nullable Transit> known;
    private final AtomicReferenceArray<@Nullable Bits> irregular;
    private final Map<Transit, Transit> distinct = new ConcurrentHashMap<>();

    /// `guards`: of the plan of the parts.
    Transits(Parts parts, Guards guards, Travellers travellers) {
        this.stands = guards.stands();
        this.travellers = travellers;
        this.paths = new PathEvaluator(parts, Probe.NOTING, Listening.IGNORED);
        this.groups = ProtocolGroups.of(parts.plan().plan());
        this.factors = new FactorMaker(new Gates(parts.plan().plan().points()), guards);
        this.known = new AtomicReferenceArray<>(travellers.count() * travellers.count());
        this.irregular = new AtomicReferenceArray<>(travellers.count());
    }

    Travellers travellers() {
        return travellers;
    }

    Transit between(int from, int to) {
        return of(travellers.of(from), travellers.of(to));
    }

    Transit of(int from, int to) {
        int at = from * travellers.count() + to;
        Transit transit = known.get(at);
        if (transit == null) {
            Transit walked = walked(from, to);
            transit = distinct.computeIfAbsent(walked, _ -> walked);
            known.set(at, transit);
        }
        return transit;
    }

    /// Walks all pairs that are asked for. Members come before outside addresses, and their ways
    /// are longer: they are taken from both ends in turn, so that every thread has its share.
    void walk() {
        int count = travellers.count();
        IntStream.range(0, count)
                .map(i -> i % 2 == 0 ? i / 2 : count - 1 - i / 2)
                .parallel()
                .forEach(from ->
                        IntStream.range(0, count)
                                .filter(to -> isAsked(from, to))
                                .forEach(to -> of(from, to)));
    }

    /// The gates that were met.
    Set<Gate> gates() {
        return distinct.keySet().stream()
                .flatMap(transit -> transit.courses().stream())
                .flatMap(course -> course.factors().stream())
                .map(Factor::gate)
                .collect(Collectors.toSet());
    }

    /// Nobody asks what outside addresses do among themselves.
    boolean isAsked(int from, int to) {
        return !(travellers.isExternal(from) && travellers.isExternal(to));
    }

    /// The ends to which one end goes in ways that gates do not say everything of.
    Bits irregular(int from) {
        int travels = travellers.of(from);
        Bits all = irregular.get(travels);
        if (all == null) {
            all = irregularOf(travels);
            irregular.set(travels, all);
        }
        return all;
    }

    private Bits irregularOf(int from) {
        Bits all = Bits.NONE;
        for (int i = 0; i < travellers.count(); i++) {
            if (isAsked(from, i) && !of(from, i).isRegular()) {
                all = all.or(travellers.members(i));
            }
        }
        return all;
    }

    private Transit walked(int from, int to) {
        Interruption.check();
        Optional<int[]> pair = example(travellers.members(from), travellers.members(to));
        if (pair.isEmpty() || !stands.meet(pair.get()[0], pair.get()[1])) {
            return Transit.NONE;
        }
        List<Course> courses = new ArrayList<>();
        Ways ways = Ways.NONE;
        for (ProtocolGroups.Group group : groups.all()) {
            ways = ways.forAll() ? ways : ways(pair.get(), group.example());
            for (Way way : ways.all()) {
                if (way.factors().isEmpty()) {
                    return Transit.IRREGULAR;
                }
                courses.add(course(way.taken(), group, way.factors().get()));
            }
        }
        return Transit.of(courses);
    }

    /// The ways of one protocol; `forAll`: of all others as well, as nothing depends on it.
    private record Ways(List<Way> all, boolean forAll) {
        static final Ways NONE = new Ways(List.of(), false);
    }

    /// What is met on a way; nothing where gates do not say everything of it.
    private record Way(Alternative taken, Optional<List<Factor>> factors) {}

    /// One of each class, but not somebody twice: nobody travels to themselves.
    private Optional<int[]> example(Bits ones, Bits others) {
        int one = ones.first();
        int other = others.first(i -> !stands.isSame(one, i));
        if (other >= 0) {
            return Optional.of(new int[] {one, other});
        }
        int only = others.first();
        int next = ones.first(i -> !stands.isSame(i, only));
        return next < 0 ? Optional.empty() : Optional.of(new int[] {next, only});
    }

    private Ways ways(int[] pair, Protocol protocol) {
        Party from = stands.parties().get(pair[0]).as(Party.Role.SOURCE);
        Party to = stands.parties().get(pair[1]).on(PortView.asked()).as(Party.Role.DESTINATION);
        List<Alternative> all =
                paths.alternatives(
                        new PathEvaluator.Ask(
                                List.of(from),
                                List.of(to),
                                protocol,
                                PortSet.ALL,
                                new Content.Unspecified(),
                                Client.HONEST));
        return new Ways(
                all.stream().map(way -> new Way(way, factors.of(way))).toList(),
                all.stream().noneMatch(way -> way.packet().spoken().isAsked()));
    }

    private static Course course(
            Alternative way, ProtocolGroups.Group group, List<Factor> factors) {
        PortSet refused = way.denied().union(way.unsure());
        PortSet failing = way.ending().isPresent() ? way.ports() : refused;
        boolean lost = way.ending().filter(e -> e != Ending.UNDEFINED).isPresent();
        PortSet open = lost ? PortSet.NONE : way.ports().minus(way.denied());
        return new Course(
                group.taken(way.ports()),
                group.failing(failing, way.ports()),
                group.taken(open),
                factors);
    }
}
