package io.portolan.model.reach;

import io.portolan.model.net.PortSet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// One way that a connection may go: where the design leaves something open it forks. `ports` are
/// those of the question that go this way; on `denied` some stage surely denies, on `unsure` some
/// stage may. `appPort`: the port behind the mesh tunnel. `onward`: the relay that was put in
/// between. `passed`: the devices on the whole way, `visits` are those of the present connection.
/// `probes`: the points met on the whole way, where they are asked later.
record Alternative(
        Packet packet,
        PortView appPort,
        Optional<Onward> onward,
        PortSet ports,
        PortSet denied,
        PortSet unsure,
        List<Said> hops,
        List<Visit> visits,
        List<Probe> probes,
        Itinerary way,
        Optional<Ending> ending) {
    /// What a stage said, and about which ports. Nobody reads the words on most paths, so they are
    /// put together when they are asked for.
    record Said(Supplier<Hop> told, PortSet ports) {
        Hop hop() {
            return told.get();
        }
    }

    record Visit(Site site, Packet packet) {}

    /// Why it goes no further.
    enum Ending {
        DENIED,
        NO_ROUTE,
        UNDEFINED
    }

    static Alternative of(Packet packet, PortSet ports) {
        return new Alternative(
                packet,
                packet.destination().port(),
                Optional.empty(),
                ports,
                PortSet.NONE,
                PortSet.NONE,
                List.of(),
                List.of(),
                List.of(),
                Itinerary.UNSAID,
                Optional.empty());
    }

    Alternative by(Itinerary other) {
        return new Alternative(
                packet, appPort, onward, ports, denied, unsure, hops, visits, probes, other,
                ending);
    }

    /// Applies a step to every alternative that is still under way.
    static List<Alternative> each(
            List<Alternative> all, Function<Alternative, List<Alternative>> step) {
        if (all.size() == 1 && all.getFirst().ending.isEmpty()) {
            return step.apply(all.getFirst());
        }
        List<Alternative> next = new ArrayList<>();
        for (Alternative one : all) {
            if (one.ending.isPresent()) {
                next.add(one);
            } else {
                next.addAll(step.apply(one));
            }
        }
        return next;
    }

    Alternative with(Packet other) {
        return new Alternative(
                other, appPort, onward, ports, denied, unsure, hops, visits, probes, way, ending);
    }

    Alternative serving(PortView port) {
        return new Alternative(
                packet, port, onward, ports, denied, unsure, hops, visits, probes, way, ending);
    }

    Alternative insteadOf(Onward dialled) {
        return new Alternative(
                packet,
                appPort,
                Optional.of(dialled),
                ports,
                denied,
                unsure,
                hops,
                visits,
                probes,
                way,
                ending);
    }

    /// The part of it that concerns these ports.
    Alternative on(PortSet others) {
        return others.equals(ports)
                ? this
                : new Alternative(
                        packet,
                        appPort,
                        onward,
                        ports.intersection(others),
                        denied.intersection(others),
                        unsure.intersection(others),
                        hops,
                        visits,
                        probes,
                        way,
                        ending);
    }

    /// The next connection of a relay, with what was said so far.
    Alternative anew(Packet next) {
        return new Alternative(
                next,
                next.destination().port(),
                Optional.empty(),
                ports,
                denied,
                unsure,
                hops,
                List.of(),
                probes,
                way.relaying(packet),
                Optional.empty());
    }

    /// Whether a relay got a packet with the same two ends before: what it sends on goes round in
    /// circles, whatever it wraps around it.
    boolean isLoop() {
        return way.relayed().stream()
                .anyMatch(before ->
                        before.source().equals(packet.source())
                                && before.destination().equals(packet.destination()));
    }

    Alternative visited(Site site) {
        return new Alternative(
                packet,
                appPort,
                onward,
                ports,
                denied,
                unsure,
                hops,
                append(visits, List.of(new Visit(site, packet))),
                probes,
                site instanceof Site.Device d ? way.through(d.device()) : way,
                ending);
    }

    Alternative probed(Probe probe) {
        return new Alternative(
                packet,
                appPort,
                onward,
                ports,
                denied,
                unsure,
                hops,
                visits,
                append(probes, List.of(probe)),
                way,
                ending);
    }

    Alternative judged(List<Said> said, PortSet alsoDenied, PortSet alsoUnsure) {
        return new Alternative(
                packet,
                appPort,
                onward,
                ports,
                denied.union(alsoDenied),
                unsure.union(alsoUnsure),
                append(hops, said),
                visits,
                probes,
                way,
                ending);
    }

    /// The same with other words for what the stages said.
    Alternative saying(List<Said> others) {
        return new Alternative(
                packet, appPort, onward, ports, denied, unsure, others, visits, probes, way,
                ending);
    }

    /// A translation or another note that decides nothing.
    Alternative noting(Stage stage, Outcome outcome, String because) {
        return judged(List.of(said(stage, outcome, because)), PortSet.NONE, PortSet.NONE);
    }

    /// A note that what comes next is followed both ways; nothing without a reason.
    Alternative doubting(Stage stage, String what, List<String> reasons) {
        return reasons.isEmpty()
                ? this
                : noting(
                        stage,
                        Outcome.UNDEFINED,
                        "whether %s is not defined (%s)"
                                .formatted(what, String.join("; ", reasons)));
    }

    List<Alternative> ending(Stage stage, Ending how, String because) {
        Outcome outcome =
                switch (how) {
                    case DENIED -> Outcome.DENY;
                    case NO_ROUTE -> Outcome.NO_ROUTE;
                    case UNDEFINED -> Outcome.UNDEFINED;
                };
        Alternative noted = noting(stage, outcome, because);
        PortSet refused = how == Ending.DENIED ? ports : PortSet.NONE;
        return List.of(
                new Alternative(
                        packet,
                        appPort,
                        onward,
                        ports,
                        denied.union(refused),
                        unsure,
                        noted.hops,
                        visits,
                        probes,
                        way,
                        Optional.of(how)));
    }

    private Said said(Stage stage, Outcome outcome, String because) {
        return new Said(
                () ->
                        new Hop(
                                stage.point(),
                                stage.owner(),
                                outcome,
                                because,
                                stage.origin(),
                                packet.text(ports)),
                ports);
    }

    static <T> List<T> append(List<T> list, List<T> items) {
        if (items.isEmpty()) {
            return list;
        }
        List<T> all = new ArrayList<>(list.size() + items.size());
        all.addAll(list);
        all.addAll(items);
        return Collections.unmodifiableList(all);
    }
}
