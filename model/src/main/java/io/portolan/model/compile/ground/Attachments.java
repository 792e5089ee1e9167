package io.portolan.model.compile.ground;

import io.portolan.model.design.Cluster;
import io.portolan.model.design.Design;
import io.portolan.model.design.DeviceInterface;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.InterfaceAddress;
import io.portolan.model.design.Link;
import io.portolan.model.net.Address;
import io.portolan.model.policy.Forwarding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/// Which interface of which device is plugged into which segment: by the lines drawn, else by the
/// network of the interface's address.
public final class Attachments {
    private static final Address UNKNOWN = Address.parse("0.0.0.0");

    private final Design design;
    private final Segments segments;
    private final SequencedMap<ElementId, Device> devices = new LinkedHashMap<>();
    private final SequencedMap<ElementId, List<Forwarding.Interface>> interfaces =
            new LinkedHashMap<>();

    Attachments(Design design, Segments segments) {
        this.design = design;
        this.segments = segments;
        Device.all(design).forEach(device -> devices.put(device.id(), device));
        devices.values().forEach(device -> interfaces.put(device.id(), attached(device)));
        if (!devices.isEmpty()) {
            new CloudRouters(design, segments).of(this).forEach(this::add);
        }
    }

    private void add(Device router, List<Forwarding.Interface> faces) {
        devices.put(router.id(), router);
        interfaces.put(router.id(), faces);
    }

    /// Everything that forwards packets, in the order of the design.
    public SequencedMap<ElementId, Device> devices() {
        return Collections.unmodifiableSequencedMap(devices);
    }

    /// The interfaces of a device, each with its segment.
    public List<Forwarding.Interface> of(ElementId device) {
        return interfaces.getOrDefault(device, List.of());
    }

    /// The interfaces as they are drawn, plugged in or not.
    public List<DeviceInterface> drawn(ElementId device) {
        return Optional.ofNullable(devices.get(device)).map(Device::interfaces).orElse(List.of());
    }

    /// The attached interface of that name.
    Optional<Forwarding.Interface> named(ElementId device, String name) {
        return of(device).stream().filter(i -> i.name().equals(name)).findFirst();
    }

    /// Devices with an interface in the segment, in the order of the design.
    public List<ElementId> on(String segment) {
        return interfaces.entrySet().stream()
                .filter(e -> e.getValue().stream().anyMatch(i -> i.segment().equals(segment)))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The device that owns an address in a segment.
    public Optional<ElementId> owner(String segment, Address address) {
        return on(segment).stream()
                .filter(id ->
                        of(id).stream()
                                .anyMatch(i ->
                                        i.segment().equals(segment) && i.address().equals(address)))
                .findFirst();
    }

    private List<Forwarding.Interface> attached(Device device) {
        List<Forwarding.Interface> found = new ArrayList<>();
        Set<String> used = new LinkedHashSet<>();
        List<Link> links = linksOf(device.id());
        links.stream()
                .filter(l -> port(l, device).isPresent())
                .forEach(l -> plug(l, device, found, used));
        links.stream()
                .filter(l -> port(l, device).isEmpty())
                .forEach(l -> plug(l, device, found, used));
        device.interfaces().stream()
                .filter(i -> !used.contains(i.name()))
                .forEach(i -> byAddress(i).ifPresent(segment -> found.add(plugged(i, segment))));
        return List.copyOf(found);
    }

    private List<Link> linksOf(ElementId id) {
        return design.links().values().stream()
                .filter(l -> l.from().equals(id) || l.to().equals(id))
                .toList();
    }

    private static Optional<String> port(Link link, Device device) {
        return link.from().equals(device.id()) ? link.fromInterface() : link.toInterface();
    }

    private void plug(
            Link link, Device device, List<Forwarding.Interface> found, Set<String> used) {
        String segment = segment(link, device.id());
        boolean again = found.stream().anyMatch(i -> i.segment().equals(segment));
        if (again && port(link, device).isEmpty()) {
            return;
        }
        Forwarding.Interface plugged = plugged(socket(link, device, segment, used), segment);
        if (used.add(plugged.name())) {
            found.add(plugged);
        }
    }

    private String segment(Link link, ElementId device) {
        ElementId other = link.from().equals(device) ? link.to() : link.from();
        return devices.containsKey(other) ? "link/" + link.id() : segments.of(other);
    }

    /// The interface of a line: the one it names, else the free one whose network it is, else one
    /// called like the segment.
    private DeviceInterface socket(Link link, Device device, String segment, Set<String> used) {
        Optional<String> name = port(link, device);
        Stream<DeviceInterface> free =
                device.interfaces().stream().filter(i -> !used.contains(i.name()));
        return free.filter(i ->
                        name.map(n -> n.equals(i.name()))
                                .orElseGet(() -> byAddress(i).filter(segment::equals).isPresent()))
                .findFirst()
                .or(() -> name.isPresent() ? Optional.empty() : single(device, used))
                .orElseGet(() -> unnamed(name.orElse(segment)));
    }

    /// The only free interface without an address: there is no other choice.
    private static Optional<DeviceInterface> single(Device device, Set<String> used) {
        List<DeviceInterface> free =
                device.interfaces().stream().filter(i -> !used.contains(i.name())).toList();
        return free.size() == 1 ? Optional.of(free.getFirst()) : Optional.empty();
    }

    private static DeviceInterface unnamed(String name) {
        return new DeviceInterface(
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Optional<String> byAddress(DeviceInterface face) {
        return face.address()
                .map(InterfaceAddress::address)
                .flatMap(address ->
                        segments.holding(address).map(ElementId::value).or(() -> cluster(address)));
    }

    private Optional<String> cluster(Address address) {
        return design.all(Cluster.class)
                .filter(c -> c.nodeRanges().stream().anyMatch(r -> r.contains(address)))
                .findFirst()
                .map(c -> segments.of(c.id()));
    }

    private static Forwarding.Interface plugged(DeviceInterface face, String segment) {
        return new Forwarding.Interface(
                face.name(),
                face.zone().orElse(face.name()),
                face.vrf().orElse(""),
                segment,
                face.address().map(InterfaceAddress::address).orElse(UNKNOWN));
    }
}
