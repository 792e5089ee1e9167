package io.portolan.model.reach.oracle;

import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Hook;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.ListenerTls;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Relay;
import io.portolan.model.policy.RelayListener;
import io.portolan.model.policy.RelayRoute;
import io.portolan.model.policy.Rewrite;
import io.portolan.model.policy.Slot;
import io.portolan.model.policy.Target;
import io.portolan.model.policy.Upstream;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/// What a proxy sends on is a connection of its own, with its own translations, filters and way.
final class RelayExamplesTest extends Words {
    /// A gateway pod on n1 that forwards all that it gets.
    private static Lab gateway(Rewrite to) {
        return gateway(
                new RelayRoute("all", Expr.any(), List.of(to), Upstream.AS_DECRYPTED, line(1)));
    }

    private static Lab gateway(RelayRoute all) {
        RelayListener plain =
                new RelayListener(
                        "plain",
                        Expr.any(),
                        Optional.empty(),
                        ListenerTls.NONE,
                        true,
                        List.of(all));
        return KubernetesExamplesTest.shop("Relay")
                .pod("gw", "edge", "10.1.9.1", "app=gw", "on:n1")
                .pod("far", "shop", "10.1.2.1", "on:n2")
                .relay(new Relay("gw", "gw", any().on(Expr.none()), List.of(plain)));
    }

    @Test
    void whatAGatewaySendsLeavesItsOwnNode() {
        Lab lab =
                gateway(rewrite(pool("198.51.100.9/32"), 443))
                        .table(
                                Hook.EGRESS,
                                "cluster",
                                snat("masquerade", any().from(pods()), own()))
                        .stateless(
                                "acl",
                                "edge",
                                Layer.DEVICE,
                                on("edge", Slot.BEFORE_DNAT, enters("k8s")),
                                list("acl", DENY, allow("n1", any().from(cidr("10.9.0.1/32")))));
        lab.from("web").to("gw", 80).allowed("from the node of the gateway", "acl#n1");
        lab.from("far").to("gw", 80).allowed("whatever the client's node", "acl#n1");
        lab.from("client")
                .to("gw", 80)
                .denied("a client outside comes to the list itself", "default");
        lab.isRelated();
    }

    /// A policy in a proxy judges what comes through if it selects the proxy itself.
    @Test
    void inARelayTheProxyIsGoverned() {
        Lab lab =
                gateway(rewrite(backends(podsOf("shop", "db")), 5432))
                        .point(
                                "rules",
                                "gw",
                                Layer.GATEWAY,
                                new Position.AtRelay("gw"),
                                block(
                                        "rules",
                                        FIRST,
                                        DENY,
                                        policy(
                                                "for others",
                                                podsOf("shop", "db"),
                                                allow("all", any())),
                                        policy(
                                                "rules",
                                                app("gw"),
                                                allow("web", any().from(app("web"))))));
        lab.from("web").to("gw", 80).allowed("the rule", "rules#web");
        lab.from("api").to("gw", 80).denied("everybody else", "rules#default");
        lab.isRelated();
    }

    /// Each round may be translated or not: following it for long would never end.
    @Test
    void aGatewayThatSendsToItselfIsALoop() {
        Target maybeItsNode = new Target.OneOf(List.of(own(), new Target.Unchanged()));
        Lab lab =
                gateway(rewrite(backends(app("gw")), 80))
                        .table(Hook.EGRESS, "cluster", snat("masquerade", any(), maybeItsNode));
        lab.from("web").to("gw", 80).lost("round and round", "loop");
        lab.isRelated();
    }

    @Test
    void aGatewayThatWrapsWhatItSendsToItselfIsALoop() {
        Rewrite itself = rewrite(backends(app("gw")), 80);
        Lab lab =
                gateway(new RelayRoute("all", Expr.any(), List.of(itself), Upstream.TLS, line(1)));
        lab.from("web").to("gw", 80).lost("deeper and deeper", "loop");
    }

    @Test
    void behindAGatewayThatWrapsThemRequestsAreNotRead() {
        Rewrite db = rewrite(backends(app("db")), 5432);
        RelayRoute wrapped = new RelayRoute("all", Expr.any(), List.of(db), Upstream.TLS, line(1));
        Lab lab =
                gateway(wrapped)
                        .podPolicy(
                                Direction.IN,
                                block(
                                        "db",
                                        UNION,
                                        DENY,
                                        policy(
                                                "db",
                                                app("db"),
                                                allow("x", any().asking(path(exact("/x")))))));
        lab.from("web").to("gw", 80).sending(get("h", "/x")).denied("the path is sealed");
        lab.from("web").to("db", 80).sending(get("h", "/x")).allowed("straight there", "x");
        lab.isRelated();
    }

    /// A listener with a name takes only what says one.
    @Test
    void whatSaysNoNameReachesNoListenerWithOne() {
        Rewrite db = rewrite(backends(app("db")), 5432);
        RelayListener named =
                new RelayListener(
                        "named",
                        Expr.any(),
                        Optional.of(exact("h")),
                        ListenerTls.NONE,
                        true,
                        List.of(
                                new RelayRoute(
                                        "all",
                                        Expr.any(),
                                        List.of(db),
                                        Upstream.AS_DECRYPTED,
                                        line(1))));
        Lab lab =
                KubernetesExamplesTest.shop("Relay")
                        .pod("gw", "edge", "10.1.9.1")
                        .relay(new Relay("gw", "gw", any().on(Expr.none()), List.of(named)));
        lab.from("web").to("gw", 80).sending(get("h", "/")).allowed("the Host", "gw#all");
        lab.from("web").to("gw", 80).sending(tls("h", OPAQUE)).allowed("the server name", "gw#all");
        lab.from("web").to("gw", 80).sending(OPAQUE).denied("neither", "no listener");
        lab.from("web")
                .to("gw", 80)
                .sending(new Packet.Payload.Dns("h"))
                .denied("a query is neither", "no listener");
        lab.from("web").to("gw", 80).sending(UNSPECIFIED).undefined("the flow does not say");
    }

    /// One gateway behind another is no loop.
    @Test
    void whatIsForwardedMayBeForwardedAgain() {
        RelayListener toDb = listener(rewrite(backends(app("db")), 5432));
        Lab lab =
                gateway(rewrite(backends(app("inner")), 80))
                        .pod("gw2", "edge", "10.1.9.2", "app=inner")
                        .relay(new Relay("gw2", "gw2", any().on(Expr.none()), List.of(toDb)));
        lab.from("web").to("gw", 80).allowed("by both", "gw#all", "gw2#all");
        lab.isRelated();
    }

    private static RelayListener listener(Rewrite to) {
        return new RelayListener(
                "plain",
                Expr.any(),
                Optional.empty(),
                ListenerTls.NONE,
                true,
                List.of(
                        new RelayRoute(
                                "all", Expr.any(), List.of(to), Upstream.AS_DECRYPTED, line(1))));
    }

    /// Two networks have the same address.
    @Test
    void aGatewayForwardsInItsOwnNetwork() {
        RelayListener toBoth = listener(rewrite(pool("10.5.0.1/32"), 80));
        Lab lab =
                new Lab("Relay")
                        .machine("client", "10.5.0.3", "lan", "realm:blue")
                        .machine("gw", "10.5.0.2", "lan", "realm:blue")
                        .machine("near", "10.5.0.1", "lan", "realm:blue", "listens:80")
                        .machine("far", "10.5.0.1", "lan", "listens:81")
                        .relay(new Relay("gw", "gw", any().on(Expr.none()), List.of(toBoth)));
        lab.from("client").to("gw", 80).allowed("to the one nearby", "gw#all");
    }
}
