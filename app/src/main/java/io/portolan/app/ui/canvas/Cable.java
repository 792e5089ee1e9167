package io.portolan.app.ui.canvas;

import io.portolan.model.change.Change;
import io.portolan.model.design.Design;
import io.portolan.model.design.DeviceInterface;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Firewall;
import io.portolan.model.design.Link;
import io.portolan.model.design.Router;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A new link with the interfaces it is plugged into: a device that has no free one gets one that
/// is called like the other end, to be filled in by hand.
final class Cable {
    private final Design design;
    private final String label;
    private final List<Change> changes = new ArrayList<>();

    Cable(Design design, String label) {
        this.design = design;
        this.label = label;
    }

    Change between(String id, ElementId from, ElementId to) {
        Optional<String> fromInterface = plug(from, to);
        Optional<String> toInterface = plug(to, from);
        Link link = new Link(id, from, fromInterface, to, toInterface, Optional.empty());
        changes.add(new Change.PutLink(label, link));
        return new Change.All(label, changes);
    }

    /// The new interface of a device; none where it is no device, or which of its free interfaces
    /// is meant follows from their addresses.
    private Optional<String> plug(ElementId device, ElementId other) {
        Optional<Element> element = design.find(device).filter(Cable::hasInterfaces);
        if (element.isEmpty() || hasFree(element.get())) {
            return Optional.empty();
        }
        List<DeviceInterface> all = new ArrayList<>(interfaces(element.get()));
        String name = freeName(all, lastPart(other));
        all.add(
                new DeviceInterface(
                        name,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        changes.add(new Change.Put(label, Records.with(element.get(), "interfaces", all)));
        return Optional.of(name);
    }

    private static boolean hasInterfaces(Element element) {
        return element instanceof Firewall || element instanceof Router;
    }

    private static List<DeviceInterface> interfaces(Element element) {
        return switch (element) {
            case Firewall f -> f.interfaces();
            case Router r -> r.interfaces();
            default -> List.of();
        };
    }

    private boolean hasFree(Element element) {
        long plugged =
                design.links().values().stream()
                        .filter(l -> l.from().equals(element.id()) || l.to().equals(element.id()))
                        .count();
        return interfaces(element).size() > plugged;
    }

    private static String freeName(List<DeviceInterface> all, String wanted) {
        List<String> taken = all.stream().map(DeviceInterface::name).toList();
        String name = wanted;
        for (int i = 2; taken.contains(name); i++) {
            name = wanted + "-" + i;
        }
        return name;
    }

    private static String lastPart(ElementId id) {
        return id.value().substring(id.value().lastIndexOf('/') + 1);
    }
}
