package io.portolan.model.reach.oracle;

import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Rule;

import org.junit.jupiter.api.Test;

import java.util.List;

/// Linkerd, Consul, and the ports that each mesh shows on the wire.
final class MeshExamplesTest extends MeshWords {
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
