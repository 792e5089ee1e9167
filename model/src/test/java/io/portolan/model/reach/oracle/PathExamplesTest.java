package io.portolan.model.reach.oracle;

import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Hook;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.ListenerTls;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.PortTarget;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Relay;
import io.portolan.model.policy.RelayListener;
import io.portolan.model.policy.RelayRoute;
import io.portolan.model.policy.Request;
import io.portolan.model.policy.Rewrite;
import io.portolan.model.policy.Slot;
import io.portolan.model.policy.Target;
import io.portolan.model.policy.Text;
import io.portolan.model.policy.Upstream;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/// Services, gateways, routes, source translation: what happens between the filters.
final class PathExamplesTest extends Words {
    // Service api {port: 80, targetPort: 8080};  Service headless {clusterIP: None, port: 80,
    // targetPort: 8080};  Service named {targetPort: http}
    // NetworkPolicy shop/api: from app=web port 8080;  NetworkPolicy egress of web: ipBlock
    // 10.96.0.0/16 port 80
    @Test
    void services() {
        Lab lab =
                shopWithServices()
                        .podPolicy(
                                Direction.IN,
                                KubernetesExamplesTest.exemptions(),
                                KubernetesExamplesTest.networkPolicies(
                                        policy(
                                                "shop/api",
                                                podsOf("shop", "api"),
                                                allow(
                                                        "np[0]",
                                                        any().from(podsOf("shop", "web"))
                                                                .on(tcp(8080))))));
        lab.from("web")
                .to("10.96.0.2", 80)
                .allowed("policy sees pod address and targetPort", "10.1.0.2:8080");
        lab.from("web")
                .to("api", 80)
                .denied("headless: no port mapping, targetPort is ignored", "10.1.0.2:80");
        lab.from("web").to("10.96.0.3", 80).undefined("named targetPort differs per pod");
        lab.from("web").to("10.96.0.4", 80).lost("Service without a backend", "no backend");
        lab.from("api")
                .to("10.96.0.2", 80)
                .undefined("hairpin through the VIP is policed; another replica decides otherwise");
        Lab egress =
                shopWithServices()
                        .podPolicy(
                                Direction.OUT,
                                KubernetesExamplesTest.networkPolicies(
                                        policy(
                                                "shop/web",
                                                podsOf("shop", "web"),
                                                allow(
                                                        "block on the ClusterIP",
                                                        any().to(cidr("10.96.0.0/16"))
                                                                .on(tcp(80))))));
        egress.from("web")
                .to("10.96.0.2", 80)
                .denied("an ipBlock on a ClusterIP never matches", "10.1.0.2:8080");
        Lab ranges =
                shopWithServices()
                        .point(
                                "loadBalancerSourceRanges",
                                "cluster",
                                Layer.GATEWAY,
                                at(Direction.OUT, Place.SOCKET, Expr.any()),
                                list(
                                        "source ranges",
                                        PASS,
                                        deny(
                                                "outside 192.0.2.0/24",
                                                any().from(Expr.not(cidr("192.0.2.0/24")))
                                                        .to(cidr("203.0.113.80")))))
                        .table(
                                Hook.SERVICE,
                                "lb",
                                dnat(
                                        "lb api",
                                        any().to(cidr("203.0.113.80")),
                                        backends(podsOf("shop", "api")),
                                        8080));
        ranges.from("web")
                .to("203.0.113.80", 80)
                .denied(
                        "loadBalancerSourceRanges denies in-cluster clients as well",
                        "@10.1.0.1 -> 203.0.113.80:80");
        ranges.from("web")
                .to("10.96.0.2", 80)
                .allowed("loadBalancerSourceRanges does not touch the ClusterIP");
    }

    private static Lab shopWithServices() {
        Lab lab = KubernetesExamplesTest.shop("Service");
        lab.endpoints.removeIf(e -> e.name().equals("api2"));
        return lab.pod("named1", "shop", "10.1.0.21", "app=named", "port:http=8080")
                .pod("named2", "shop", "10.1.0.22", "app=named", "port:http=9090")
                .podPolicy(
                        Direction.IN,
                        KubernetesExamplesTest.networkPolicies(
                                policy(
                                        "shop/named",
                                        podsOf("shop", "named"),
                                        allow("named", any().on(tcp(8080))))))
                .table(
                        Hook.SERVICE,
                        "cluster",
                        dnat(
                                "svc api",
                                any().to(cidr("10.96.0.2")).on(tcp(80)),
                                backends(Expr.anyOf(podsOf("shop", "api"), podsOf("jobs", "web"))),
                                8080),
                        translation(
                                "svc named",
                                any().to(cidr("10.96.0.3")).on(tcp(80)),
                                Rewrite.NONE,
                                new Rewrite(
                                        backends(podsOf("shop", "named")),
                                        new PortTarget.ToName("http"))),
                        dnat(
                                "svc empty",
                                any().to(cidr("10.96.0.4")),
                                backends(podsOf("shop", "gone")),
                                8080));
    }

    // Service api {type: NodePort, nodePort: 30080, externalTrafficPolicy: Cluster | Local};
    // NetworkPolicy: ipBlock 198.51.100.0/24 port 8080
    @Test
    void nodePorts() {
        Lab cluster =
                nodePort(
                        new Target.OneOf(List.of(own(), new Target.Unchanged())),
                        podsOf("shop", "api"));
        cluster.from("client")
                .as("198.51.100.7")
                .to("10.9.0.2", 30080)
                .undefined(
                        "externalTrafficPolicy Cluster may hide the client",
                        "10.9.0.2 -> 10.1.0.2:8080");
        Lab local = nodePort(new Target.Unchanged(), podsOf("shop", "api"));
        local.from("client")
                .as("198.51.100.7")
                .to("10.9.0.2", 30080)
                .allowed(
                        "externalTrafficPolicy Local keeps the client",
                        "198.51.100.7 -> 10.1.0.2:8080");
        Lab nobody = nodePort(new Target.Unchanged(), podsOf("shop", "elsewhere"));
        nobody.from("client")
                .as("198.51.100.7")
                .to("10.9.0.2", 30080)
                .lost("Local without a local endpoint drops", "no backend");
        local.from("client")
                .as("198.51.100.7")
                .to("10.9.0.2", 22)
                .allowed("other ports stay on the node");
    }

    private static Lab nodePort(Target source, Expr<Peer> local) {
        return new Lab("NodePort")
                .pod("api", "shop", "10.1.0.2", "app=api")
                .external("client", "198.51.100.0/24", "internet")
                .machine("n2", "10.9.0.2", "nodes")
                .router(
                        "edge",
                        "if lan k8s nodes 10.9.0.254",
                        "if wan internet internet 203.0.113.2",
                        "to 10.9.0.0/16 lan")
                .router(
                        "n2",
                        "if eth0 nodes nodes 10.9.0.2",
                        "if cali pods pods 10.9.0.2",
                        "to 10.1.0.0/16 cali")
                .gateway("internet", "edge")
                .gateway("nodes", "edge")
                .gateway("pods", "n2")
                .table(
                        Hook.PREROUTING,
                        "n2",
                        translation(
                                "nodeport",
                                any().to(cidr("10.9.0.2")).on(tcp(30080)),
                                rewrite(source, 0),
                                rewrite(backends(local), 8080)))
                .podPolicy(
                        Direction.IN,
                        KubernetesExamplesTest.networkPolicies(
                                policy(
                                        "np",
                                        podsOf("shop", "api"),
                                        allow(
                                                "ipBlock",
                                                any().from(cidr("198.51.100.0/24"))
                                                        .on(tcp(8080))))));
    }

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

    // natOutgoing: pods leave as their node;  CiliumEgressGatewayPolicy: app=pay leaves as
    // 10.9.0.250
    // access-list K8S-IN permit tcp 10.9.0.0/25 host 10.30.5.10 eq 5432 / permit tcp host
    // 10.9.0.250 host 10.30.5.11 eq 443
    @Test
    void nodeAndEgressTranslation() {
        Match outside = any().to(Expr.not(cidr("10.1.0.0/16", "10.9.0.0/24")));
        Lab lab =
                KubernetesExamplesTest.shop("Node SNAT")
                        .pod("pay", "shop", "10.1.0.6", "app=pay")
                        .machine("pg", "10.30.5.10", "legacy")
                        .machine("mf", "10.30.5.11", "legacy")
                        .table(
                                Hook.EGRESS,
                                "cluster",
                                snat(
                                        "egress gateway",
                                        any().from(podsOf("shop", "pay")).to(cidr("10.30.0.0/16")),
                                        pool("10.9.0.250")),
                                snat("masquerade", outside, own()))
                        .podPolicy(
                                Direction.OUT,
                                KubernetesExamplesTest.networkPolicies(
                                        policy(
                                                "web",
                                                podsOf("shop", "web"),
                                                allow(
                                                        "to pg",
                                                        any().to(cidr("10.30.5.10"))
                                                                .on(tcp(5432))))))
                        .router(
                                "asa",
                                "if k8s k8s pods 10.9.0.254",
                                "if legacy legacy legacy 10.30.0.1",
                                "to 10.30.0.0/16 legacy",
                                "to 10.0.0.0/8 k8s")
                        .point(
                                "K8S-IN",
                                "asa",
                                Layer.DEVICE,
                                on("asa", Slot.AFTER_DNAT, enters("k8s")),
                                list(
                                        "K8S-IN",
                                        DENY,
                                        allow(
                                                "10",
                                                any().from(cidr("10.9.0.0/25"))
                                                        .to(cidr("10.30.5.10"))
                                                        .on(tcp(5432))),
                                        allow(
                                                "20",
                                                any().from(cidr("10.9.0.250"))
                                                        .to(cidr("10.30.5.11"))
                                                        .on(tcp(443)))));
        lab.gateway("pods", "asa").gateway("legacy", "asa");
        lab.from("web")
                .to("pg", 5432)
                .allowed(
                        "pod policy sees the pod, the firewall its node",
                        "policy-egress#to pg@10.1.0.1 ",
                        "K8S-IN#10@10.9.0.1 ");
        lab.from("db")
                .to("pg", 5432)
                .allowed(
                        "identity is lost: any pod of the node passes the firewall",
                        "K8S-IN#10@10.9.0.1 ");
        lab.from("web")
                .to("mf", 443)
                .denied("all denials are reported", "policy-egress#", "K8S-IN#default");
        lab.from("pay").to("mf", 443).allowed("egress gateway", "K8S-IN#20@10.9.0.250");
        lab.from("pay").to("pg", 5432).denied("egress gateway address is not in the other rule");
        lab.from("db").to("api", 8080).allowed("inside the cluster nothing is translated");
    }

    @Test
    void routing() {
        Lab lab =
                new Lab("Routing")
                        .machine("a", "10.1.0.1", "left")
                        .machine("b", "10.2.0.1", "right")
                        .machine("c", "10.3.0.1", "far")
                        .router(
                                "r1",
                                "if l l left 10.1.0.254",
                                "if r r right 10.2.0.253",
                                "if x x far 10.3.0.253",
                                "to 10.2.0.0/16 r",
                                "to 10.2.9.0/24 null",
                                "to 10.4.0.0/16 r r2",
                                "to 10.1.0.0/16 l",
                                "to 10.3.0.0/16 x")
                        .router(
                                "r2",
                                "if r r right 10.2.0.254",
                                "if l l left 10.1.0.253",
                                "to 10.4.0.0/16 r r1",
                                "to 10.2.0.0/16 r")
                        .gateway("left", "r1")
                        .gateway("right", "r1")
                        .point(
                                "r1-acl",
                                "r1",
                                Layer.DEVICE,
                                on("r1", Slot.AFTER_SNAT),
                                list("acl", PASS, deny("no ssh", any().on(tcp(22)))));
        lab.from("a").to("b", 80).allowed("longest prefix");
        lab.from("a").to("10.2.9.1", 80).lost("null route", "null route");
        lab.from("a").to("10.4.0.1", 80).lost("loop", "loop");
        lab.from("a").to("192.0.2.1", 80).lost("no route", "no route");
        lab.from("a").to("10.2.0.9", 80).lost("nobody has that address", "no such host");
        lab.gateway("left", "r1", "r2").gateway("right", "r2");
        lab.from("a").to("b", 80).allowed("equal-cost paths that agree");
        lab.from("a")
                .to("b", 22)
                .undefined("equal-cost paths that differ: can, but not reliably", "no ssh");
        lab.gateway("left", "r2").gateway("right", "r1");
        lab.from("a")
                .to("b", 80)
                .undefined(
                        "stateful device on the return path only: asymmetric",
                        "reply: r1#asymmetric");
        Lab vrf =
                new Lab("Routing")
                        .machine("red", "10.1.0.1", "red")
                        .machine("blue", "10.1.0.2", "blue")
                        .machine("srv", "10.5.0.1", "srv")
                        .router(
                                "r",
                                "if r r red 10.1.0.254 vrf=red",
                                "if b b blue 10.1.0.253 vrf=blue",
                                "if s s srv 10.5.0.254 vrf=red",
                                "to 10.5.0.0/16 s vrf=red")
                        .gateway("red", "r")
                        .gateway("blue", "r");
        vrf.from("red").to("srv", 80).allowed("route of the incoming interface's VRF");
        vrf.from("blue").to("srv", 80).lost("another VRF has no such route", "no route");
    }

    // Two clusters with the same pod range: each pod is known in its own realm, the firewall sees
    // nodes only.
    @Test
    void overlappingAddresses() {
        Lab lab =
                new Lab("Routing")
                        .machine("node-1", "10.9.1.1", "nodes")
                        .machine("node-2", "10.9.2.1", "nodes")
                        .pod(
                                "a1",
                                "shop",
                                "10.1.0.1",
                                "app=a",
                                "realm:k1",
                                "at:pods-1",
                                "on:node-1")
                        .pod(
                                "b1",
                                "shop",
                                "10.1.0.2",
                                "app=b",
                                "realm:k1",
                                "at:pods-1",
                                "on:node-1")
                        .pod(
                                "b2",
                                "shop",
                                "10.1.0.2",
                                "app=other",
                                "realm:k2",
                                "at:pods-2",
                                "on:node-2",
                                "listens:80")
                        .machine("pg", "10.30.5.10", "legacy")
                        .router(
                                "fw",
                                "if k1 k1 pods-1 10.9.1.254",
                                "if k2 k2 pods-2 10.9.2.254",
                                "if l l legacy 10.30.0.1",
                                "to 10.30.0.0/16 l")
                        .gateway("pods-1", "fw")
                        .gateway("pods-2", "fw")
                        .table(
                                Hook.EGRESS,
                                "clusters",
                                snat("masquerade", any().to(cidr("10.30.0.0/16")), own()))
                        .podPolicy(
                                Direction.IN,
                                KubernetesExamplesTest.networkPolicies(
                                        policy(
                                                "b",
                                                podsOf("shop", "b"),
                                                allow("b[0]", any().from(podsOf("shop", "a"))))))
                        .point(
                                "acl",
                                "fw",
                                Layer.DEVICE,
                                on("fw", Slot.AFTER_DNAT),
                                list("acl", DENY, allow("k1", any().from(cidr("10.9.1.0/24")))));
        lab.from("a1")
                .to("b1", 80)
                .allowed("same address in two clusters: the near one is meant", "b[0]");
        lab.from("a1").to("pg", 80).allowed("masqueraded to its own node", "k1@10.9.1.1");
        lab.from("b2")
                .to("pg", 80)
                .denied("the twin leaves from another node", "acl#default of acl@10.9.2.1");
        lab.from("b2").to("b2", 81).denied("nothing listens there", "nothing listens");
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
