package io.portolan.model.compile;

import io.portolan.model.design.Design;
import io.portolan.model.design.DeviceInterface;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Firewall;
import io.portolan.model.design.Router;
import io.portolan.model.design.StaticRoute;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A router or firewall as something that forwards packets.
record Device(ElementId id, List<DeviceInterface> interfaces, List<StaticRoute> routes) {
    static Stream<Device> all(Design design) {
        return design.elements().values().stream().flatMap(e -> of(e).stream());
    }

    static Optional<Device> of(Element element) {
        return switch (element) {
            case Router r -> Optional.of(new Device(r.id(), r.interfaces(), r.routes()));
            case Firewall f -> Optional.of(new Device(f.id(), f.interfaces(), f.routes()));
            default -> Optional.empty();
        };
    }
}
