package io.portolan.model.reach.oracle;

import io.portolan.model.policy.Action;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Hook;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Text;

import org.junit.jupiter.api.Test;

import java.util.List;

/// Istio with a proxy beside each workload.
final class IstioExamplesTest extends MeshWords {
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
}
