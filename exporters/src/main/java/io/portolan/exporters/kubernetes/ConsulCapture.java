package io.portolan.exporters.kubernetes;

import io.portolan.model.design.Workload;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Leg;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Traffic;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What annotations keep from the transparent proxy of a client in a mesh of Consul: it leaves as
/// plaintext.
final class ConsulCapture {
    private static final String PREFIX = "consul.hashicorp.com/transparent-proxy-exclude-outbound-";
    private static final Expr<Traffic> TCP = Expr.is(Traffic.to(Transport.TCP, PortSet.ALL));

    private final ClusterEstate estate;
    private final KnownPods known;

    ConsulCapture(ClusterEstate estate) {
        this.estate = estate;
        this.known = new KnownPods(estate);
    }

    List<Leg> legs(String mesh) {
        return estate.all(Workload.class)
                .flatMap(w -> excluded(w, known.of(w, o -> excluded(o, Expr.any()).toList())))
                .map(match -> new Leg(mesh, mesh, match, List.of()))
                .toList();
    }

    private Stream<Match> excluded(Workload pods, Expr<Peer> from) {
        Match any = Match.any().from(from).on(TCP);
        return Stream.concat(
                said(pods, "ports").map(text -> any.on(ports(text))).stream(),
                said(pods, "cidrs").map(text -> any.to(blocks(text))).stream());
    }

    private Optional<String> said(Workload pods, String what) {
        return estate.annotations()
                .ofPods(pods, PREFIX + what)
                .map(text -> text.replaceAll("\\s", ""))
                .filter(text -> !text.isEmpty());
    }

    private static Expr<Traffic> ports(String text) {
        try {
            return Expr.is(Traffic.to(Transport.TCP, PortSet.parse(text)));
        } catch (IllegalArgumentException _) {
            return new Expr.Unknown<>("the ports %s are not analysed".formatted(text));
        }
    }

    private static Expr<Peer> blocks(String text) {
        try {
            return Expr.is(new Peer.At(Stream.of(text.split(",", -1)).map(Cidr::parse).toList()));
        } catch (IllegalArgumentException _) {
            return new Expr.Unknown<>("the addresses %s are not analysed".formatted(text));
        }
    }
}
