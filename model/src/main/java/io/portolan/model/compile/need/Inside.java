package io.portolan.model.compile.need;

import io.portolan.model.compile.ground.Addresses;
import io.portolan.model.design.Client;
import io.portolan.model.design.Cluster;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ExternalApi;
import io.portolan.model.design.Internet;
import io.portolan.model.design.Site;
import io.portolan.model.net.Cidr;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// All addresses that are not the internet: private ones (RFC 1918, RFC 6598, RFC 3927) and
/// whatever is drawn.
public final class Inside {
    private static final List<Cidr> PRIVATE =
            Stream.of(
                            "10.0.0.0/8",
                            "100.64.0.0/10",
                            "169.254.0.0/16",
                            "172.16.0.0/12",
                            "192.168.0.0/16")
                    .map(Cidr::parse)
                    .toList();

    private final List<Cidr> blocks;

    Inside(Design design) {
        List<Cidr> all = new ArrayList<>(PRIVATE);
        design.elements().values().stream().flatMap(Inside::drawn).forEach(all::add);
        blocks = outermost(all);
    }

    private static Stream<Cidr> drawn(Element element) {
        return switch (element) {
            case Internet _, Client _, ExternalApi _ -> Stream.empty();
            case Site site -> site.ranges().stream();
            case Cluster c ->
                    Stream.of(c.nodeRanges(), c.podRanges(), c.serviceRanges())
                            .flatMap(List::stream);
            default -> Addresses.own(element).stream();
        };
    }

    /// The blocks, sorted, without those that lie in another one.
    public static List<Cidr> outermost(List<Cidr> blocks) {
        List<Cidr> kept = new ArrayList<>();
        for (Cidr block : blocks.stream().sorted().distinct().toList()) {
            if (kept.isEmpty() || !kept.getLast().contains(block)) {
                kept.add(block);
            }
        }
        return List.copyOf(kept);
    }

    /// Everybody else: all addresses of the families in use but these.
    Expr<Peer> outside() {
        boolean v6 = blocks.stream().anyMatch(b -> b.first().v6());
        List<Cidr> everywhere =
                v6 ? List.of(Cidr.all(false), Cidr.all(true)) : List.of(Cidr.all(false));
        return new Expr.Named<>(
                "internet", Expr.allOf(Terms.at(everywhere), Expr.not(Terms.at(blocks))));
    }
}
