package io.portolan.model.compile.cloud;

import io.portolan.model.compile.ground.Ground;
import io.portolan.model.compile.need.Terms;
import io.portolan.model.design.CloudFirewall;
import io.portolan.model.design.CloudNetwork;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Traffic;

import java.util.List;
import java.util.stream.Stream;

/// What neither security groups nor network ACLs of AWS filter: DNS, metadata of instances and of
/// ECS tasks, the activation of Windows, and time. Sources: Amazon VPC User Guide, "Control traffic
/// to your AWS resources using security groups" and "Control subnet traffic with network ACLs".
record AwsServices(Ground ground) {
    private static final List<Cidr> LINK_LOCAL =
            Stream.of(
                            "169.254.169.253/32",
                            "169.254.169.254/32",
                            "169.254.169.123/32",
                            "169.254.169.250/32",
                            "169.254.169.251/32",
                            "169.254.170.2/32",
                            "fd00:ec2::253/128",
                            "fd00:ec2::254/128",
                            "fd00:ec2::123/128")
                    .map(Cidr::parse)
                    .toList();

    /// Those that have the same addresses everywhere.
    static Rule everywhere(Direction direction) {
        return rule("DNS, metadata and time of AWS", direction, LINK_LOCAL, Match.any());
    }

    /// The networks that a filter stands in.
    Stream<CloudNetwork> networks(CloudFirewall firewall) {
        return firewall.protects().stream()
                .flatMap(id -> ground.design().enclosing(id, CloudNetwork.class).stream())
                .distinct();
    }

    /// The resolver of a network: two above the first address of its first range. AWS gives that
    /// address to nobody else.
    static Stream<Rule> resolver(CloudNetwork network, Direction direction) {
        return network.ranges().stream()
                .filter(range -> !range.first().v6())
                .limit(1)
                .map(range -> range.first().next().next().asBlock())
                .map(block ->
                        rule("the resolver of AWS", direction, List.of(block), dns(direction)));
    }

    /// Questions out to it, answers in from it.
    private static Match dns(Direction direction) {
        PortSet port = PortSet.of(53);
        return Match.any()
                .on(
                        Terms.union(
                                Stream.of(Transport.UDP, Transport.TCP)
                                        .map(t ->
                                                switch (direction) {
                                                    case OUT -> Terms.to(t, port);
                                                    case IN -> from(t, port);
                                                })
                                        .toList()));
    }

    private static Expr<Traffic> from(Transport transport, PortSet port) {
        return Expr.is(new Traffic.Ports(transport, PortSet.ALL, port));
    }

    private static Rule rule(String words, Direction direction, List<Cidr> blocks, Match match) {
        Expr<Peer> there = Terms.at(blocks);
        Match towards =
                switch (direction) {
                    case OUT -> match.to(there);
                    case IN -> match.from(there);
                };
        return Terms.allow(words, towards, Terms.builtIn(words));
    }
}
