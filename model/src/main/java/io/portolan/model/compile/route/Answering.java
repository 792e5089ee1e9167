package io.portolan.model.compile.route;

import io.portolan.model.compile.ground.Attachments;
import io.portolan.model.compile.ground.Device;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.NatKind;
import io.portolan.model.design.NatRule;
import io.portolan.model.net.Cidr;
import io.portolan.model.policy.Estate;
import io.portolan.model.policy.Forwarding;
import io.portolan.model.policy.Forwarding.NextHop;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A device answers on its segments for the addresses that it translates there (proxy ARP, or
/// addresses of its own): its neighbours hand it the packets though nobody has such an address.
record Answering(Attachments attachments, Estate estate) {
    /// The entries that a device needs for its neighbours on the segment of an interface.
    Stream<Forwarding.Entry> entries(ElementId device, Forwarding.Interface face) {
        return attachments.on(face.segment()).stream()
                .filter(other -> !other.equals(device))
                .flatMap(other ->
                        mapped(other, face.segment())
                                .map(block ->
                                        new Forwarding.Entry(
                                                face.vrf(),
                                                block,
                                                new NextHop.Via(face.name(), other.value()))));
    }

    private Stream<Cidr> mapped(ElementId id, String segment) {
        Optional<Device> device = Optional.ofNullable(attachments.devices().get(id));
        List<Forwarding.Interface> faces =
                attachments.of(id).stream().filter(f -> f.segment().equals(segment)).toList();
        return device.stream()
                .flatMap(d -> d.nat().stream())
                .filter(rule -> faces.stream().anyMatch(f -> isSeen(rule, f)))
                .flatMap(Answering::mapped)
                .filter(block -> !isTaken(block, segment));
    }

    private static boolean isSeen(NatRule rule, Forwarding.Interface face) {
        Optional<String> outside = rule.kind() == NatKind.STATIC ? rule.out() : rule.in();
        return outside.map(n -> n.equals(face.name()) || n.equals(face.zone())).orElse(true);
    }

    private static Stream<Cidr> mapped(NatRule rule) {
        return switch (rule.kind()) {
            case DESTINATION -> rule.destinations().stream();
            case STATIC -> rule.to().stream();
            case SOURCE, NONE -> Stream.empty();
        };
    }

    private boolean isTaken(Cidr block, String segment) {
        return estate.members().stream()
                .filter(m -> m.segment().equals(segment))
                .flatMap(m -> m.addresses().stream())
                .anyMatch(block::overlaps);
    }
}
