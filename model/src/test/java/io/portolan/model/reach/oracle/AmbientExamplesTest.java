package io.portolan.model.reach.oracle;

import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.ListenerTls;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Relay;
import io.portolan.model.policy.RelayListener;
import io.portolan.model.policy.RelayRoute;
import io.portolan.model.policy.Rewrite;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Upstream;

import org.junit.jupiter.api.Test;

import java.util.List;

/// Istio with a tunnel for each node, and waypoints.
final class AmbientExamplesTest extends MeshWords {
    // AuthorizationPolicy (selector, so at ztunnel) ALLOW with paths -> omitted; DENY from ns jobs
    // + to paths -> no effect;
    // DENY {from: [{source: {namespaces: [jobs]}}], to: [{operation: {ports: ["9090"], paths:
    // [/x]}}]} -> ports remain
    @Test
    void ambientLayer4() {
        Rule omitted = allow("allow paths: omitted", any().from(Expr.none()));
        Rule noOp =
                deny(
                        "deny ns + paths: no effect",
                        any().from(principal("jobs", "*")).on(Expr.none()));
        Rule wider =
                deny(
                        "deny ns + port, path dropped",
                        any().from(principal("jobs", "*")).on(tcp(9090)));
        Lab lab =
                authz(
                        ambient("Istio ambient"),
                        "ambient",
                        strict(),
                        denies(policy("d", podsOf("shop", "api"), noOp, wider)),
                        allows(
                                policy(
                                        "a",
                                        podsOf("shop", "api"),
                                        omitted,
                                        allow("any identity", any().from(authenticated())))));
        lab.podPolicy(
                Direction.IN,
                KubernetesExamplesTest.networkPolicies(
                        policy(
                                "np",
                                podsOf("shop", "api"),
                                allow("np[0] 15008", any().on(tcp(15008))))));
        lab.from("batch")
                .to("api", 8080)
                .sending(get("a", "/x"))
                .allowed("no-op DENY: ns and paths at ztunnel", "np[0] 15008", "any identity");
        lab.from("batch")
                .to("api", 9090)
                .sending(get("a", "/other"))
                .denied("DENY keeps the port and drops the path", "path dropped");
        lab.from("web").to("api", 8080).allowed("identity holds for a pod IP too");
        lab.from("old")
                .to("api", 8080)
                .denied(
                        "plaintext client: STRICT, and port 8080 is not open",
                        "mtls STRICT",
                        "isolated");
        Lab only =
                authz(
                        ambient("Istio ambient"),
                        "ambient",
                        allows(policy("a", podsOf("shop", "api"), omitted)));
        only.from("web")
                .to("api", 8080)
                .sending(get("a", "/x"))
                .denied("ALLOW with HTTP never matches at ztunnel");
    }

    // Gateway shop/waypoint (istio-waypoint, waypoint-for: service); Service api
    // {istio.io/use-waypoint: waypoint}
    // AuthorizationPolicy targetRefs Service api: ALLOW principals web, methods GET
    // AuthorizationPolicy selector app=api: ALLOW principals cluster.local/ns/shop/sa/waypoint
    @Test
    void ambientWaypoint() {
        Lab open = waypoint();
        authz(open, "ambient", strict(), allows());
        open.from("web")
                .to("10.96.0.2", 80)
                .sending(get("api", "/"))
                .allowed("waypoint sees the client", "waypoint-authz#l7[0]");
        open.from("batch")
                .to("10.96.0.2", 80)
                .sending(get("api", "/"))
                .denied("waypoint denies by identity", "waypoint-authz");
        open.from("batch")
                .to("api", 8080)
                .sending(get("api", "/"))
                .allowed("waypoint bypass: pod IP skips the L7 policy");
        Lab closed = waypoint();
        authz(
                closed,
                "ambient",
                strict(),
                allows(
                        policy(
                                "only-waypoint",
                                podsOf("shop", "api"),
                                allow(
                                        "from waypoint",
                                        any().from(principal("shop", "waypoint"))))));
        closed.from("web")
                .to("10.96.0.2", 80)
                .sending(get("api", "/"))
                .allowed(
                        "waypoint identity at the destination",
                        "from waypoint",
                        "as shop/waypoint");
        closed.from("batch")
                .to("api", 8080)
                .sending(get("api", "/"))
                .denied("bypass closed by the waypoint's principal");
        closed.podPolicy(
                Direction.IN,
                KubernetesExamplesTest.networkPolicies(
                        policy(
                                "np",
                                podsOf("shop", "api"),
                                allow("from web only", any().from(podsOf("shop", "web"))))));
        closed.from("web")
                .to("10.96.0.2", 80)
                .sending(get("api", "/"))
                .denied("pod policy must admit the waypoint, not the client", "isolated");
    }

    private static Lab waypoint() {
        Expr<Peer> self = podsOf("shop", "waypoint");
        RelayRoute onward =
                new RelayRoute(
                        "to api",
                        Expr.any(),
                        List.of(Rewrite.NONE),
                        Upstream.AS_DECRYPTED,
                        line(1));
        return ambient("Istio ambient")
                .pod("waypoint", "shop", "10.1.0.9", "app=waypoint", "sa:waypoint")
                .capture("waypoint", self, Expr.any())
                .leg("ambient", "waypoint", any(), 15008)
                .leg("waypoint", "ambient", any(), 15008)
                .relay(
                        new Relay(
                                "waypoint",
                                "waypoint",
                                any().from(MESHED).to(cidr("10.96.0.2")),
                                List.of(
                                        new RelayListener(
                                                "mesh",
                                                Expr.any(),
                                                java.util.Optional.empty(),
                                                ListenerTls.NONE,
                                                true,
                                                List.of(onward)))))
                .point(
                        "waypoint-authz",
                        "ambient",
                        Layer.MESH,
                        new Position.AtRelay("waypoint"),
                        allows(
                                policy(
                                        "l7",
                                        any().source(),
                                        allow(
                                                "l7[0]",
                                                any().from(principal("shop", "web"))
                                                        .asking(method("GET"))))));
    }
}
