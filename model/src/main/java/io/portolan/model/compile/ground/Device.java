package io.portolan.model.compile.ground;

import io.portolan.model.design.AccessGroup;
import io.portolan.model.design.Design;
import io.portolan.model.design.DeviceInterface;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.FilterRule;
import io.portolan.model.design.Firewall;
import io.portolan.model.design.NatRule;
import io.portolan.model.design.Router;
import io.portolan.model.design.StaticRoute;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A router or firewall as something that forwards, filters and translates packets.
public record Device(
        ElementId id,
        Vendor vendor,
        List<DeviceInterface> interfaces,
        List<StaticRoute> routes,
        List<FilterRule> rules,
        List<AccessGroup> accessGroups,
        List<NatRule> nat) {
    /// Every router and firewall, in the order of the design.
    public static Stream<Device> all(Design design) {
        return design.elements().values().stream().flatMap(e -> of(e).stream());
    }

    /// The device that an element is, if it is one.
    public static Optional<Device> of(Element element) {
        return switch (element) {
            case Router r -> Optional.of(of(r));
            case Firewall f -> Optional.of(of(f));
            default -> Optional.empty();
        };
    }

    /// A router as a device.
    public static Device of(Router router) {
        return new Device(
                router.id(),
                Vendor.of(router.platform()),
                router.interfaces(),
                router.routes(),
                router.rules(),
                router.accessGroups(),
                router.nat());
    }

    /// A firewall as a device.
    public static Device of(Firewall firewall) {
        return new Device(
                firewall.id(),
                Vendor.of(firewall.platform()),
                firewall.interfaces(),
                firewall.routes(),
                firewall.rules(),
                firewall.accessGroups(),
                firewall.nat());
    }
}
