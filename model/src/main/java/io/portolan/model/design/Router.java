package io.portolan.model.design;

import java.util.List;
import java.util.Optional;

/// A router or layer 3 switch.
public record Router(
        ElementId id,
        String label,
        Optional<ElementId> parent,
        About about,
        RouterPlatform platform,
        List<DeviceInterface> interfaces,
        List<StaticRoute> routes)
        implements Enforcer {
    public Router {
        interfaces = List.copyOf(interfaces);
        routes = List.copyOf(routes);
    }
}
