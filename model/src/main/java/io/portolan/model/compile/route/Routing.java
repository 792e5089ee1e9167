package io.portolan.model.compile.route;

import io.portolan.model.compile.ground.Addresses;
import io.portolan.model.compile.ground.CloudRouters;
import io.portolan.model.compile.ground.Device;
import io.portolan.model.compile.ground.Ground;
import io.portolan.model.compile.need.Inside;
import io.portolan.model.design.Cluster;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.InterfaceAddress;
import io.portolan.model.design.StaticRoute;
import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;
import io.portolan.model.policy.Estate;
import io.portolan.model.policy.Forwarding;
import io.portolan.model.policy.Forwarding.NextHop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/// The forwarding table of each device: what it is attached to and its static routes. A device for
/// which no route is drawn is taken to know the shortest ways to everything.
public final class Routing {
    private final Ground ground;
    private final Estate estate;
    private final Hops hops;
    private final Answering answering;
    private final SequencedMap<String, Forwarding> tables = new LinkedHashMap<>();

    public Routing(Ground ground, Estate estate) {
        this.ground = ground;
        this.estate = estate;
        this.hops = new Hops(ground.attachments());
        this.answering = new Answering(ground.attachments(), estate);
        ground.attachments()
                .devices()
                .values()
                .forEach(device -> tables.put(device.id().value(), table(device)));
    }

    /// The tables of all devices.
    public List<Forwarding> tables() {
        return List.copyOf(tables.values());
    }

    /// The table of a device, if it has one.
    public Optional<Forwarding> of(String device) {
        return Optional.ofNullable(tables.get(device));
    }

    private Forwarding table(Device device) {
        List<Forwarding.Interface> faces = ground.attachments().of(device.id());
        Set<Forwarding.Entry> entries = new LinkedHashSet<>();
        device.routes().forEach(r -> route(device.id(), r, faces).ifPresent(entries::add));
        faces.forEach(face -> near(device, face).forEach(e -> addUnlessDrawn(entries, e)));
        if (device.routes().isEmpty()) {
            hops.from(device.id())
                    .forEach(hop -> beyond(hop).forEach(e -> addUnlessAttached(entries, e)));
        }
        return new Forwarding(device.id().value(), faces, List.copyOf(entries));
    }

    private static void addUnlessDrawn(Set<Forwarding.Entry> entries, Forwarding.Entry entry) {
        boolean drawn =
                entries.stream()
                        .anyMatch(e ->
                                e.vrf().equals(entry.vrf()) && e.prefix().equals(entry.prefix()));
        if (!drawn) {
            entries.add(entry);
        }
    }

    private static void addUnlessAttached(Set<Forwarding.Entry> entries, Forwarding.Entry entry) {
        boolean attached =
                entries.stream()
                        .anyMatch(e ->
                                e.next() instanceof NextHop.Attached
                                        && e.vrf().equals(entry.vrf())
                                        && e.prefix().equals(entry.prefix()));
        if (!attached) {
            entries.add(entry);
        }
    }

    // ---------------------------------------------------------------- networks of its own

    /// What is attached at an interface, and who answers there for others.
    private Stream<Forwarding.Entry> near(Device device, Forwarding.Interface face) {
        List<Forwarding.Entry> attached = attached(device, face).toList();
        return Stream.concat(
                attached.stream(),
                answering
                        .entries(device.id(), face)
                        .filter(e ->
                                attached.stream().anyMatch(a -> a.prefix().contains(e.prefix()))));
    }

    private Stream<Forwarding.Entry> attached(Device device, Forwarding.Interface face) {
        Stream<Cidr> own =
                device.interfaces().stream()
                        .filter(i -> i.name().equals(face.name()))
                        .flatMap(i -> i.address().stream())
                        .map(InterfaceAddress::network);
        return Stream.concat(own, prefixes(face.segment()).stream())
                .distinct()
                .map(prefix -> entry(face, prefix, new NextHop.Attached(face.name())));
    }

    private static Forwarding.Entry entry(Forwarding.Interface face, Cidr prefix, NextHop next) {
        return new Forwarding.Entry(face.vrf(), prefix, next);
    }

    /// The addresses that live in a segment.
    public List<Cidr> prefixes(String segment) {
        List<Cidr> all = new ArrayList<>();
        ground.design().elements().values().stream()
                .filter(e -> e.id().value().equals(segment))
                .flatMap(e -> Addresses.range(e).stream())
                .forEach(all::add);
        ground.design()
                .all(Cluster.class)
                .filter(c -> ground.segments().of(c.id()).equals(segment))
                .filter(Ground::podsAreRouted)
                .forEach(c -> all.addAll(c.podRanges()));
        estate.members().stream()
                .filter(m -> m.segment().equals(segment) && isHost(m))
                .forEach(m -> all.addAll(m.addresses()));
        return Inside.outermost(all);
    }

    /// Pods are reached through the ranges of their cluster; a gateway with an address of its own
    /// by that.
    private boolean isHost(Estate.Member member) {
        return switch (member.kind()) {
            case NODE, MACHINE, EXTERNAL -> true;
            case HOST_POD -> false;
            case POD ->
                    ground.design()
                            .find(ElementId.parse(member.name()), Gateway.class)
                            .filter(g -> !g.addresses().isEmpty())
                            .isPresent();
        };
    }

    // ---------------------------------------------------------------- routes

    private Optional<Forwarding.Entry> route(
            ElementId device, StaticRoute route, List<Forwarding.Interface> faces) {
        String vrf = route.vrf().orElse("");
        if (route.discard()) {
            return Optional.of(new Forwarding.Entry(vrf, route.prefix(), new NextHop.Discard()));
        }
        return faces.stream()
                .filter(face -> face.vrf().equals(vrf))
                .filter(face -> leavesBy(device, route, face))
                .findFirst()
                .map(face -> entry(face, route.prefix(), next(device, route, face)));
    }

    private boolean leavesBy(ElementId device, StaticRoute route, Forwarding.Interface face) {
        return route.exit()
                .map(face.name()::equals)
                .orElseGet(() -> route.via().filter(via -> isOn(device, face, via)).isPresent());
    }

    private boolean isOn(ElementId device, Forwarding.Interface face, Address via) {
        return ground.attachments().owner(face.segment(), via).isPresent()
                || ground.attachments().drawn(device).stream()
                        .filter(i -> i.name().equals(face.name()))
                        .flatMap(i -> i.address().stream())
                        .anyMatch(a -> a.network().contains(via));
    }

    private NextHop next(ElementId device, StaticRoute route, Forwarding.Interface face) {
        return route.via()
                .flatMap(via ->
                        ground.attachments()
                                .owner(face.segment(), via)
                                .or(() -> cloud(face.segment())))
                .filter(other -> !other.equals(device))
                .<NextHop>map(other -> new NextHop.Via(face.name(), other.value()))
                .orElseGet(() -> new NextHop.Attached(face.name()));
    }

    /// The router of a cloud network answers at addresses that nobody draws.
    private Optional<ElementId> cloud(String segment) {
        return ground.attachments().on(segment).stream()
                .filter(device -> CloudRouters.is(ground.design(), device))
                .findFirst();
    }

    private Stream<Forwarding.Entry> beyond(Hops.Hop hop) {
        return prefixes(hop.target()).stream()
                .map(prefix ->
                        entry(
                                hop.face(),
                                prefix,
                                new NextHop.Via(hop.face().name(), hop.next().value())));
    }
}
