package io.portolan.model.design;

import java.util.List;
import java.util.Optional;

/// A router or layer 3 switch. Its access lists (`rules`, bound to interfaces by `accessGroups`)
/// judge every packet for itself, replies too: what comes in before, what goes out after
/// translation. An interface without a list lets everything pass.
public record Router(
        ElementId id,
        String label,
        Optional<ElementId> parent,
        About about,
        RouterPlatform platform,
        List<DeviceInterface> interfaces,
        List<StaticRoute> routes,
        List<FilterRule> rules,
        List<AccessGroup> accessGroups,
        List<NatRule> nat)
        implements Enforcer {
    public Router {
        interfaces = List.copyOf(interfaces);
        routes = List.copyOf(routes);
        rules = List.copyOf(rules);
        accessGroups = List.copyOf(accessGroups);
        nat = List.copyOf(nat);
    }

    public Router withRules(List<FilterRule> other) {
        return new Router(
                id, label, parent, about, platform, interfaces, routes, other, accessGroups, nat);
    }
}
