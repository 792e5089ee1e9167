package io.portolan.exporters.kubernetes.calico;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.NetworkValues;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Traffic;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The ports of a host that no policy closes, so that nobody locks himself out.
record Failsafe(List<Port> inbound, List<Port> outbound) {
    /// Felix's defaults (`FailsafeInboundHostPorts`, `FailsafeOutboundHostPorts`): SSH, DHCP, BGP,
    /// etcd, Typha, the API server; DNS and DHCP outwards.
    static final Failsafe DEFAULT =
            new Failsafe(
                    ports(List.of(22, 179, 2379, 2380, 5473, 6443, 6666, 6667), List.of(68)),
                    ports(List.of(179, 2379, 2380, 5473, 6443, 6666, 6667), List.of(53, 67)));

    Failsafe {
        inbound = List.copyOf(inbound);
        outbound = List.copyOf(outbound);
    }

    /// A port, for all others or for those of `net` alone.
    record Port(Transport transport, int number, Optional<Cidr> net) {}

    private static List<Port> ports(List<Integer> tcp, List<Integer> udp) {
        return Stream.concat(
                        tcp.stream().map(n -> new Port(Transport.TCP, n, Optional.empty())),
                        udp.stream().map(n -> new Port(Transport.UDP, n, Optional.empty())))
                .toList();
    }

    /// What the FelixConfiguration of all nodes says; not written, the defaults.
    static Failsafe read(Manifest manifest) {
        Part spec = manifest.spec();
        Part inbound = spec.get("failsafeInboundHostPorts");
        Part outbound = spec.get("failsafeOutboundHostPorts");
        return new Failsafe(
                inbound.isAbsent() ? DEFAULT.inbound : read(inbound),
                outbound.isAbsent() ? DEFAULT.outbound : read(outbound));
    }

    private static List<Port> read(Part list) {
        return list.items().stream()
                .map(port ->
                        new Port(
                                NetworkValues.protocol(port.get("protocol")),
                                NetworkValues.port(port.get("port")),
                                net(port.get("net"))))
                .toList();
    }

    private static Optional<Cidr> net(Part part) {
        return part.isEmpty() ? Optional.empty() : Optional.of(NetworkValues.cidr(part));
    }

    List<Match> matches(Direction direction) {
        List<Port> ports = direction == Direction.IN ? inbound : outbound;
        return ports.stream().map(port -> match(port, direction)).toList();
    }

    private static Match match(Port port, Direction direction) {
        Expr<Peer> other =
                port.net()
                        .map(net -> Expr.<Peer>is(new Peer.At(List.of(net))))
                        .orElseGet(Expr::any);
        Match match =
                Match.any().on(Expr.is(Traffic.to(port.transport(), PortSet.of(port.number()))));
        return direction == Direction.IN ? match.from(other) : match.to(other);
    }
}
