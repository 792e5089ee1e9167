package io.portolan.model.reach.oracle;

import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Hook;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Slot;

import org.junit.jupiter.api.Test;

/// Routes, routing instances, and addresses that two networks both have.
final class RoutingExamplesTest extends Words {
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
}
