package io.portolan.model.rule.builtin.addressing;

import io.portolan.model.design.CloudNetwork;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Firewall;
import io.portolan.model.design.Link;
import io.portolan.model.design.NatKind;
import io.portolan.model.design.Router;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Where an address must be unique. One's own places share one address plan; a cloud network has
/// its own unless lines join it with others, and no device on the way translates addresses. VRFs
/// are apart within each.
final class RoutingDomains {
    private static final String OWN = "";

    private final Design design;
    private final Map<String, String> joinedTo = new HashMap<>();

    RoutingDomains(Design design) {
        this.design = design;
        design.links().values().forEach(this::join);
    }

    String of(ElementId id, Optional<String> vrf) {
        return root(base(id)) + "|" + vrf.orElse("");
    }

    private void join(Link link) {
        if (carries(link.from()) && carries(link.to())) {
            String from = root(base(link.from()));
            String to = root(base(link.to()));
            if (!from.equals(to)) {
                joinedTo.put(to.equals(OWN) ? from : to, to.equals(OWN) ? to : from);
            }
        }
    }

    /// False for a device that translates: what is behind it may use the same addresses.
    private boolean carries(ElementId id) {
        return switch (design.find(id).orElse(null)) {
            case Firewall firewall ->
                    firewall.nat().stream().allMatch(rule -> rule.kind() == NatKind.NONE);
            case null, default -> true;
        };
    }

    /// A router or firewall on its own belongs to nobody; else the cloud network around, or ours.
    private String base(ElementId id) {
        Optional<Element> element = design.find(id);
        boolean device =
                element.filter(e -> e instanceof Router || e instanceof Firewall).isPresent();
        return design.enclosing(id, CloudNetwork.class)
                .map(network -> network.id().value())
                .orElse(device ? "device " + id : OWN);
    }

    private String root(String key) {
        String at = key;
        while (joinedTo.containsKey(at)) {
            at = joinedTo.get(at);
        }
        return at;
    }
}
