package io.portolan.model.reach.oracle;

import io.portolan.model.policy.Relay;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// One alternative of a connection under way: where the design leaves something open, the flow
/// forks. `appPort`: the port behind the mesh tunnel. `onward`: the relay that was put in between.
record Flow(
        Packet packet,
        int appPort,
        Optional<Onward> onward,
        List<Interpreter.Hop> hops,
        List<Visit> visits,
        boolean ended) {

    record Visit(Site site, Packet packet) {}

    /// The relay that was put in between, and what the client dialled.
    record Onward(Relay relay, Packet.Party dialled) {}

    static Flow of(Packet packet, List<Interpreter.Hop> hops) {
        return new Flow(
                packet, packet.destination().port(), Optional.empty(), hops, List.of(), false);
    }

    /// Applies a step to every alternative that is still under way.
    static List<Flow> each(List<Flow> flows, Function<Flow, List<Flow>> step) {
        return flows.stream()
                .flatMap(flow -> flow.ended() ? Stream.of(flow) : step.apply(flow).stream())
                .toList();
    }

    Flow with(Packet other) {
        return new Flow(other, appPort, onward, hops, visits, ended);
    }

    Flow serving(int port) {
        return new Flow(packet, port, onward, hops, visits, ended);
    }

    Flow insteadOf(Onward dialled) {
        return new Flow(packet, appPort, Optional.of(dialled), hops, visits, ended);
    }

    Flow visited(Site site) {
        return new Flow(
                packet, appPort, onward, hops, append(visits, new Visit(site, packet)), ended);
    }

    Flow saying(String point, Interpreter.Verdict verdict, String because, Packet seen) {
        List<Interpreter.Hop> said =
                append(hops, new Interpreter.Hop(point, verdict, because, seen));
        return new Flow(packet, appPort, onward, said, visits, ended);
    }

    Flow noting(String translation) {
        return saying(translation, Interpreter.Verdict.NOT_IN_SCOPE, "translates", packet);
    }

    List<Flow> ending(String point, Interpreter.Verdict verdict, String because) {
        Flow said = saying(point, verdict, because, packet);
        return List.of(new Flow(packet, appPort, onward, said.hops, visits, true));
    }

    private static <T> List<T> append(List<T> list, T item) {
        return Stream.concat(list.stream(), Stream.of(item)).toList();
    }
}
