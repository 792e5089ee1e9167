package io.portolan.exporters.mesh.istio;

import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Traffic;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What pods send past their own sidecar, because annotations say so: nobody limits it, and it
/// proves nobody's identity. Excluded ports and addresses come first, then only what is included is
/// taken over.
public final class Uncaptured {
    private static final String PREFIX = "traffic.sidecar.istio.io/";
    private static final String EVERYTHING = "*";
    private static final Expr<Traffic> TCP = Expr.is(Traffic.to(Transport.TCP, PortSet.ALL));

    private Uncaptured() {}

    /// The connections, by the header that is dialled.
    public static List<Match> of(Map<String, String> annotations, Expr<Peer> pods) {
        Match any = Match.any().from(pods).on(TCP);
        return Stream.of(
                        said(annotations, "excludeOutboundPorts").map(p -> any.on(Bypass.ports(p))),
                        said(annotations, "excludeOutboundIPRanges").map(r -> any.to(blocks(r))),
                        said(annotations, "includeOutboundIPRanges")
                                .filter(Predicate.not(EVERYTHING::equals))
                                .map(ranges -> any.to(Expr.not(blocks(ranges))))
                                .map(match -> match.on(others(annotations))))
                .flatMap(matches -> matches)
                .toList();
    }

    private static Stream<String> said(Map<String, String> annotations, String key) {
        return Optional.ofNullable(annotations.get(PREFIX + key)).map(String::strip).stream();
    }

    /// The ports that are taken over whatever their address are not among them.
    private static Expr<Traffic> others(Map<String, String> annotations) {
        return said(annotations, "includeOutboundPorts")
                .findFirst()
                .filter(Predicate.not(String::isEmpty))
                .map(Uncaptured::without)
                .orElse(TCP);
    }

    private static Expr<Traffic> without(String ports) {
        return ports.equals(EVERYTHING)
                ? Expr.none()
                : Expr.allOf(TCP, Expr.not(Bypass.ports(ports)));
    }

    private static Expr<Peer> blocks(String text) {
        try {
            return Expr.is(
                    new Peer.At(
                            Arrays.stream(text.split(","))
                                    .map(String::strip)
                                    .filter(Predicate.not(String::isEmpty))
                                    .map(Cidr::parse)
                                    .toList()));
        } catch (IllegalArgumentException e) {
            return new Expr.Unknown<>("the addresses %s are not analysed".formatted(text));
        }
    }
}
