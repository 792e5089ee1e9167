package io.portolan.model.compile.need;

import io.portolan.model.design.ElementId;
import io.portolan.model.design.Flow;
import io.portolan.model.net.Address;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Traffic;

import java.util.Optional;
import java.util.OptionalInt;

/// One connection that a flow needs, with services, balancers and gateways resolved. `from` is
/// whose address it carries, unless `snat` hides it; `start` is where it begins to travel; `port`
/// is what the destination itself listens on.
public record Need(
        Flow flow,
        ElementId from,
        Optional<Address> snat,
        ElementId start,
        ElementId to,
        Protocol protocol,
        Port port) {

    /// Numbers, a name that only the destination can resolve, or everything.
    sealed interface Port {
        record Numbers(PortSet ports) implements Port {}

        record Named(String name) implements Port {}

        record All() implements Port {}
    }

    static Need direct(Flow flow, ElementId from, ElementId to, Port port) {
        return new Need(flow, from, Optional.empty(), from, to, flow.protocol(), port);
    }

    /// The same connection carried on by a balancer that stands at `balancer`.
    Need onwards(ElementId balancer, Optional<Address> hides) {
        return new Need(flow, from, hides.isPresent() ? hides : snat, balancer, to, protocol, port);
    }

    /// What the destination sees of it.
    public Expr<Traffic> traffic() {
        Optional<Transport> transport = protocol.transport();
        return transport.map(this::ports).orElseGet(() -> Expr.is(other()));
    }

    private Expr<Traffic> ports(Transport transport) {
        return switch (port) {
            case Port.Numbers(PortSet ports) -> Terms.to(transport, ports);
            case Port.Named(String name) -> Expr.is(new Traffic.NamedPort(transport, name));
            case Port.All() -> Terms.to(transport, PortSet.ALL);
        };
    }

    private Traffic other() {
        if (protocol.equals(Protocol.ICMP)) {
            return new Traffic.Icmp(4, OptionalInt.empty(), OptionalInt.empty());
        }
        return protocol.equals(Protocol.ICMPV6)
                ? new Traffic.Icmp(6, OptionalInt.empty(), OptionalInt.empty())
                : new Traffic.IpProtocol(protocol.number());
    }
}
