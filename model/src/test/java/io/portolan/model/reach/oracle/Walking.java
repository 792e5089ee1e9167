package io.portolan.model.reach.oracle;

import io.portolan.model.net.Address;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.Estate;
import io.portolan.model.policy.Forwarding;
import io.portolan.model.policy.Hook;
import io.portolan.model.policy.NatTable;
import io.portolan.model.policy.Rewrite;
import io.portolan.model.policy.Slot;
import io.portolan.model.policy.Translation;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Carries a packet from segment to segment: the four slots, two translations and the route of each
/// device.
final class Walking {
    private static final int TOO_MANY_HOPS = 200;

    private final EnforcementPlan plan;
    private final Estate estate;
    private final Points points;
    private final Translating translating;

    Walking(EnforcementPlan plan, Estate estate, Points points, Translating translating) {
        this.plan = plan;
        this.estate = estate;
        this.points = points;
        this.translating = translating;
    }

    /// What a device remembers of a packet between its slots.
    private record Crossing(
            Forwarding router,
            Forwarding.Interface in,
            Forwarding.@Nullable Interface out,
            Packet arrived,
            Rewrite pendingSource,
            boolean byRoutes) {
        Forwarding.Interface leaves() {
            return Objects.requireNonNull(out);
        }

        Site at(Slot slot) {
            return new Site.Device(router.device(), slot, in, out, arrived);
        }

        Matching.Sight sight(Packet packet, Slot slot) {
            return new Matching.Sight(packet, at(slot), Optional.empty());
        }

        Crossing translated(Translation t) {
            return new Crossing(router, in, out, arrived, t.source(), byRoutes);
        }

        Crossing leaving(String name) {
            return new Crossing(router, in, named(router, name), arrived, pendingSource, byRoutes);
        }
    }

    /// Where no routing at all is drawn, everybody reaches everybody directly, and so does whoever
    /// passes on what he is dialled for.
    List<Flow> travel(Flow flow, String segment) {
        boolean drawn =
                plan.routers().stream().anyMatch(Walking::carriesOn)
                        || estate.gateways().values().stream().anyMatch(all -> !all.isEmpty());
        return drawn ? travel(flow, segment, List.of()) : direct(flow, List.of());
    }

    private static boolean carriesOn(Forwarding router) {
        return router.interfaces().size() > 1
                || router.entries().stream()
                        .anyMatch(entry -> entry.next() instanceof Forwarding.NextHop.Via);
    }

    private List<Flow> direct(Flow flow, List<String> path) {
        Optional<Estate.Member> to = flow.packet().destination().endpoint();
        return to.filter(m -> translatesItself(m.name(), flow, m.segment())).isPresent()
                ? cross(flow, to.get().name(), to.get().segment(), path, false)
                : List.of(flow);
    }

    private List<Flow> travel(Flow flow, String segment, List<String> path) {
        if (isAt(flow.packet().destination(), segment)) {
            String name = flow.packet().destination().endpoint().orElseThrow().name();
            return translatesItself(name, flow, segment)
                    ? cross(flow, name, segment, path, true)
                    : List.of(flow);
        }
        List<String> gateways = estate.gateways().getOrDefault(segment, List.of());
        return gateways.isEmpty()
                ? flow.ending(segment, Interpreter.Verdict.NO_ROUTE, "no gateway")
                : gateways.stream()
                        .flatMap(d -> cross(flow, d, segment, path, true).stream())
                        .toList();
    }

    private static boolean isAt(Packet.Party party, String segment) {
        return party.endpoint().filter(e -> e.segment().equals(segment)).isPresent();
    }

    /// A node or firewall that is itself dialled, on a port that it translates (NodePort, interface
    /// VIP).
    private boolean translatesItself(String device, Flow flow, String segment) {
        return plan.routers().stream()
                .filter(r -> r.device().equals(device))
                .anyMatch(router -> {
                    Matching.Sight sight =
                            entering(router, segment, flow.packet(), true)
                                    .sight(flow.packet(), Slot.BEFORE_DNAT);
                    return table(device, Hook.PREROUTING).stream()
                            .flatMap(table -> table.translations().stream())
                            .anyMatch(t -> Matching.matches(t.match(), sight) != Matching.Truth.NO);
                });
    }

    private List<Flow> cross(
            Flow flow, String device, String segment, List<String> path, boolean byRoutes) {
        String here = device + " " + flow.packet().destination().address();
        if (path.contains(here) || path.size() > TOO_MANY_HOPS) {
            return flow.ending(device, Interpreter.Verdict.NO_ROUTE, "loop");
        }
        List<String> longer = Stream.concat(path.stream(), Stream.of(here)).toList();
        Flow fresh = flow.with(flow.packet().translated(Optional.empty()));
        Crossing crossing = entering(router(device), segment, fresh.packet(), byRoutes);
        List<Flow> flows = points.visit(fresh, new Site.Border(Direction.OUT, segment));
        flows = Flow.each(flows, f -> points.visit(f, crossing.at(Slot.BEFORE_DNAT)));
        return Flow.each(flows, f -> destinationTranslated(f, crossing, longer));
    }

    private static Crossing entering(
            Forwarding router, String segment, Packet packet, boolean byRoutes) {
        return new Crossing(router, port(router, segment), null, packet, Rewrite.NONE, byRoutes);
    }

    private List<Flow> destinationTranslated(Flow flow, Crossing crossing, List<String> path) {
        Optional<NatTable> table = table(crossing.router().device(), Hook.PREROUTING);
        if (table.isEmpty()) {
            return afterTranslation(flow, crossing, path);
        }
        Matching.Sight sight = crossing.sight(flow.packet(), Slot.BEFORE_DNAT);
        List<Flow> flows = new ArrayList<>();
        for (Translation t : table.get().translations()) {
            Matching.Truth truth = Matching.matches(t.match(), sight);
            if (truth != Matching.Truth.NO) {
                flows.addAll(
                        Flow.each(
                                translating.redirected(flow, t, stand(crossing.in())),
                                f -> afterTranslation(f, crossing.translated(t), path)));
            }
            if (truth == Matching.Truth.YES) {
                return flows;
            }
        }
        flows.addAll(afterTranslation(flow, crossing, path));
        return flows;
    }

    private List<Flow> afterTranslation(Flow flow, Crossing crossing, List<String> path) {
        return Flow.each(
                points.visit(flow, crossing.at(Slot.AFTER_DNAT)), f -> routed(f, crossing, path));
    }

    private List<Flow> routed(Flow flow, Crossing crossing, List<String> path) {
        if (!crossing.byRoutes()) {
            return Flow.each(
                    left(flow, crossing.leaving(crossing.in().name())), f -> direct(f, path));
        }
        Address to = flow.packet().destination().address();
        List<Forwarding.Entry> best = routes(crossing.router(), crossing.in(), to);
        return best.isEmpty()
                ? flow.ending(
                        crossing.router().device(),
                        Interpreter.Verdict.NO_ROUTE,
                        "no route to " + to)
                : best.stream()
                        .flatMap(entry -> sent(flow, crossing, entry, path).stream())
                        .toList();
    }

    /// The longest prefix in the VRF of the incoming interface; several entries are equal-cost
    /// paths.
    private static List<Forwarding.Entry> routes(
            Forwarding router, Forwarding.Interface in, Address to) {
        List<Forwarding.Entry> matching =
                router.entries().stream()
                        .filter(e -> e.vrf().equals(in.vrf()) && e.prefix().contains(to))
                        .toList();
        int longest = matching.stream().mapToInt(e -> e.prefix().length()).max().orElse(-1);
        return matching.stream().filter(e -> e.prefix().length() == longest).toList();
    }

    private List<Flow> sent(
            Flow flow, Crossing crossing, Forwarding.Entry entry, List<String> path) {
        return switch (entry.next()) {
            case Forwarding.NextHop.Discard() ->
                    flow.ending(
                            crossing.router().device(), Interpreter.Verdict.NO_ROUTE, "null route");
            case Forwarding.NextHop.Attached(var name) -> {
                Crossing out = crossing.leaving(name);
                yield Flow.each(left(flow, out), f -> attached(f, out.leaves().segment(), path));
            }
            case Forwarding.NextHop.Via(var name, var device) -> {
                Crossing out = crossing.leaving(name);
                yield Flow.each(
                        left(flow, out), f -> cross(f, device, out.leaves().segment(), path, true));
            }
        };
    }

    private List<Flow> attached(Flow flow, String segment, List<String> path) {
        return isAt(flow.packet().destination(), segment)
                ? travel(flow, segment, path)
                : flow.ending(segment, Interpreter.Verdict.NO_ROUTE, "no such host");
    }

    private List<Flow> left(Flow flow, Crossing crossing) {
        List<Flow> flows = points.visit(flow, crossing.at(Slot.BEFORE_SNAT));
        flows = Flow.each(flows, f -> sourceTranslated(f, crossing));
        flows = Flow.each(flows, f -> points.visit(f, crossing.at(Slot.AFTER_SNAT)));
        return Flow.each(
                flows,
                f -> points.visit(f, new Site.Border(Direction.IN, crossing.leaves().segment())));
    }

    private List<Flow> sourceTranslated(Flow flow, Crossing crossing) {
        Translating.Stand stand = stand(crossing.leaves());
        if (!crossing.pendingSource().equals(Rewrite.NONE)) {
            return translating.resourced(
                    flow, "source translation", crossing.pendingSource(), stand);
        }
        Matching.Sight sight = crossing.sight(flow.packet(), Slot.BEFORE_SNAT);
        return table(crossing.router().device(), Hook.POSTROUTING)
                .map(table ->
                        Translating.translated(
                                flow,
                                table,
                                sight,
                                t -> translating.resourced(flow, t.name(), t.source(), stand)))
                .orElse(List.of(flow));
    }

    private Translating.Stand stand(Forwarding.Interface at) {
        return new Translating.Stand(Optional.of(translating.party("", at.address(), 0)), "");
    }

    private Optional<NatTable> table(String device, Hook hook) {
        return plan.natTables().stream()
                .filter(t -> t.hook() == hook && t.owner().equals(device))
                .findFirst();
    }

    private Forwarding router(String device) {
        return plan.routers().stream()
                .filter(r -> r.device().equals(device))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("There is no router (%s).".formatted(device)));
    }

    private static Forwarding.Interface port(Forwarding router, String segment) {
        return router.interfaces().stream()
                .filter(i -> i.segment().equals(segment))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "The router (%s) is not attached to (%s)."
                                        .formatted(router.device(), segment)));
    }

    private static Forwarding.Interface named(Forwarding router, String name) {
        return router.interfaces().stream()
                .filter(i -> i.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "The router (%s) has no interface (%s)."
                                        .formatted(router.device(), name)));
    }

    // ---------------------------------------------------------------- the way back

    /// The first guarded device on the way back that the request did not pass: it may know no
    /// session. Devices of the forward path undo what they translated.
    Optional<String> stranger(Flow flow) {
        String segment = flow.packet().destination().endpoint().orElseThrow().segment();
        Optional<String> device = firstGateway(segment);
        Packet.Party client = flow.packet().source();
        for (int hop = 0; hop < TOO_MANY_HOPS && !isAt(client, segment); hop++) {
            if (device.isEmpty()) {
                return Optional.empty();
            }
            Forwarding router = router(device.get());
            Optional<Packet> forward = arrivedAt(router.device(), flow);
            if (forward.isEmpty() && points.guard(router.device())) {
                return device;
            }
            client = forward.map(Packet::source).orElse(client);
            Optional<Forwarding.NextHop> next = back(router, segment, client.address());
            if (next.isEmpty()) {
                return Optional.empty();
            }
            segment = named(router, leaving(next.get())).segment();
            device =
                    next.get() instanceof Forwarding.NextHop.Via(_, var named)
                            ? Optional.of(named)
                            : firstGateway(segment);
        }
        return Optional.empty();
    }

    private Optional<String> firstGateway(String segment) {
        return estate.gateways().getOrDefault(segment, List.of()).stream().findFirst();
    }

    private static Optional<Packet> arrivedAt(String device, Flow flow) {
        return flow.visits().stream()
                .map(Flow.Visit::site)
                .filter(site -> site instanceof Site.Device d && d.device().equals(device))
                .map(site -> ((Site.Device) site).arrived())
                .findFirst();
    }

    private static Optional<Forwarding.NextHop> back(Forwarding router, String from, Address to) {
        return routes(router, port(router, from), to).stream()
                .map(Forwarding.Entry::next)
                .filter(next -> !(next instanceof Forwarding.NextHop.Discard))
                .findFirst();
    }

    private static String leaving(Forwarding.NextHop next) {
        return switch (next) {
            case Forwarding.NextHop.Attached(var name) -> name;
            case Forwarding.NextHop.Via(var name, _) -> name;
            case Forwarding.NextHop.Discard() -> "";
        };
    }
}
