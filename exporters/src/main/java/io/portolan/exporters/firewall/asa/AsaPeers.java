package io.portolan.exporters.firewall.asa;

import io.portolan.exporters.firewall.asa.AsaConfig.Ace;
import io.portolan.exporters.firewall.asa.AsaConfig.Peer;
import io.portolan.exporters.firewall.asa.AsaConfig.Protocol;
import io.portolan.exporters.packet.Blocks;
import io.portolan.exporters.packet.Box;
import io.portolan.exporters.packet.CannotSay;
import io.portolan.exporters.packet.Lists;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortRange;
import io.portolan.model.policy.Rule;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// One line for each port range of a box; several blocks become a group, a complement the blocks
/// that are left.
final class AsaPeers {
    private final AsaNames names;

    AsaPeers(AsaNames names) {
        this.names = names;
    }

    Stream<Ace> entries(Box box, Rule rule, boolean permits) {
        Peer source = peer(box.source(), rule.name() + "-src");
        Peer destination = peer(box.destination(), rule.name() + "-dst");
        return protocols(box.service())
                .map(protocol ->
                        new Ace(
                                permits,
                                protocol,
                                source,
                                destination,
                                rule.remark().logged(),
                                Lists.origin(rule),
                                Lists.flow(rule)));
    }

    private Peer peer(Box.Side side, String user) {
        if (side.name().isPresent()) {
            if (side.within().isPresent() || !side.without().isEmpty()) {
                throw new CannotSay("a DNS name together with addresses");
            }
            return new Peer.Named(names.fqdn(side.name().get()));
        }
        if (side.isAny()) {
            return new Peer.Any(Optional.empty());
        }
        return blocks(left(side), user);
    }

    private static List<Cidr> left(Box.Side side) {
        List<Cidr> within = side.within().orElseGet(() -> List.of(Cidr.all(false), Cidr.all(true)));
        List<Cidr> left = Blocks.minus(within, side.without());
        if (left.isEmpty()) {
            throw new CannotSay("a set without addresses");
        }
        return left;
    }

    private Peer blocks(List<Cidr> blocks, String user) {
        if (blocks.size() > 1) {
            return new Peer.Named(names.group(user, blocks));
        }
        Cidr block = blocks.getFirst();
        return block.length() == 0
                ? new Peer.Any(Optional.of(block.first().v6()))
                : new Peer.Block(block);
    }

    private static Stream<Protocol> protocols(Box.Service service) {
        return switch (service) {
            case Box.Service.All() -> Stream.of(new Protocol.Ip());
            case Box.Service.Ports ports -> ports(ports);
            case Box.Service.Icmp(int family, var type, var code) ->
                    Stream.of(new Protocol.Icmp(family, type, code));
            case Box.Service.Protocol(int number) -> Stream.of(new Protocol.Other(number));
        };
    }

    private static Stream<Protocol> ports(Box.Service.Ports ports) {
        String transport = ports.transport().name().toLowerCase(Locale.ROOT);
        List<PortRange> sources = ports.source().ranges();
        return ports.destination().ranges().stream()
                .flatMap(to ->
                        sources.stream().map(from -> new Protocol.Ports(transport, from, to)));
    }
}
