package io.portolan.model.compile.pod;

import io.portolan.model.compile.ground.ServiceAddresses;
import io.portolan.model.compile.need.Seen;
import io.portolan.model.design.Cluster;
import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Namespace;
import io.portolan.model.net.Address;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Leg;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.NatTable;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.ServiceNames;
import io.portolan.model.policy.Text;
import io.portolan.model.policy.Translation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Puts the addresses of Services into translations and legs that were found: whoever found them
/// knows the names alone, and an address that the design does not say is given out here.
final class DialledServices {
    private final Design design;
    private final Map<String, Map<String, List<Address>>> byCluster = new HashMap<>();

    DialledServices(Design design) {
        this.design = design;
        ServiceAddresses.all(design)
                .forEach((id, addresses) ->
                        byCluster
                                .computeIfAbsent(cluster(design, id), _ -> new HashMap<>())
                                .put(host(design, id), addresses));
    }

    private static String cluster(Design design, ElementId id) {
        return design.enclosing(id, Cluster.class).map(c -> c.id().value()).orElse("");
    }

    private static String host(Design design, ElementId id) {
        String namespace =
                design.enclosing(id, Namespace.class).map(Namespace::label).orElse("default");
        return ServiceNames.of(design.find(id).orElseThrow().label(), namespace);
    }

    /// The same leg where it names Services of the cluster that its mesh stands in.
    Leg addressed(Leg leg) {
        String cluster = cluster(design, ElementId.parse(leg.client()));
        Match match = addressed(leg.identified(), byCluster.getOrDefault(cluster, Map.of()));
        return new Leg(leg.client(), leg.server(), match, leg.wirePorts());
    }

    /// The same table where its translations name Services of its owner, a cluster.
    NatTable addressed(NatTable table) {
        Map<String, List<Address>> addresses = byCluster.getOrDefault(table.owner(), Map.of());
        return new NatTable(
                table.id(),
                table.owner(),
                table.hook(),
                table.clients(),
                table.translations().stream().map(t -> addressed(t, addresses)).toList());
    }

    private static Translation addressed(Translation t, Map<String, List<Address>> addresses) {
        return new Translation(
                t.name(), addressed(t.match(), addresses), t.source(), t.destination(), t.remark());
    }

    /// Nobody dials a Service that is no longer drawn.
    private static Match addressed(Match match, Map<String, List<Address>> addresses) {
        if (match.destination() instanceof Expr.Is<Peer>(Peer.Domain(Text.Exact(var host)))
                && ServiceNames.isOne(host)) {
            List<Address> own = addresses.get(host);
            return match.to(own == null ? Expr.none() : Seen.addresses(own));
        }
        return match;
    }
}
