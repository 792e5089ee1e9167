package io.portolan.exporters.mesh.istio;

import io.portolan.model.design.Cluster;
import io.portolan.model.design.Design;
import io.portolan.model.design.Gateway;
import io.portolan.model.net.Cidr;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Gateways that run as pods, by the addresses at which they are dialled. They send from addresses
/// of their pods, so that a rule for the dialled address would never match.
final class GatewaySources {
    private final Map<List<Cidr>, Gateway> byAddresses = new LinkedHashMap<>();

    GatewaySources(Design design) {
        design.all(Gateway.class)
                .filter(g -> !g.addresses().isEmpty())
                .filter(g -> design.enclosing(g.id(), Cluster.class).isPresent())
                .forEach(g -> byAddresses.putIfAbsent(addresses(g), g));
    }

    private static List<Cidr> addresses(Gateway gateway) {
        return gateway.addresses().stream().map(a -> a.asBlock()).toList();
    }

    /// @throws Unwritable if the source is such a gateway, known by address only
    void check(Expr<Peer> source) {
        if (source instanceof Expr.Is<Peer>(Peer.At(var blocks))
                && byAddresses.containsKey(blocks)) {
            throw new Unwritable(
                    "%s is no member of the mesh, and sends from addresses of its pods instead of %s"
                            .formatted(byAddresses.get(blocks).id(), blocks),
                    "Add the gateway to the members of the mesh.");
        }
    }
}
