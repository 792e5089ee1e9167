package io.portolan.model.reach.oracle;

import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Hook;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Slot;
import io.portolan.model.policy.Target;
import io.portolan.model.testing.Gen;

import java.util.List;
import java.util.Random;

/// Random plans over a small shop: pod policies, a service, masquerading, a mesh, a device,
/// proxies.
final class RandomPlans extends Words {
    private final Random random;
    private final Expr<Peer> unknown;
    private final RandomBlocks blocks;
    private final RandomRelays relays;

    /// Of its own, so that plans are otherwise those that they were before there were routes.
    private final Random routing;

    private final Lab lab = KubernetesExamplesTest.shop("Fuzz");

    private RandomPlans(int seed) {
        this.random = new Random(seed);
        this.routing = new Random(-seed);
        this.unknown = new Expr.Unknown<>("u");
        this.blocks = new RandomBlocks(random, unknown);
        this.relays = new RandomRelays(random);
    }

    static Lab lab(Gen gen) {
        RandomPlans plans = new RandomPlans(gen.between(1, Integer.MAX_VALUE - 1));
        plans.policies();
        plans.routes();
        plans.services();
        plans.mesh();
        plans.device();
        return plans.lab;
    }

    private void policies() {
        lab.podPolicy(Direction.IN, blocks.some());
        if (random.nextBoolean()) {
            lab.podPolicy(Direction.OUT, blocks.some());
        }
    }

    private void routes() {
        if (routing.nextInt(3) == 0) {
            lab.table(
                    Hook.SERVICE,
                    "cluster",
                    dnat(
                            "route",
                            any().to(cidr("10.96.0.2"))
                                    .on(tcp(80))
                                    .asking(new RandomRelays(routing).request()),
                            routed(),
                            9090));
        }
    }

    private void services() {
        if (random.nextBoolean()) {
            lab.table(
                    Hook.SERVICE,
                    "cluster",
                    dnat(
                            "svc",
                            any().to(cidr("10.96.0.2")).on(tcp(80)),
                            backends(podsOf("shop", "api")),
                            8080));
        }
        if (random.nextInt(3) == 0) {
            lab.table(
                    Hook.EGRESS,
                    "cluster",
                    snat(
                            "masquerade",
                            any().to(Expr.not(cidr("10.1.0.0/16"))),
                            new Target.OneOf(List.of(own(), new Target.Unchanged()))));
        }
        if (random.nextInt(3) == 0) {
            relays.addGateway(lab, blocks);
        }
    }

    private Target routed() {
        return switch (routing.nextInt(3)) {
            case 0 -> new Target.Backends(new Expr.Unknown<>("nobody knows whom"));
            case 1 -> backends(Expr.none());
            default -> backends(podsOf("shop", "db"));
        };
    }

    private void mesh() {
        if (random.nextInt(3) != 0) {
            return;
        }
        lab.capture("sidecar", random.nextInt(4) == 0 ? unknown : pods(), Expr.not(tcp(9090)))
                .leg(
                        "sidecar",
                        "sidecar",
                        random.nextBoolean() ? any() : any().to(cidr("10.96.0.0/16")),
                        random.nextBoolean() ? 0 : 15008)
                .point(
                        "authz",
                        "sidecar",
                        Layer.MESH,
                        at(Direction.IN, Place.PROXY, pods()),
                        blocks.some());
        if (random.nextBoolean()) {
            relays.addWaypoint(lab, blocks);
        }
    }

    private void device() {
        if (random.nextInt(3) == 0) {
            lab.stateless(
                    "acl",
                    "edge",
                    Layer.DEVICE,
                    on("edge", random.nextBoolean() ? Slot.BEFORE_DNAT : Slot.AFTER_SNAT),
                    blocks.some());
        }
        if (random.nextInt(3) == 0) {
            lab.point(
                    "fw",
                    "edge",
                    Layer.DEVICE,
                    on(
                            "edge",
                            Slot.BEFORE_SNAT,
                            random.nextBoolean() ? enters("k8s") : leaves("wan")),
                    blocks.some());
        }
    }

    /// Something to ask of such a plan.
    static Try connection(Lab lab, Gen gen) {
        String from = gen.oneOf(List.of("web", "api", "db", "batch", "n1", "agent", "client"));
        String to =
                gen.oneOf(
                        List.of(
                                "api",
                                "api2",
                                "db",
                                "batch",
                                "n2",
                                "10.96.0.2",
                                "198.51.100.9",
                                "203.0.113.99",
                                RandomRelays.GATEWAY,
                                RandomRelays.WAYPOINT,
                                "10.1.7.7"));
        Try tried =
                lab.from(from).to(to, gen.oneOf(List.of(80, 8080, 9090, 22))).sending(payload(gen));
        return gen.chance(0.2)
                ? tried.over(gen.oneOf(List.of(1, 17, 132, 50)))
                : gen.chance(0.1) ? tried.bypassing() : tried;
    }

    private static Packet.Payload payload(Gen gen) {
        return gen.oneOf(
                List.of(
                        OPAQUE,
                        UNSPECIFIED,
                        get("h", "/x"),
                        get("a.h", "/y"),
                        tls("h", OPAQUE),
                        tls("h", get("h", "/x"))));
    }
}
