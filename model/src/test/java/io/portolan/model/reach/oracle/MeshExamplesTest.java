package io.portolan.model.reach.oracle;

import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Hook;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.ListenerTls;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Relay;
import io.portolan.model.policy.RelayListener;
import io.portolan.model.policy.RelayRoute;
import io.portolan.model.policy.Request;
import io.portolan.model.policy.Rewrite;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Text;
import io.portolan.model.policy.Upstream;

import org.junit.jupiter.api.Test;

import java.util.List;

/// Istio with sidecars, Istio ambient, Linkerd and Consul.
final class MeshExamplesTest extends Words {
    private static final Expr<Peer> MESHED = Expr.allOf(pods(), label("mesh", "yes"));

    private static Lab mesh(String system) {
        return new Lab(system)
                .node("n1", "10.9.0.1")
                .pod("web", "shop", "10.1.0.1", "app=web", "mesh=yes", "sa:web")
                .pod("api", "shop", "10.1.0.2", "app=api", "mesh=yes", "sa:api")
                .pod("batch", "jobs", "10.1.1.1", "app=batch", "mesh=yes", "sa:batch")
                .pod("old", "legacy", "10.1.2.1", "app=old", "sa:old")
                .table(
                        Hook.SERVICE,
                        "cluster",
                        dnat(
                                "svc api",
                                any().to(cidr("10.96.0.2")).on(tcp(80)),
                                backends(podsOf("shop", "api")),
                                8080));
    }

    /// Sidecars originate mutual TLS only towards what the registry knows: here the Service
    /// address.
    private static Lab sidecars(String system) {
        return mesh(system)
                .capture("sidecar", MESHED, Expr.not(tcp(9000, 15021, 15090)))
                .leg("sidecar", "sidecar", any().to(cidr("10.96.0.0/16")), 0);
    }

    private static Lab authz(Lab lab, String mesh, Block... blocks) {
        return lab.point("authz", mesh, Layer.MESH, at(Direction.IN, Place.PROXY, MESHED), blocks);
    }

    /// PeerAuthentication STRICT: no proven identity, no connection. `excepted`: portLevelMtls
    /// PERMISSIVE.
    private static Block strict(int... excepted) {
        Match plaintext = any().from(Expr.not(authenticated()));
        return list(
                "STRICT",
                PASS,
                deny(
                        "mtls STRICT",
                        excepted.length == 0 ? plaintext : plaintext.on(Expr.not(tcp(excepted)))));
    }

    private static Block custom(Policy... policies) {
        return block("CUSTOM", FIRST, PASS, policies);
    }

    private static Block denies(Policy... policies) {
        return block("DENY", UNION, PASS, policies);
    }

    private static Block allows(Policy... policies) {
        return block("ALLOW", UNION, DENY, policies);
    }

    /// A DENY rule keeps its L4 part where HTTP cannot be read, an ALLOW rule never matches there.
    private static Expr<Request> orHidden(Expr<Request> request) {
        return Expr.anyOf(noHttp(), request);
    }

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

    // kind: PeerAuthentication shop/default {mtls: {mode: STRICT}}; shop/api {selector: app=api,
    // portLevelMtls: {8081: {mode: PERMISSIVE}}}
    // kind: AuthorizationPolicy shop/api {selector: app=api, action: ALLOW, rules: [{from:
    // [{source:
    //   {principals: [cluster.local/ns/shop/sa/web]}}], to: [{operation: {ports: ["8080"], methods:
    // [GET]}}]}]}
    @Test
    void istioStrict() {
        Lab lab =
                authz(
                        sidecars("Istio sidecar"),
                        "sidecar",
                        strict(8081),
                        custom(),
                        denies(),
                        allows(
                                policy(
                                        "shop/api",
                                        podsOf("shop", "api"),
                                        allow(
                                                "api[0]",
                                                any().from(principal("shop", "web"))
                                                        .on(tcp(8080))
                                                        .asking(method("GET"))),
                                        allow("api[1]", any().on(tcp(8081))))));
        lab.from("web")
                .to("10.96.0.2", 80)
                .sending(get("api", "/"))
                .allowed("identity over the Service, target port", "api[0]");
        lab.from("web")
                .to("10.96.0.2", 80)
                .sending(http("PUT", "api", "/"))
                .denied("method not allowed", "no request rule of ALLOW");
        lab.from("batch").to("10.96.0.2", 80).sending(get("api", "/")).denied("another identity");
        lab.from("old")
                .to("10.96.0.2", 80)
                .sending(get("api", "/"))
                .denied("unmeshed client under STRICT", "mtls STRICT");
        lab.from("web")
                .to("api", 8080)
                .sending(get("api", "/"))
                .denied("pod-IP plaintext under STRICT", "mtls STRICT");
        lab.from("web")
                .to("10.96.0.2", 80)
                .sending(get("api", "/"))
                .bypassing()
                .denied("client that avoids its proxy");
        lab.from("old")
                .to("api", 8081)
                .allowed("portLevelMtls is keyed by the workload port", "api[1]");
        lab.from("old").to("api", 9000).allowed("excluded inbound port: the proxy is not there");
        lab.from("web").to("api", 8080).over(17).allowed("UDP is never captured");
        lab.from("web")
                .to("10.96.0.2", 80)
                .sending(OPAQUE)
                .denied("ALLOW with HTTP attributes is dropped on TCP");
        lab.from("web")
                .to("10.96.0.2", 80)
                .sending(UNSPECIFIED)
                .undefined("the flow does not say the method");
    }

    // PERMISSIVE. AuthorizationPolicy shop/no-jobs {action: DENY, rules: [{from: [{source:
    // {namespaces: [jobs]}}]}]}
    // AuthorizationPolicy shop/no-admin {action: DENY, rules: [{from: [{source: {notNamespaces:
    // [shop]}}], to: [{operation: {paths: [/admin*]}}]}]}
    // annotation istio.io/dry-run: "true" on the only ALLOW policy
    @Test
    void istioDenyAndTcp() {
        Expr<Peer> notShop = Expr.not(principal("shop", "*"));
        Lab lab =
                authz(
                        sidecars("Istio sidecar"),
                        "sidecar",
                        custom(),
                        denies(
                                policy(
                                        "no-jobs",
                                        podsOf("shop", "api"),
                                        deny("no-jobs[0]", any().from(principal("jobs", "*")))),
                                policy(
                                        "no-admin",
                                        podsOf("shop", "api"),
                                        deny(
                                                "no-admin[0]",
                                                any().from(notShop)
                                                        .asking(
                                                                orHidden(
                                                                        path(prefix("/admin"))))))),
                        allows(mode(PolicyMode.SHADOW, policy("dry-run", podsOf("shop", "api")))));
        lab.from("batch")
                .to("10.96.0.2", 80)
                .sending(get("api", "/"))
                .denied("DENY namespaces", "no-jobs[0]");
        lab.from("batch")
                .to("api", 8080)
                .sending(get("api", "/"))
                .allowed("PERMISSIVE plaintext with namespaces DENY: fails open");
        lab.from("old")
                .to("api", 8080)
                .sending(get("api", "/admin"))
                .denied("notNamespaces matches plaintext", "no-admin[0]");
        lab.from("old")
                .to("api", 8080)
                .sending(get("api", "/x"))
                .allowed("DENY path does not match; dry-run-only ALLOW is no ALLOW");
        lab.from("old")
                .to("api", 5432)
                .sending(OPAQUE)
                .denied("DENY with HTTP on TCP is wider", "no-admin[0]");
        lab.from("web")
                .to("10.96.0.2", 80)
                .sending(get("api", "/admin"))
                .allowed("the namespace itself");
        Lab all =
                authz(
                        sidecars("Istio sidecar"),
                        "sidecar",
                        denies(
                                policy(
                                        "paths",
                                        podsOf("shop", "api"),
                                        deny(
                                                "paths[0]",
                                                any().asking(orHidden(path(exact("/debug"))))))),
                        allows());
        all.from("web")
                .to("10.96.0.2", 80)
                .sending(OPAQUE)
                .denied("a DENY of paths alone closes all TCP");
        all.from("web")
                .to("10.96.0.2", 80)
                .sending(get("api", "/"))
                .allowed("no ALLOW policy: allowed");
    }

    // action: CUSTOM, provider: {name: oauth}, rules: [{to: [{operation: {paths: [/app*]}}]}]; a
    // second provider on /both
    @Test
    void istioCustom() {
        Action ask = new Action.Either("provider oauth", List.of(DENY, PASS));
        Lab lab =
                authz(
                        sidecars("Istio sidecar"),
                        "sidecar",
                        custom(
                                policy(
                                        "oauth",
                                        podsOf("shop", "api"),
                                        deny("two providers", any().asking(path(exact("/both")))),
                                        rule("oauth[0]", any().asking(path(prefix("/app"))), ask))),
                        denies(
                                policy(
                                        "deny",
                                        podsOf("shop", "api"),
                                        deny("deny[0]", any().asking(path(exact("/app/x")))))),
                        allows());
        lab.from("web")
                .to("10.96.0.2", 80)
                .sending(get("api", "/app"))
                .undefined("CUSTOM: the provider decides", "provider oauth");
        lab.from("web")
                .to("10.96.0.2", 80)
                .sending(get("api", "/app/x"))
                .denied("CUSTOM cannot overrule a DENY");
        lab.from("web")
                .to("10.96.0.2", 80)
                .sending(get("api", "/both"))
                .denied("two CUSTOM providers: what they match is denied");
        lab.from("web")
                .to("10.96.0.2", 80)
                .sending(get("api", "/free"))
                .allowed("CUSTOM does not match");
    }

    // kind: Sidecar shop/web {outboundTrafficPolicy: {mode: REGISTRY_ONLY}, egress: [{hosts:
    // ["./*"]}]}
    @Test
    void istioEgress() {
        Lab lab =
                sidecars("Istio sidecar")
                        .point(
                                "sidecar-out",
                                "sidecar",
                                Layer.MESH,
                                at(Direction.OUT, Place.PROXY, podsOf("shop", "web")),
                                list(
                                        "REGISTRY_ONLY",
                                        DENY,
                                        allow(
                                                "visible service",
                                                any().to(cidr("10.96.0.2")).on(tcp(80)))));
        lab.from("web").to("10.96.0.2", 80).allowed("REGISTRY_ONLY: known service");
        lab.from("web").to("old", 80).denied("REGISTRY_ONLY: BlackHole");
        lab.from("web")
                .to("old", 80)
                .bypassing()
                .allowed("REGISTRY_ONLY is no boundary: an application can bypass it");
        lab.from("batch").to("old", 80).allowed("ALLOW_ANY elsewhere");
    }

    /// A sidecar routes HTTP by port and Host: a pod address with a known Host goes to that
    /// service, with mutual TLS.
    @Test
    void istioHostRouting() {
        Match known =
                any().from(MESHED)
                        .on(tcp(80))
                        .asking(host(new Text.OneOf(java.util.Set.of("api", "api.shop"))));
        Lab lab =
                authz(
                                sidecars("Istio sidecar"),
                                "sidecar",
                                strict(),
                                denies(),
                                allows(
                                        policy(
                                                "api",
                                                podsOf("shop", "api"),
                                                allow(
                                                        "web",
                                                        any().from(principal("shop", "web"))))))
                        .leg("sidecar", "sidecar", known, 0)
                        .table(
                                Hook.SERVICE,
                                "sidecar",
                                dnat("route api", known, backends(podsOf("shop", "api")), 8080));
        lab.from("web")
                .to("batch", 80)
                .sending(get("api", "/"))
                .allowed("HTTP goes by Host, not by address", "10.1.0.2:8080/6 as shop/web");
        lab.from("web")
                .to("batch", 80)
                .sending(get("elsewhere", "/"))
                .denied("unknown Host: passthrough plaintext under STRICT", "10.1.1.1:80");
        lab.from("web").to("api", 80).sending(UNSPECIFIED).undefined("Host not known");
    }

    private static Lab ambient(String system) {
        return mesh(system)
                .capture("ambient", MESHED, Expr.any())
                .leg("ambient", "ambient", any(), 15008);
    }

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
                        java.util.Optional.empty(),
                        ListenerTls.NONE,
                        true,
                        List.of(route));
        return new Relay(name, "waypoint", interposes, List.of(listener));
    }

    // kind: Server shop/api {podSelector: app=api, port: 8080, accessPolicy: deny}
    // kind: HTTPRoute shop/orders {parentRefs: [Server api], rules: [{matches: [{path: {value:
    // /orders}}]}]}
    // kind: AuthorizationPolicy {targetRef: HTTPRoute orders, requiredAuthenticationRefs:
    // [MeshTLSAuthentication web]}
    // kind: AuthorizationPolicy {targetRef: Server api,       requiredAuthenticationRefs:
    // [MeshTLSAuthentication batch]}
    // kind: Server shop/admin {port: 9990} without any policy;
    // config.linkerd.io/default-inbound-policy: all-authenticated
    @Test
    void linkerd() {
        Rule onServer = allow("authz on Server", any().from(principal("jobs", "batch")));
        Rule onRoute = allow("authz on route", any().from(principal("shop", "web")));
        Block orders =
                block(
                        "route orders",
                        UNION,
                        DENY,
                        policy("orders", any().source(), onRoute, onServer));
        Block routes =
                list(
                        "404",
                        DENY,
                        rule(
                                "route orders",
                                any().asking(
                                                Expr.anyOf(
                                                        path(exact("/orders")),
                                                        path(prefix("/orders/")))),
                                enter(orders)));
        Block server =
                list(
                        "Server api",
                        DENY,
                        rule(
                                "opaque",
                                any().asking(noHttp()),
                                enter(
                                        block(
                                                "Server api",
                                                UNION,
                                                DENY,
                                                policy("api", any().source(), onServer)))),
                        rule("HTTP", any(), enter(routes)));
        Lab lab =
                mesh("Linkerd")
                        .capture("linkerd", MESHED, Expr.not(tcp(4222)))
                        .leg("linkerd", "linkerd", any(), 4143);
        authz(
                lab,
                "linkerd",
                block(
                        "servers",
                        FIRST,
                        PASS,
                        policy(
                                "servers",
                                podsOf("shop", "api"),
                                rule("Server api", any().on(tcp(8080)), enter(server)),
                                rule(
                                        "Server admin",
                                        any().on(tcp(9990)),
                                        enter(list("Server admin", DENY))))),
                block(
                        "default-inbound-policy",
                        FIRST,
                        DENY,
                        policy(
                                "all-authenticated",
                                any().source(),
                                new Rule(
                                        "all-authenticated",
                                        any().from(authenticated()),
                                        ALLOW,
                                        builtIn("namespace annotation")))));
        lab.from("web")
                .to("10.96.0.2", 80)
                .sending(get("api", "/orders/1"))
                .allowed("route and its authorization", "authz on route");
        lab.from("web")
                .to("10.96.0.2", 80)
                .sending(get("api", "/other"))
                .denied("route that does not match (404)", "default of 404");
        lab.from("batch")
                .to("10.96.0.2", 80)
                .sending(get("api", "/orders"))
                .allowed("authorization on the Server holds on the route", "authz on Server");
        lab.from("web")
                .to("10.96.0.2", 80)
                .sending(OPAQUE)
                .denied("opaque: route policy is not applied, Server's is", "opaque");
        lab.from("batch")
                .to("10.96.0.2", 80)
                .sending(OPAQUE)
                .allowed("opaque: authorized on the Server");
        lab.from("web").to("api", 9990).denied("Server without policy denies", "Server admin");
        lab.from("web")
                .to("api", 7000)
                .allowed("default policy: all-authenticated", "all-authenticated");
        lab.from("old").to("api", 7000).denied("default policy: unmeshed client");
        lab.from("old").to("api", 4222).allowed("skip-inbound-ports");
        lab.from("web")
                .to("10.96.0.2", 80)
                .sending(UNSPECIFIED)
                .undefined("protocol not known: L7 rules undecided");
        Rule probe =
                new Rule(
                        "probe",
                        any().asking(path(exact("/healthz"))),
                        ALLOW,
                        builtIn("probeNetworks 0.0.0.0/0"));
        Lab without =
                authz(
                        mesh("Linkerd").capture("linkerd", MESHED, Expr.any()),
                        "linkerd",
                        list("Server api", DENY, probe));
        without.from("n1")
                .to("api", 8080)
                .sending(get("api", "/healthz"))
                .allowed("Server without a route: probes are authorised");
        lab.from("n1")
                .to("api", 8080)
                .sending(get("api", "/healthz"))
                .denied("an attached route removes the probe authorisation", "default of 404");
    }

    // kind: ServiceIntentions api: sources: [{name: web, permissions: [{action: allow, http:
    // {pathPrefix: /v1}}, {action: deny, http: {pathPrefix: /}}]},
    //   {name: batch, permissions: [{action: allow, http: {pathExact: /job}}]}, {name: "*", action:
    // deny}];   default_intention_policy: allow
    @Test
    void consul() {
        Expr<Peer> api = principal("shop", "api");
        Action fallback = ALLOW;
        Block web =
                list(
                        "default_intention_policy",
                        fallback,
                        allow("permission 0", any().asking(path(prefix("/v1")))),
                        deny("permission 1", any().asking(path(prefix("/")))));
        Block batch =
                list(
                        "default_intention_policy",
                        fallback,
                        allow("permission 0", any().asking(path(exact("/job")))));
        Lab lab =
                mesh("Consul")
                        .pod("tcpsvc", "shop", "10.1.0.7", "app=tcpsvc", "mesh=yes", "sa:tcpsvc")
                        .capture("consul", MESHED, Expr.any())
                        .leg("consul", "consul", any(), 20000);
        authz(
                lab,
                "consul",
                list(
                        "mTLS required",
                        PASS,
                        deny("no certificate", any().from(Expr.not(authenticated())))),
                block(
                        "intentions",
                        FIRST,
                        fallback,
                        policy(
                                "by precedence",
                                any().source(),
                                rule(
                                        "9 web->api",
                                        any().from(principal("shop", "web")).to(api),
                                        enter(web)),
                                rule(
                                        "9 batch->api",
                                        any().from(principal("jobs", "batch")).to(api),
                                        enter(batch)),
                                deny(
                                        "9 web->tcpsvc L7 on TCP",
                                        any().from(principal("shop", "web"))
                                                .to(principal("shop", "tcpsvc"))),
                                deny("8 *->api", any().to(api)))));
        lab.from("web")
                .to("10.96.0.2", 80)
                .sending(get("api", "/v1/x"))
                .allowed("L7 permission", "permission 0");
        lab.from("web")
                .to("10.96.0.2", 80)
                .sending(get("api", "/v2"))
                .denied("permissions from the top", "permission 1");
        lab.from("batch")
                .to("10.96.0.2", 80)
                .sending(get("api", "/other"))
                .allowed(
                        "no permission matches: the default, never a lower intention",
                        "default of default_intention_policy");
        lab.from("api")
                .to("10.96.0.2", 80)
                .sending(get("api", "/"))
                .denied("precedence: * to exact", "8 *->api");
        lab.from("web").to("tcpsvc", 5432).denied("L7 intention on a TCP service acts as DENY");
        lab.from("batch").to("tcpsvc", 5432).allowed("no intention: default policy");
        lab.from("old").to("api", 8080).denied("no certificate");
    }

    /// The same NetworkPolicy (8080 from web) under each data plane: only an application port on
    /// the wire passes.
    @Test
    void wirePorts() {
        for (var wire : List.of(0, 15008, 4143, 20000)) {
            Lab lab =
                    mesh("Wire port")
                            .capture("m", MESHED, Expr.any())
                            .leg("m", "m", any(), wire)
                            .podPolicy(
                                    Direction.IN,
                                    KubernetesExamplesTest.networkPolicies(
                                            policy(
                                                    "np",
                                                    podsOf("shop", "api"),
                                                    allow(
                                                            "np[0]",
                                                            any().from(podsOf("shop", "web"))
                                                                    .on(tcp(8080))))));
            if (wire == 0) {
                lab.from("web")
                        .to("10.96.0.2", 80)
                        .allowed("sidecar: application port", "10.1.0.2:8080");
            } else {
                lab.from("web")
                        .to("10.96.0.2", 80)
                        .denied("wire port " + wire + " must be admitted", "10.1.0.2:" + wire);
            }
            lab.from("old")
                    .to("10.96.0.2", 80)
                    .denied("unmeshed client: application port, other pod", "10.1.0.2:8080");
        }
        Lab either =
                mesh("Wire port")
                        .capture("sidecar", podsOf("shop", "web"), Expr.any())
                        .capture("ambient", podsOf("shop", "api"), Expr.any())
                        .leg("sidecar", "ambient", any(), 15008, 0)
                        .podPolicy(
                                Direction.IN,
                                KubernetesExamplesTest.networkPolicies(
                                        policy(
                                                "np",
                                                podsOf("shop", "api"),
                                                allow("np[0]", any().on(tcp(15008))))));
        either.from("web")
                .to("10.96.0.2", 80)
                .undefined("sidecar to ambient: HBONE or application port");
    }
}
