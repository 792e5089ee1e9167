package io.portolan.model.reach.oracle;

import io.portolan.model.policy.Block;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.ListenerTls;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Relay;
import io.portolan.model.policy.RelayListener;
import io.portolan.model.policy.RelayRoute;
import io.portolan.model.policy.Rewrite;
import io.portolan.model.policy.Upstream;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/// Waypoints of the ambient mesh, and what takes mutual TLS away.
final class WaypointExamplesTest extends MeshWords {
    // DestinationRule jobs/plain {host: api.shop.svc.cluster.local, trafficPolicy: {tls: {mode:
    // DISABLE}}}
    @Test
    void aLegWithoutWirePortsIsPlaintext() {
        Lab lab =
                mesh("Istio sidecar")
                        .capture("sidecar", MESHED, Expr.any())
                        .leg(
                                "sidecar",
                                "sidecar",
                                any().from(podsOf("jobs", "batch")).to(cidr("10.96.0.2")))
                        .leg("sidecar", "sidecar", any().to(cidr("10.96.0.0/16")), 0);
        authz(lab, "sidecar", strict(), denies(), allows());
        lab.from("web").to("10.96.0.2", 80).allowed("mutual TLS", "not selected");
        lab.from("batch").to("10.96.0.2", 80).denied("plaintext under STRICT", "mtls STRICT");
        lab.from("batch").to("10.96.0.2", 80).isRelated(30, 8);
    }

    // Gateway shop/waypoint {waypoint-for: all}; Services api and old, pods of web and api use it;
    // AuthorizationPolicy targetRefs Service api: ALLOW web; targetRefs Gateway: DENY port 9090
    @Test
    void aWaypointIsOneRelayForEachOfItsServices() {
        Expr<Peer> clients = Expr.allOf(MESHED, Expr.not(podsOf("shop", "waypoint")));
        Block denied = denies(policy("gateway", any().source(), deny("9090", any().on(tcp(9090)))));
        Lab lab =
                ambient("Istio ambient")
                        .pod("waypoint", "shop", "10.1.0.9", "app=waypoint", "sa:waypoint")
                        .capture("waypoint", podsOf("shop", "waypoint"), Expr.any())
                        .leg("ambient", "waypoint", any(), 15008)
                        .leg("waypoint", "ambient", any(), 15008)
                        .relay(new Relay("waypoint", "waypoint", any().on(Expr.none()), List.of()))
                        .relay(onward("for api", any().from(clients).to(cidr("10.96.0.2"))))
                        .relay(onward("waypoint", any().from(clients).to(podsOf("shop", "web"))))
                        .relay(
                                onward(
                                        "waypoint",
                                        any().from(
                                                        Expr.allOf(
                                                                podsOf("legacy", "old"),
                                                                new Expr.Unknown<>("sidecar")))
                                                .to(podsOf("shop", "api"))))
                        .point(
                                "of all",
                                "ambient",
                                Layer.MESH,
                                new Position.AtRelay("waypoint"),
                                denied)
                        .point(
                                "of api",
                                "ambient",
                                Layer.MESH,
                                new Position.AtRelay("for api"),
                                denied,
                                allows(
                                        policy(
                                                "api",
                                                any().source(),
                                                allow(
                                                        "web",
                                                        any().from(principal("shop", "web"))))))
                        .capture("sidecar", podsOf("legacy", "old"), Expr.any());
        lab.from("web").to("10.96.0.2", 80).allowed("its own policy", "for api", "api#web");
        lab.from("batch").to("10.96.0.2", 80).denied("of its own relay", "of api");
        lab.from("batch").to("web", 8080).allowed("pods by the common relay", "onward");
        lab.from("batch").to("web", 9090).denied("policies of the gateway", "of all");
        lab.from("web").to("waypoint", 15008).denied("nobody dials a waypoint", "no listener");
        lab.from("old").to("api", 9090).undefined("a client that may go by way of it");
        for (long seed = 0; seed < 20; seed++) {
            lab.from("web").to("api", 8080).isRelated(30, seed);
        }
    }

    private static Relay onward(String name, Match interposes) {
        RelayRoute route =
                new RelayRoute(
                        "onward",
                        Expr.any(),
                        List.of(Rewrite.NONE),
                        Upstream.AS_DECRYPTED,
                        line(1));
        RelayListener listener =
                new RelayListener(
                        "mesh",
                        Expr.any(),
                        Optional.empty(),
                        ListenerTls.NONE,
                        true,
                        List.of(route));
        return new Relay(name, "waypoint", interposes, List.of(listener));
    }
}
