package io.portolan.model.compile.gateway;

import io.portolan.model.compile.ground.Ground;
import io.portolan.model.compile.need.Seen;
import io.portolan.model.compile.need.Terms;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.Service;
import io.portolan.model.net.Address;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.PortTarget;
import io.portolan.model.policy.Rewrite;
import io.portolan.model.policy.Target;
import io.portolan.model.policy.Traffic;
import io.portolan.model.policy.Translation;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Whoever dials an address of a Service at a port that the Service does not have meets nobody.
/// Tables ask this last: several Services may share an address.
final class OtherPorts {
    private static final Expr<Traffic> ANY_PORT =
            Terms.union(
                    Arrays.stream(Transport.values())
                            .map(transport -> Terms.to(transport, PortSet.ALL))
                            .toList());

    private final Set<Address> shared = new HashSet<>();

    /// A gateway that shows the address of its Service can be dialled at its pods as well.
    OtherPorts(Ground ground) {
        ground.design().all(Gateway.class).forEach(g -> shared.addAll(g.addresses()));
    }

    /// What nodes make of addresses, except for those that they may leave to a balancer.
    Stream<Translation> onNodes(Service service, List<Address> addresses) {
        return of(
                service,
                service.proxied()
                        ? addresses.stream().filter(a -> !service.atBalancer().contains(a)).toList()
                        : addresses);
    }

    /// None where the ports are not drawn, or no address is the Service's alone.
    Stream<Translation> of(Service service, List<Address> addresses) {
        List<Address> alone =
                addresses.stream()
                        .filter(a -> !shared.contains(a))
                        .filter(a -> !service.externalAddresses().contains(a))
                        .toList();
        return alone.isEmpty() || service.ports().isEmpty()
                ? Stream.empty()
                : Stream.of(nobody(service, alone));
    }

    private static Translation nobody(Service service, List<Address> addresses) {
        return new Translation(
                service.id() + ": other ports",
                Terms.any().to(Seen.addresses(addresses)).on(ANY_PORT),
                Rewrite.NONE,
                new Rewrite(new Target.Backends(Expr.none()), new PortTarget.Keep()),
                Terms.builtIn("ports that service %s does not have".formatted(service.label())));
    }
}
