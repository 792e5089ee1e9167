package io.portolan.model.reach.oracle;

import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.ListenerTls;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Relay;
import io.portolan.model.policy.RelayListener;
import io.portolan.model.policy.RelayRoute;
import io.portolan.model.policy.Request;
import io.portolan.model.policy.Text;
import io.portolan.model.policy.Upstream;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/// Gateways: listeners, routes, the second connection, and what passes through sealed.
final class GatewayExamplesTest extends Words {
    // kind: Gateway edge: listeners: [{name: shop, hostname: shop.example.com, port: 443, tls:
    // {mode: Terminate}},
    //   {name: db, hostname: db.example.com, port: 443, tls: {mode: Passthrough}}, {name: wild,
    // hostname: "*.example.com", port: 443, tls: {mode: Terminate}}]
    // kind: HTTPRoute: shop.example.com /api -> api:8080 ; /gone -> (no valid backend);   wild:
    // /api -> web:80
    // kind: TLSRoute: db.example.com -> db:5432
    // WAF on the gateway: block /api/evil
    private static Lab gateway(boolean isolated) {
        RelayRoute api = route("shop /api", path(prefix("/api")), podsOf("shop", "api"), 8080);
        RelayRoute gone =
                new RelayRoute(
                        "shop /gone",
                        path(prefix("/gone")),
                        List.of(),
                        Upstream.AS_DECRYPTED,
                        line(1));
        RelayRoute wild = route("wild /wild", path(prefix("/wild")), podsOf("shop", "web"), 80);
        RelayRoute db = route("tls db", Expr.any(), podsOf("shop", "db"), 5432);
        return KubernetesExamplesTest.shop("Gateway")
                .pod("gw", "edge", "10.1.9.1", "app=gw")
                .relay(
                        new Relay(
                                "edge-gw",
                                "gw",
                                any().on(Expr.none()),
                                List.of(
                                        new RelayListener(
                                                "shop",
                                                tcp(443),
                                                Optional.of(exact("shop.example.com")),
                                                ListenerTls.TERMINATE,
                                                isolated,
                                                List.of(api, gone)),
                                        new RelayListener(
                                                "db",
                                                tcp(443),
                                                Optional.of(exact("db.example.com")),
                                                ListenerTls.PASSTHROUGH,
                                                true,
                                                List.of(db)),
                                        new RelayListener(
                                                "wild",
                                                tcp(443),
                                                Optional.of(under("example.com")),
                                                ListenerTls.TERMINATE,
                                                true,
                                                List.of(wild)))))
                .point(
                        "waf",
                        "edge-gw",
                        Layer.GATEWAY,
                        new Position.AtRelay("edge-gw"),
                        list(
                                "waf",
                                PASS,
                                deny("blocked path", any().asking(path(prefix("/api/evil"))))));
    }

    private static RelayRoute route(
            String name, Expr<Request> match, Expr<Peer> members, int port) {
        return new RelayRoute(
                name,
                match,
                List.of(rewrite(backends(members), port)),
                Upstream.AS_DECRYPTED,
                line(1));
    }

    @Test
    void gatewayRoutes() {
        Lab lab = gateway(true);
        lab.endpoints.removeIf(e -> e.name().equals("api2"));
        lab.from("client")
                .to("gw", 443)
                .sending(tls("shop.example.com", get("shop.example.com", "/api")))
                .allowed("SNI, terminate, route", "shop /api");
        lab.from("client")
                .to("gw", 443)
                .sending(tls("shop.example.com", get("shop.example.com", "/wild")))
                .denied("isolated listener: 404", "no route");
        lab.from("client")
                .to("gw", 443)
                .sending(tls("shop.example.com", get("shop.example.com", "/gone")))
                .denied("no valid backend: 500", "500");
        lab.from("client")
                .to("gw", 443)
                .sending(tls("", get("shop.example.com", "/api")))
                .denied("SNI absent: only a listener without hostname", "no listener");
        lab.from("client")
                .to("gw", 443)
                .sending(tls("a.b.example.com", get("a.b.example.com", "/wild")))
                .allowed("wildcard depth: any label count");
        lab.from("client")
                .to("gw", 443)
                .sending(tls("example.com", get("example.com", "/wild")))
                .denied("the apex is not below the wildcard", "no listener");
        lab.from("client")
                .to("gw", 443)
                .sending(get("shop.example.com", "/api"))
                .denied("plaintext on a TLS port");
        lab.from("client")
                .to("gw", 443)
                .sending(tls("db.example.com", OPAQUE))
                .allowed("passthrough routes by SNI only", "tls db");
        lab.from("client")
                .to("gw", 443)
                .sending(tls("shop.example.com", get("shop.example.com", "/api/evil")))
                .denied("WAF between listener and route", "blocked path");
        Lab shared = gateway(false);
        shared.endpoints.removeIf(e -> e.name().equals("api2"));
        shared.from("client")
                .to("gw", 443)
                .sending(tls("shop.example.com", get("shop.example.com", "/wild")))
                .undefined("without listener isolation another listener may route it");
    }

    @Test
    void gatewayTwoConnections() {
        Lab lab =
                gateway(true)
                        .podPolicy(
                                Direction.IN,
                                KubernetesExamplesTest.networkPolicies(
                                        policy(
                                                "shop/api",
                                                podsOf("shop", "api"),
                                                allow(
                                                        "from the gateway",
                                                        any().from(podsOf("edge", "gw"))
                                                                .on(tcp(8080)))),
                                        policy(
                                                "shop/db",
                                                podsOf("shop", "db"),
                                                allow(
                                                        "from the client",
                                                        any().from(cidr("198.51.100.0/24"))))));
        lab.from("client")
                .to("gw", 443)
                .sending(tls("shop.example.com", get("shop.example.com", "/api")))
                .allowed("second connection comes from the gateway", "10.1.9.1 -> 10.1.0.2:8080");
        lab.from("client")
                .to("gw", 443)
                .sending(tls("db.example.com", OPAQUE))
                .denied(
                        "passthrough is a new connection too: the client's address is gone",
                        "10.1.9.1 -> 10.1.0.3:5432");
        lab.from("client").to("api", 8080).denied("the client itself is not admitted");
    }

    // kind: Gateway eastwest: port 15443, tls: {mode: AUTO_PASSTHROUGH}, hosts: ["*.local"]; the
    // client's certificate reaches the server
    @Test
    void eastWest() {
        Expr<Peer> meshed = Expr.allOf(pods(), label("mesh", "yes"));
        RelayRoute any =
                new RelayRoute(
                        "any exported service",
                        Expr.is(new Request.ServerName(new Text.Contains(".api."))),
                        List.of(rewrite(backends(podsOf("shop", "api")), 8080)),
                        Upstream.AS_DECRYPTED,
                        line(1));
        Lab lab =
                new Lab("East-west gateway")
                        .node("n1", "10.9.0.1")
                        .pod("web", "shop", "10.1.0.1", "app=web", "mesh=yes")
                        .pod("ew", "istio", "10.1.0.5", "app=ew", "gw=yes")
                        .pod("api", "shop", "10.1.0.2", "app=api", "mesh=yes")
                        .capture("sidecar", meshed, Expr.any())
                        .capture("gateway", podsOf("istio", "ew"), Expr.any())
                        .leg("sidecar", "gateway", any(), 15443)
                        .leg("gateway", "sidecar", any(), 0)
                        .relay(
                                new Relay(
                                        "ew",
                                        "ew",
                                        any().on(Expr.none()),
                                        List.of(
                                                new RelayListener(
                                                        "15443",
                                                        Expr.any(),
                                                        Optional.of(new Text.Suffix(".local")),
                                                        ListenerTls.PASSTHROUGH,
                                                        true,
                                                        List.of(any)))))
                        .point(
                                "authz",
                                "sidecar",
                                Layer.MESH,
                                at(Direction.IN, Place.PROXY, meshed),
                                list(
                                        "authz",
                                        DENY,
                                        allow("web", any().from(principal("shop", "web")))));
        Packet.Payload toApi = tls("outbound_.80_._.api.shop.svc.cluster.local", OPAQUE);
        lab.from("web")
                .to("ew", 15443)
                .sending(toApi)
                .allowed(
                        "AUTO_PASSTHROUGH keeps the client's identity",
                        "authz#web",
                        "10.1.0.5 -> 10.1.0.2:8080/6 as shop/web");
        lab.from("web")
                .to("ew", 15443)
                .sending(tls("", OPAQUE))
                .denied("without a server name nothing is reached", "no listener");
        lab.from("web")
                .to("ew", 15443)
                .sending(tls("x.gone.local", OPAQUE))
                .denied("no such service", "no route");
    }
}
