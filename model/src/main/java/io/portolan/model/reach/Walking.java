package io.portolan.model.reach;

import io.portolan.model.net.PortSet;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Estate.Member;
import io.portolan.model.policy.Forwarding;
import io.portolan.model.policy.Forwarding.NextHop;
import io.portolan.model.policy.Hook;
import io.portolan.model.policy.NatTable;
import io.portolan.model.policy.Slot;
import io.portolan.model.policy.Translation;
import io.portolan.model.reach.Alternative.Ending;
import io.portolan.model.reach.Crossing.Visit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Carries a packet from segment to segment: the gateways of each segment, the route of each
/// device. What happens inside a device is `Passing`.
final class Walking {
    private static final int TOO_MANY_HOPS = 200;

    /// What a device does with a packet when its destination is translated.
    private interface Routing extends BiFunction<Alternative, Crossing, List<Alternative>> {}

    private final PlanIndex plan;
    private final Roster roster;
    private final Points points;
    private final Translating translating;
    private final Passing passing;

    Walking(PlanIndex plan, Roster roster, Points points, Translating translating) {
        this.plan = plan;
        this.roster = roster;
        this.points = points;
        this.translating = translating;
        this.passing = new Passing(plan, points, translating);
    }

    /// From the segment of whoever sent it to the destination. Where no routing at all is drawn,
    /// everybody reaches everybody directly.
    List<Alternative> travel(Alternative alternative, Party sender) {
        if (!plan.isRouted() && !roster.hasGateways()) {
            return direct(alternative, List.of());
        }
        Optional<String> segment = sender.member().map(m -> m.segment());
        return segment.isPresent()
                ? travel(alternative, segment.get(), List.of())
                : alternative.ending(
                        Stage.of("source", ""),
                        Ending.UNDEFINED,
                        "nobody is known at the source address (%s)".formatted(sender.text()));
    }

    private List<Alternative> travel(Alternative alternative, String segment, List<Visit> path) {
        Party destination = alternative.packet().destination();
        if (destination.isIn(segment)) {
            return delivered(alternative, segment, path, this::routed);
        }
        List<String> gateways = roster.gateways(segment);
        if (gateways.isEmpty()) {
            return alternative.ending(Stage.of(segment, ""), Ending.NO_ROUTE, "no gateway");
        }
        if (gateways.size() == 1) {
            return cross(alternative, gateways.getFirst(), segment, path, this::routed);
        }
        return gateways.stream()
                .flatMap(device -> cross(alternative, device, segment, path, this::routed).stream())
                .toList();
    }

    /// As if all were in one segment; only who is dialled may send it elsewhere.
    private List<Alternative> direct(Alternative alternative, List<Visit> path) {
        Optional<Member> to = alternative.packet().destination().member();
        return to.isEmpty()
                ? List.of(alternative)
                : delivered(alternative, to.get().segment(), path, this::returned);
    }

    private List<Alternative> returned(Alternative alternative, Crossing crossing) {
        return leave(
                alternative, crossing, crossing.in().name(), _ -> a -> direct(a, crossing.path()));
    }

    private List<Alternative> delivered(
            Alternative alternative, String segment, List<Visit> path, Routing routing) {
        String name = alternative.packet().destination().name();
        PortSet translated =
                alternative.ports().intersection(translates(name, alternative, segment));
        List<Alternative> all = new ArrayList<>();
        if (!translated.isEmpty()) {
            all.addAll(cross(alternative.on(translated), name, segment, path, routing));
        }
        PortSet own = alternative.ports().minus(translated);
        if (!own.isEmpty()) {
            all.add(alternative.on(own));
        }
        return all;
    }

    /// The ports that a node or firewall translates when it is itself dialled (NodePort, interface
    /// VIP).
    private PortSet translates(String device, Alternative alternative, String segment) {
        Optional<NatTable> table = plan.table(device, Hook.PREROUTING);
        if (table.isEmpty()) {
            return PortSet.NONE;
        }
        return plan.router(device)
                .flatMap(router ->
                        Crossing.entering(router, segment, alternative.packet(), List.of()))
                .map(crossing -> crossing.sight(alternative.packet(), Slot.BEFORE_DNAT))
                .map(sight -> mayMatch(table.get(), sight))
                .orElse(PortSet.NONE);
    }

    private PortSet mayMatch(NatTable table, Sight sight) {
        PortSet ports = PortSet.NONE;
        for (Translation t : translating.about(table, sight.packet())) {
            ports = ports.union(Matching.matches(t.match(), sight).possibly());
        }
        return ports;
    }

    private List<Alternative> cross(
            Alternative alternative,
            String device,
            String segment,
            List<Visit> path,
            Routing routing) {
        Stage stage = Stage.of(device, device);
        Visit here = Visit.of(device, alternative.packet());
        if (path.contains(here) || path.size() > TOO_MANY_HOPS) {
            return alternative.ending(stage, Ending.NO_ROUTE, "loop");
        }
        Alternative fresh = alternative.with(alternative.packet().translated(Optional.empty()));
        Optional<Crossing> crossing =
                plan.router(device)
                        .flatMap(r -> Crossing.entering(r, segment, fresh.packet(), path));
        if (crossing.isEmpty()) {
            return alternative.ending(
                    stage,
                    Ending.UNDEFINED,
                    "the routes of the device (%s) from (%s) are not modelled"
                            .formatted(device, segment));
        }
        Alternative left = points.visit(fresh, new Site.Border(Direction.OUT, segment));
        return passing.enter(left, crossing.get(), routing);
    }

    private List<Alternative> routed(Alternative alternative, Crossing crossing) {
        Party to = alternative.packet().destination();
        if (to.addresses().isEmpty()) {
            return alternative.ending(
                    crossing.stage(),
                    Ending.UNDEFINED,
                    "the address of (%s) is not known, so no route can be chosen"
                            .formatted(to.text()));
        }
        List<Forwarding.Entry> best = crossing.router().best(crossing.in(), to.addresses());
        if (best.isEmpty()) {
            return alternative.ending(
                    crossing.stage(), Ending.NO_ROUTE, "no route to " + to.text());
        }
        List<Alternative> all = new ArrayList<>();
        best.forEach(entry -> all.addAll(sent(alternative, crossing, entry)));
        return all;
    }

    private List<Alternative> sent(
            Alternative alternative, Crossing crossing, Forwarding.Entry entry) {
        return switch (entry.next()) {
            case NextHop.Discard() ->
                    alternative.ending(crossing.stage(), Ending.NO_ROUTE, "null route");
            case NextHop.Attached(var name) ->
                    leave(
                            alternative,
                            crossing,
                            name,
                            out -> a -> attached(a, out, crossing.path()));
            case NextHop.Via(var name, var device) ->
                    leave(
                            alternative,
                            crossing,
                            name,
                            out -> a -> cross(a, device, out, crossing.path(), this::routed));
        };
    }

    private List<Alternative> leave(
            Alternative alternative,
            Crossing crossing,
            String interfaceName,
            Function<String, Function<Alternative, List<Alternative>>> onwards) {
        Optional<Crossing> out = crossing.leaving(interfaceName);
        if (out.isEmpty()) {
            return alternative.ending(
                    crossing.stage(),
                    Ending.UNDEFINED,
                    "a route leaves by an interface (%s) that is not drawn"
                            .formatted(interfaceName));
        }
        String segment = out.get().out().orElseThrow().segment();
        return Alternative.each(passing.leave(alternative, out.get()), onwards.apply(segment));
    }

    private List<Alternative> attached(Alternative alternative, String segment, List<Visit> path) {
        return alternative.packet().destination().isIn(segment)
                ? travel(alternative, segment, path)
                : alternative.ending(
                        Stage.of(segment, ""),
                        Ending.NO_ROUTE,
                        "no such host (%s)".formatted(alternative.packet().destination().text()));
    }
}
