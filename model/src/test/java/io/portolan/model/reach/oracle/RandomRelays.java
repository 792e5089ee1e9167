package io.portolan.model.reach.oracle;

import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.ListenerTls;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.PortTarget;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Relay;
import io.portolan.model.policy.RelayListener;
import io.portolan.model.policy.RelayRoute;
import io.portolan.model.policy.Request;
import io.portolan.model.policy.Rewrite;
import io.portolan.model.policy.Target;
import io.portolan.model.policy.Text;
import io.portolan.model.policy.Traffic;
import io.portolan.model.policy.Upstream;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/// Random proxies that end a connection: one that is dialled, and one that a mesh puts in between.
/// Some send to themselves.
final class RandomRelays extends Words {
    static final String GATEWAY = "10.9.0.8";
    static final String WAYPOINT = "10.9.0.9";

    private final Random random;

    RandomRelays(Random random) {
        this.random = random;
    }

    /// The proxy may be a pod of its own, which a mesh may capture, or a machine.
    void addGateway(Lab lab, RandomBlocks blocks) {
        if (random.nextBoolean()) {
            lab.pod("gw", "shop", GATEWAY, "app=gw");
        } else {
            lab.machine("gw", GATEWAY, "pods");
        }
        RelayListener[] listeners =
                IntStream.range(0, 1 + random.nextInt(3))
                        .mapToObj(i -> listener("l" + i))
                        .toArray(RelayListener[]::new);
        add(lab, "gw", any().to(Expr.none()), blocks, listeners);
    }

    /// For what captured pods send to pods; it sends on to whom they dialled.
    void addWaypoint(Lab lab, RandomBlocks blocks) {
        lab.machine("waypoint", WAYPOINT, "pods");
        RelayRoute onward = route("onward", List.of(Rewrite.NONE));
        RelayListener listener =
                new RelayListener(
                        "inner", Expr.any(), Optional.empty(), tls(), true, List.of(onward));
        Match interposes = any().to(random.nextBoolean() ? pods() : podsOf("shop", "api"));
        add(lab, "waypoint", interposes, blocks, listener);
    }

    private void add(
            Lab lab,
            String name,
            Match interposes,
            RandomBlocks blocks,
            RelayListener... listeners) {
        lab.relay(new Relay(name, name, interposes, List.of(listeners)));
        if (random.nextBoolean()) {
            lab.point(
                    name + "-rules",
                    name,
                    Layer.GATEWAY,
                    new Position.AtRelay(name),
                    blocks.some());
        }
    }

    private RelayListener listener(String name) {
        List<RelayRoute> routes =
                IntStream.range(0, random.nextInt(3)).mapToObj(i -> route(name + i, to())).toList();
        return new RelayListener(name, ports(), hostname(), tls(), random.nextBoolean(), routes);
    }

    private Expr<Traffic> ports() {
        return switch (random.nextInt(5)) {
            case 0 -> tcp(80);
            case 1 -> tcp(8080, 9090);
            case 2 -> new Expr.Unknown<>("ports");
            default -> Expr.any();
        };
    }

    private Optional<Text> hostname() {
        return switch (random.nextInt(4)) {
            case 0 -> Optional.of(exact("h"));
            case 1 -> Optional.of(under("h"));
            default -> Optional.empty();
        };
    }

    private ListenerTls tls() {
        return List.of(ListenerTls.values()).get(random.nextInt(3));
    }

    private RelayRoute route(String name, List<Rewrite> to) {
        Upstream upstream = random.nextInt(4) == 0 ? Upstream.TLS : Upstream.AS_DECRYPTED;
        return new RelayRoute(name, request(), to, upstream, line(1));
    }

    Expr<Request> request() {
        return switch (random.nextInt(6)) {
            case 0 -> path(exact("/x"));
            case 1 -> Expr.not(path(prefix("/x")));
            case 2 -> host(exact("h"));
            case 3 -> new Expr.Unknown<>("header");
            default -> Expr.any();
        };
    }

    private List<Rewrite> to() {
        return switch (random.nextInt(7)) {
            case 0 -> List.of();
            case 4 -> List.of(rewrite(pool(GATEWAY + "/32"), 80));
            case 1 -> List.of(rewrite(pool("198.51.100.9/32"), 0));
            case 2 -> List.of(rewrite(backends(podsOf("shop", "db")), 0), toApi());
            case 3 -> List.of(rewrite(new Target.OneOf(List.of(apis(), pool("10.1.7.7/32"))), 80));
            default -> List.of(toApi());
        };
    }

    private Rewrite toApi() {
        return random.nextBoolean()
                ? rewrite(apis(), 8080)
                : new Rewrite(apis(), new PortTarget.ToName("http"));
    }

    private static Target apis() {
        return backends(podsOf("shop", "api"));
    }
}
