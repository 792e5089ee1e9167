package io.portolan.model.reach.oracle;

import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Hook;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.PortTarget;
import io.portolan.model.policy.Rewrite;
import io.portolan.model.policy.Slot;
import io.portolan.model.policy.Target;

import org.junit.jupiter.api.Test;

import java.util.List;

/// Addresses of services, ports of nodes, and what a node or an egress gateway translates.
final class ServiceExamplesTest extends Words {
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

    /// Somebody gets the connection of whom the plan knows nothing.
    @Test
    void aBackendThatNobodyKnows() {
        Target unseen = new Target.Backends(new Expr.Unknown<>("nobody has seen the backend"));
        KubernetesExamplesTest.shop("Service")
                .table(
                        Hook.SERVICE,
                        "cluster",
                        dnat("elsewhere", any().to(cidr("10.96.0.9")), unseen, 80))
                .from("web")
                .to("10.96.0.9", 80)
                .undefined("an unseen backend");
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
}
