package io.portolan.model.reach.oracle;

import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Hook;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.NatTable;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Slot;
import io.portolan.model.policy.Target;

import org.junit.jupiter.api.Test;

import java.util.List;

/// What one stage leaves to the next: blocks that only log, translations before and after routing,
/// tables of some clients, replies, ports on which somebody listens.
final class StagesExamplesTest extends Words {
    private static Lab shop() {
        return KubernetesExamplesTest.shop("Stages");
    }

    @Test
    void aBlockThatOnlyLogsLeavesTheDecisionToTheNext() {
        Lab lab =
                shop().podPolicy(
                                Direction.IN,
                                block("log", FIRST, LOG, policy("log", Expr.any())),
                                list("list", DENY, allow("web", any().from(app("web")))));
        lab.from("web").to("api", 80).allowed("the next block allows", "policy-ingress#web");
        lab.from("db").to("api", 80).denied("the next block denies", "default of list");
    }

    /// Destination before routing, source after it: both count for one connection.
    @Test
    void aDeviceTranslatesBothEnds() {
        Lab lab =
                shop().table(
                                Hook.PREROUTING,
                                "edge",
                                dnat("vip", any().to(cidr("203.0.113.9")), pool("10.1.0.2/32"), 80))
                        .table(Hook.POSTROUTING, "edge", snat("hide", any(), pool("10.9.0.254/32")))
                        .podPolicy(
                                Direction.IN,
                                list("list", DENY, allow("edge", any().from(cidr("10.9.0.254")))));
        lab.from("client").to("203.0.113.9", 443).allowed("seen from the device", "#edge");
    }

    @Test
    void whereEveryCandidatePassesItDoesNotMatterWhichItIs() {
        Target maybe = new Target.OneOf(List.of(own(), new Target.Unchanged()));
        Lab lab =
                shop().table(Hook.EGRESS, "cluster", snat("masquerade", any(), maybe))
                        .podPolicy(
                                Direction.IN,
                                list(
                                        "list",
                                        DENY,
                                        allow("in", any().from(cidr("10.1.0.1", "10.9.0.1")))));
        lab.from("web").to("api", 80).allowed("its own address or that of its node");
        lab.from("db").to("api", 80).undefined("only that of its node");
    }

    /// As many tables as a cluster with services of every namespace has.
    @Test
    void aTableIsForItsClients() {
        Lab lab = shop();
        for (String client : List.of("web", "api", "db", "batch", "none")) {
            Expr<Peer> clients = client.equals("batch") ? namespace("jobs") : app(client);
            lab.nat.add(
                    new NatTable(
                            client,
                            "cluster",
                            Hook.SERVICE,
                            clients,
                            List.of(
                                    dnat(
                                            "for " + client,
                                            any().to(cidr("10.96.0.2")),
                                            backends(app(client)),
                                            8080))));
        }
        lab.from("db").to("10.96.0.2", 80).allowed("the table of the client", "for db#");
        lab.from("n1").to("10.96.0.2", 80).lost("a client of none", "no such host");
    }

    @Test
    void aListWithoutStateJudgesRepliesByItself() {
        Lab lab =
                shop().stateless(
                                "acl",
                                "edge",
                                Layer.DEVICE,
                                on("edge", Slot.AFTER_SNAT),
                                list("acl", DENY, allow("in", any().on(tcp(80)))));
        lab.from("client").to("api", 80).denied("the reply has another port", "reply: acl#default");
    }

    @Test
    void somebodyMustListen() {
        Lab lab = new Lab("Stages").machine("a", "10.0.0.1", "lan");
        lab.machine("b", "10.0.0.2", "lan", "listens:80");
        lab.from("a").to("b", 80).allowed("a port that is open");
        lab.from("a").to("b", 81).denied("another", "nothing listens");
        lab.from("a").to("b", 0).over(1).allowed("a ping needs no port");
    }

    /// Rules of a device are about addresses: nobody is itself, or on its node, there.
    @Test
    void onADeviceNobodyIsRelated() {
        Lab lab =
                shop().point(
                                "fw",
                                "edge",
                                Layer.DEVICE,
                                on("edge", Slot.BEFORE_SNAT),
                                list(
                                        "fw",
                                        ALLOW,
                                        deny("itself", any().from(itself())),
                                        deny("its node", any().from(itsNode()))));
        lab.from("client").to("api", 80).allowed("neither", "fw#default");
        lab.from("n1").to("198.51.100.9", 80).allowed("neither", "fw#default");
    }
}
