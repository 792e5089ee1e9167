package io.portolan.model.compile.cloud;

import io.portolan.model.compile.ground.Addresses;
import io.portolan.model.compile.ground.Ground;
import io.portolan.model.compile.need.Terms;
import io.portolan.model.design.CloudFirewall;
import io.portolan.model.design.CloudNetwork;
import io.portolan.model.net.Cidr;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;

import java.util.List;
import java.util.stream.Stream;

/// What Azure calls VirtualNetwork: the address space of the network, and that of every network
/// connected to it, which the design does not say. A private address outside of the network's own
/// ranges may thus be of it or not; a public one is of the Internet.
record AzureNetwork(Ground ground) {
    /// The one address that probes of a load balancer come from.
    static final Expr<Peer> LOAD_BALANCER = Terms.at(List.of(Cidr.parse("168.63.129.16/32")));

    /// RFC 1918, RFC 6598 and RFC 4193.
    static final List<Cidr> PRIVATE =
            Stream.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7")
                    .map(Cidr::parse)
                    .toList();

    Expr<Peer> of(CloudFirewall group) {
        List<Cidr> own =
                group.protects().stream()
                        .flatMap(id -> ground.design().enclosing(id, CloudNetwork.class).stream())
                        .distinct()
                        .flatMap(this::ranges)
                        .distinct()
                        .toList();
        return Expr.anyOf(Terms.at(own), connected(own));
    }

    Stream<Cidr> ranges(CloudNetwork network) {
        return Stream.concat(
                network.ranges().stream(),
                ground.subnets(network.id())
                        .flatMap(id -> ground.design().find(id).stream())
                        .flatMap(e -> Addresses.range(e).stream()));
    }

    private static Expr<Peer> connected(List<Cidr> own) {
        return Expr.allOf(
                Terms.at(PRIVATE),
                Expr.not(Terms.at(own)),
                new Expr.Unknown<>("whether it is connected to the virtual network is not drawn"));
    }
}
