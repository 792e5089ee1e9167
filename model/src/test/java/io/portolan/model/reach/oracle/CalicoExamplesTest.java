package io.portolan.model.reach.oracle;

import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Hook;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Slot;

import org.junit.jupiter.api.Test;

/// Calico: tiers, profiles, host endpoints.
final class CalicoExamplesTest extends Words {
    private static Block calicoTier(String name, Action end, Policy... policies) {
        return block("tier " + name, FIRST, end, policies);
    }

    /// Profile `kns.<namespace>`: allows both ways, so a pod without policy is open.
    private static Block profiles() {
        return block(
                "profiles",
                FIRST,
                DENY,
                policy(
                        "kns",
                        any().source(),
                        new Rule("kns.allow", any(), ALLOW, builtIn("profile kns.<namespace>"))));
    }

    // kind: Tier {name: security, order: 100}                        # defaultAction Deny
    // kind: GlobalNetworkPolicy {name: security.quarantine} spec: {tier: security, order: 10,
    // selector: app == 'db',
    //   types: [Ingress], ingress: [{action: Log}, {action: Pass, source: {selector: app ==
    // 'api'}},
    //                               {action: Deny, source: {notSelector: app == 'web'}}]}
    // kind: Tier {name: open, order: 200, defaultAction: Pass} with a policy that selects db and
    // matches nothing
    // kind: NetworkPolicy (Kubernetes) shop/db -> tier default, order 1000: from api port 5432
    // kind: NetworkPolicy (Calico) {name: default.late} spec: {order: 2000, selector: app == 'db',
    // ingress: [{action: Allow, protocol: TCP,
    //   source: {selector: app == 'api'}, destination: {ports: [9999]}}]}
    // kind: NetworkPolicy (Calico) {name: default.nil, no order} Deny 9999
    @Test
    void calicoTiers() {
        Expr<Peer> db = podsOf("shop", "db");
        Lab lab =
                KubernetesExamplesTest.shop("Calico")
                        .podPolicy(
                                Direction.IN,
                                KubernetesExamplesTest.exemptions(),
                                calicoTier(
                                        "security",
                                        DENY,
                                        policy(
                                                "security.quarantine",
                                                10,
                                                db,
                                                rule("q[0] Log", any(), LOG),
                                                rule(
                                                        "q[1] Pass",
                                                        any().from(Expr.allOf(pods(), app("api"))),
                                                        PASS),
                                                deny(
                                                        "q[2] notSelector",
                                                        any().from(
                                                                        Expr.not(
                                                                                Expr.allOf(
                                                                                        pods(),
                                                                                        app(
                                                                                                "web"))))))),
                                calicoTier("open", PASS, policy("open.nothing", 10, db)),
                                calicoTier(
                                        "default",
                                        DENY,
                                        policy(
                                                "default.nil",
                                                UNSET,
                                                db,
                                                deny("nil[0]", any().on(tcp(9999)))),
                                        policy(
                                                "default.late",
                                                2000,
                                                db,
                                                allow(
                                                        "late[0]",
                                                        any().from(Expr.allOf(pods(), app("api")))
                                                                .on(tcp(9999)))),
                                        policy(
                                                "knp.shop.db",
                                                1000,
                                                db,
                                                allow(
                                                        "shop/db[0]",
                                                        any().from(podsOf("shop", "api"))
                                                                .on(tcp(5432)))),
                                        policy("knp.shop.web", 1000, podsOf("shop", "web"))),
                                profiles());
        lab.from("api")
                .to("db", 5432)
                .allowed(
                        "Log, Pass, tier with defaultAction Pass, then the NetworkPolicy",
                        "shop/db[0]");
        lab.from("api")
                .to("db", 9999)
                .allowed("order 2000 allow after a NetworkPolicy; nil order comes last", "late[0]");
        lab.from("api").to("db", 9998).denied("end of tier default", "default of tier default");
        lab.from("web")
                .to("db", 5432)
                .denied("end-of-tier deny: selected, no rule matched", "default of tier security");
        lab.from("client")
                .as("198.51.100.7")
                .to("db", 5432)
                .denied("notSelector matches outside the cluster", "q[2]");
        lab.from("batch")
                .to("api", 80)
                .allowed("tier skip: no policy selects api, profile allows", "kns.allow");
        lab.from("api").to("web", 80).denied("NetworkPolicy without rules in tier default");
        lab.from("n1").to("db", 22).allowed("host to its own workload");
        Expr<Peer> notWeb = Expr.allOf(pods(), Expr.not(app("web")));
        Lab known =
                KubernetesExamplesTest.shop("Calico")
                        .podPolicy(
                                Direction.IN,
                                calicoTier(
                                        "default",
                                        DENY,
                                        policy(
                                                "p",
                                                1,
                                                db,
                                                allow(
                                                        "selector: !app == 'web'",
                                                        any().from(notWeb)))),
                                profiles());
        known.from("api").to("db", 1).allowed("selector ! matches known endpoints");
        known.from("client")
                .as("198.51.100.7")
                .to("db", 1)
                .denied("selector ! does not match the outside");
        Lab staged =
                KubernetesExamplesTest.shop("Calico")
                        .podPolicy(
                                Direction.IN,
                                calicoTier(
                                        "default",
                                        DENY,
                                        mode(
                                                PolicyMode.SHADOW,
                                                policy("staged", 1, db, deny("all", any())))),
                                profiles());
        staged.from("api").to("db", 1).allowed("staged policy is ignored");
    }

    // kind: HostEndpoint {node: n2, interfaceName: "*", profiles: [projectcalico-default-allow]}
    // kind: GlobalNetworkPolicy {selector: has(host), order: 5, preDNAT: true, applyOnForward:
    // true, types: [Ingress],
    //   ingress: [{action: Deny, protocol: TCP, source: {nets: [198.51.100.128/25]}, destination:
    // {ports: [30080]}}]}
    // kind: GlobalNetworkPolicy {selector: has(host), order: 10, ingress: [{action: Allow,
    // destination: {ports: [22]}, source: {nets: [10.0.0.0/8]}}]}
    @Test
    void calicoHostEndpoints() {
        Match nodePort = any().on(tcp(30080)).to(cidr("10.9.0.2"));
        Lab lab =
                new Lab("Calico host endpoints")
                        .pod("api", "shop", "10.1.0.2", "app=api")
                        .external("client", "198.51.100.0/24", "internet")
                        .machine("n2", "10.9.0.2", "nodes", "host=n2")
                        .machine("admin", "10.8.0.1", "nodes")
                        .router(
                                "edge",
                                "if lan k8s nodes 10.9.0.254",
                                "if wan internet internet 203.0.113.2",
                                "to 10.9.0.0/16 lan",
                                "to 198.51.100.0/24 wan")
                        .router(
                                "n2",
                                "if eth0 nodes nodes 10.9.0.2",
                                "if cali pods pods 169.254.1.1",
                                "to 10.1.0.0/16 cali",
                                "to 0.0.0.0/0 eth0 edge")
                        .gateway("internet", "edge")
                        .gateway("nodes", "edge")
                        .gateway("pods", "n2")
                        .table(
                                Hook.PREROUTING,
                                "n2",
                                dnat("nodeport", nodePort, backends(podsOf("shop", "api")), 8080))
                        .point(
                                "hep-preDNAT",
                                "n2",
                                Layer.POD_POLICY,
                                on("n2", Slot.BEFORE_DNAT),
                                block(
                                        "preDNAT",
                                        FIRST,
                                        PASS,
                                        policy(
                                                "pre",
                                                5,
                                                any().source(),
                                                deny(
                                                        "pre[0]",
                                                        any().from(cidr("198.51.100.128/25"))
                                                                .on(tcp(30080))))))
                        .point(
                                "hep",
                                "n2",
                                Layer.POD_POLICY,
                                at(Direction.IN, Place.NIC, label("host", "n2")),
                                calicoTier(
                                        "default",
                                        DENY,
                                        policy(
                                                "ssh",
                                                10,
                                                label("host", "n2"),
                                                allow(
                                                        "ssh[0]",
                                                        any().from(cidr("10.0.0.0/8"))
                                                                .on(tcp(22))))));
        lab.from("client")
                .as("198.51.100.7")
                .to("10.9.0.2", 30080)
                .allowed("preDNAT passes, forwarded traffic is open", "10.1.0.2:8080");
        lab.from("client")
                .as("198.51.100.200")
                .to("10.9.0.2", 30080)
                .denied("preDNAT sees the node port", "pre[0]");
        lab.from("admin").to("10.9.0.2", 22).allowed("local traffic to the host");
        lab.from("admin").to("10.9.0.2", 80).denied("end-of-tier deny for local traffic");
    }
}
