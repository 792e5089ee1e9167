package io.portolan.model.reach.oracle;

import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.Rule;

import org.junit.jupiter.api.Test;

/// NetworkPolicy and ClusterNetworkPolicy on a plugin that implements both literally.
final class KubernetesExamplesTest extends Words {
    static Lab shop(String system) {
        return new Lab(system)
                .node("n1", "10.9.0.1")
                .node("n2", "10.9.0.2")
                .pod("web", "shop", "10.1.0.1", "app=web")
                .pod("api", "shop", "10.1.0.2", "app=api", "port:http=8080")
                .pod("api2", "shop", "10.1.0.4", "app=api", "port:http=9090")
                .pod("db", "shop", "10.1.0.3", "app=db")
                .pod("batch", "jobs", "10.1.1.1", "app=web", "ns:team=data")
                .hostPod("agent", "shop", "n2", "app=web")
                .external("client", "198.51.100.0/24", "internet")
                .router(
                        "edge",
                        "if pods k8s pods 10.9.0.254",
                        "if wan internet internet 203.0.113.2",
                        "to 10.0.0.0/8 pods",
                        "to 198.51.100.0/24 wan")
                .gateway("pods", "edge")
                .gateway("internet", "edge");
    }

    /// What the importer adds for every plugin: a pod reaches itself, and its node reaches it.
    static Block exemptions() {
        return block(
                "exempt",
                FIRST,
                PASS,
                policy(
                        "exempt",
                        any().source(),
                        new Rule(
                                "pod to itself",
                                any().from(itself()).passing(notTranslated()),
                                ALLOW,
                                builtIn("1.1")),
                        new Rule(
                                "resident node",
                                any().from(itsNode()),
                                ALLOW,
                                builtIn("1.1: resident node"))));
    }

    /// One block: isolation and the union of allows. Deny-all is only guaranteed for TCP, UDP and
    /// SCTP.
    static Block networkPolicies(Policy... policies) {
        Action denied =
                enter(
                        list(
                                "isolated",
                                either("1.1: other protocols"),
                                deny(
                                        "isolated",
                                        any().on(
                                                        Expr.anyOf(
                                                                protocol(6),
                                                                protocol(17),
                                                                protocol(132))))));
        return block("NetworkPolicy", UNION, denied, policies);
    }

    // metadata: {name: api, namespace: shop}
    // spec:
    //   podSelector: {matchLabels: {app: api}}
    //   ingress:
    //   - from: [{podSelector: {matchLabels: {app: web}}}]                  # the policy's
    // namespace
    //     ports: [{port: 8080, endPort: 8085}]
    //   - from: [{namespaceSelector: {matchLabels: {team: data}}, podSelector: {matchLabels: {app:
    // web}}}]
    //     ports: [{port: http}]                                              # named port
    //   - from: [{ipBlock: {cidr: 198.51.100.0/24, except: [198.51.100.128/25]}}]
    //     ports: [{port: 8080}]
    @Test
    void networkPolicy() {
        Expr<Peer> block = Expr.allOf(cidr("198.51.100.0/24"), Expr.not(cidr("198.51.100.128/25")));
        Lab lab =
                shop("NetworkPolicy")
                        .podPolicy(
                                Direction.IN,
                                exemptions(),
                                networkPolicies(
                                        policy(
                                                "shop/api",
                                                podsOf("shop", "api"),
                                                allow(
                                                        "shop/api[0]",
                                                        any().from(podsOf("shop", "web"))
                                                                .on(tcpRange(8080, 8085))),
                                                allow(
                                                        "shop/api[1]",
                                                        any().from(
                                                                        Expr.allOf(
                                                                                pods(),
                                                                                namespaceLabel(
                                                                                        "team",
                                                                                        "data"),
                                                                                app("web")))
                                                                .on(named("http"))),
                                                allow(
                                                        "shop/api[2]",
                                                        any().from(block).on(tcp(8080))))));
        lab.from("web")
                .to("api", 8080)
                .allowed("podSelector of the policy's namespace", "policy-ingress#shop/api[0]");
        lab.from("web").to("api", 8086).denied("port beyond endPort");
        lab.from("web").to("api", 8085).allowed("endPort included");
        lab.from("batch").to("api", 8080).allowed("namespaceSelector AND podSelector, named port");
        lab.from("batch").to("api2", 8080).denied("named port with different numbers per pod");
        lab.from("batch").to("api2", 9090).allowed("named port resolved on that pod");
        lab.from("web")
                .to("db", 5432)
                .allowed(
                        "not isolated: no policy selects the pod",
                        "#not selected by NetworkPolicy");
        lab.from("client").as("198.51.100.7").to("api", 8080).allowed("ipBlock");
        lab.from("client").as("198.51.100.200").to("api", 8080).denied("ipBlock except");
        lab.from("agent")
                .to("api", 8080)
                .denied("hostNetwork peer is never matched by a selector", "10.9.0.2");
        lab.from("web").to("agent", 80).allowed("hostNetwork subject is not governed");
        lab.from("web").to("api", 8080).over(132).denied("SCTP needs its own port entry");
    }

    // spec: {podSelector: {}, ingress: []}                        # db-deny: isolates
    // spec: {podSelector: {matchLabels: {app: api}}, ingress: [{}]}   # api-open: allows everything
    // spec: {podSelector: {matchLabels: {app: web}}, policyTypes: [Egress], ingress: [{}], egress:
    // [...]}
    @Test
    void defaultsOfNetworkPolicy() {
        Lab lab =
                shop("NetworkPolicy")
                        .podPolicy(
                                Direction.IN,
                                exemptions(),
                                networkPolicies(
                                        policy("shop/deny", Expr.allOf(pods(), namespace("shop"))),
                                        policy(
                                                "shop/api-open",
                                                podsOf("shop", "api"),
                                                allow("shop/api-open[0]", any()))))
                        .podPolicy(
                                Direction.OUT,
                                networkPolicies(
                                        policy(
                                                "shop/web",
                                                podsOf("shop", "web"),
                                                allow(
                                                        "shop/web[0]",
                                                        any().to(podsOf("shop", "api"))
                                                                .on(tcp(8080))))));
        lab.from("batch")
                .to("db", 5432)
                .denied("ingress: [] isolates; empty podSelector selects the namespace");
        lab.from("batch").to("api", 1234).allowed("ingress: [{}] allows everything");
        lab.from("batch").to("api", 0).over(47).allowed("rule without ports covers every protocol");
        lab.from("web").to("api", 8080).allowed("both sides must allow");
        lab.from("web")
                .to("client", 443)
                .denied("policyTypes [Egress]: egress of the source denies", "policy-egress#");
        lab.from("db").to("batch", 80).allowed("egress of db is not isolated by an ingress policy");
    }

    @Test
    void icmpAndNamedPorts() {
        Lab lab =
                shop("NetworkPolicy")
                        .podPolicy(
                                Direction.IN,
                                exemptions(),
                                networkPolicies(
                                        policy(
                                                "shop/api",
                                                podsOf("shop", "api"),
                                                allow("missing name", any().on(named("metrics"))),
                                                allow(
                                                        "only TCP",
                                                        any().from(podsOf("shop", "db"))
                                                                .on(tcp())))));
        lab.from("web").to("api", 8 * 256).over(1).undefined("ICMP to an isolated pod");
        lab.from("web").to("api", 9100).denied("named port missing matches nothing");
        lab.from("db").to("api", 1).allowed("protocol only: every port");
        lab.from("db").to("api", 53).over(17).denied("protocol only: UDP stays closed");
    }

    @Test
    void selfAndNodes() {
        Lab lab =
                shop("NetworkPolicy")
                        .podPolicy(
                                Direction.IN,
                                exemptions(),
                                networkPolicies(
                                        policy("deny", Expr.allOf(pods(), namespace("shop")))))
                        .podPolicy(
                                Direction.OUT,
                                exemptions2(),
                                networkPolicies(policy("deny", podsOf("shop", "web"))));
        lab.from("api").to("api", 8080).allowed("pod to itself by IP");
        lab.from("n1").to("api", 8080).allowed("resident node");
        lab.from("n2").to("api", 8080).denied("another node is policed (Calico profile)");
        lab.from("web").to("n1", 10250).undefined("pod to its own node");
    }

    /// Egress: only the pod itself is exempt; towards its own node platforms differ.
    private static Block exemptions2() {
        return block(
                "exempt",
                FIRST,
                PASS,
                policy(
                        "exempt",
                        any().source(),
                        new Rule(
                                "pod to itself",
                                any().to(itself()).passing(notTranslated()),
                                ALLOW,
                                builtIn("1.1")),
                        new Rule(
                                "own node",
                                any().to(itsNode()),
                                either("1.1: CNIs differ"),
                                builtIn("1.1"))));
    }

    // kind: ClusterNetworkPolicy
    // spec: {tier: Admin, priority: 10, subject: {namespaces: {matchLabels:
    // {kubernetes.io/metadata.name: shop}}}}
    //   ingress:
    //   - {action: Deny,  from: [{namespaces: {matchLabels: {team: data}}}], protocols: [{tcp:
    // {destinationPort: {number: 22}}}]}
    //   - {action: Accept, from: [{pods: {namespaceSelector: {team: data}, podSelector: {app:
    // web}}}], protocols: [{tcp: {destinationPort: {number: 9000}}}]}
    //   - {action: Pass, from: [{namespaces: {}}]}
    //   egress: [{action: Deny, to: [{networks: [0.0.0.0/0]}], protocols: [{tcp: {destinationPort:
    // {number: 6666}}}]}]
    // spec: {tier: Admin, priority: 20, ...}: Deny everything;    spec: {tier: Baseline, priority:
    // 0, ...}: Deny / Pass
    @Test
    void clusterNetworkPolicy() {
        Expr<Peer> shop = Expr.allOf(pods(), namespace("shop"));
        Expr<Peer> data = Expr.allOf(pods(), namespaceLabel("team", "data"));
        Block admin =
                block(
                        "Admin",
                        FIRST_TIES_UNDEFINED,
                        PASS,
                        policy(
                                "admin-10",
                                10,
                                shop,
                                deny("admin-10[0]", any().from(data).on(tcp(22))),
                                allow(
                                        "admin-10[1]",
                                        any().from(Expr.allOf(data, app("web"))).on(tcp(9000))),
                                rule("admin-10[2]", any().from(pods()), PASS)),
                        policy("admin-20", 20, shop, deny("admin-20[0]", any())),
                        policy(
                                "tie-a",
                                30,
                                podsOf("jobs", "web"),
                                allow("tie-a[0]", any().on(tcp(80)))),
                        policy(
                                "tie-b",
                                30,
                                podsOf("jobs", "web"),
                                deny("tie-b[0]", any().on(tcp(80)))),
                        // one unsupported peer: an Accept loses all peers, a Deny or Pass becomes
                        // Deny-all
                        policy(
                                "fail-closed",
                                5,
                                podsOf("shop", "api"),
                                allow("accept voided", any().from(Expr.none()).on(tcp(8443))),
                                deny("deny widened", any().on(tcp(8444)))));
        Block baseline =
                block(
                        "Baseline",
                        FIRST_TIES_UNDEFINED,
                        PASS,
                        policy(
                                "base-0",
                                0,
                                podsOf("shop", "db"),
                                rule("base-0[0] Pass", any().from(podsOf("shop", "web")), PASS),
                                deny("base-0[1]", any())));
        Lab lab =
                shop("ClusterNetworkPolicy")
                        .podPolicy(
                                Direction.IN,
                                exemptions(),
                                admin,
                                networkPolicies(
                                        policy(
                                                "shop/api",
                                                podsOf("shop", "api"),
                                                allow(
                                                        "shop/api[0]",
                                                        any().from(podsOf("shop", "web"))
                                                                .on(tcp(8080))))),
                                baseline)
                        .podPolicy(
                                Direction.OUT,
                                block(
                                        "Admin",
                                        FIRST_TIES_UNDEFINED,
                                        PASS,
                                        policy(
                                                "admin-10",
                                                10,
                                                shop,
                                                deny(
                                                        "egress[0]",
                                                        any().to(cidr("0.0.0.0/0"))
                                                                .on(tcp(6666))))));
        lab.from("batch").to("api", 22).denied("Admin Deny", "admin-10[0]");
        lab.from("batch")
                .to("api", 9000)
                .allowed("Admin Accept beats the NetworkPolicy", "admin-10[1]");
        lab.from("batch").to("api", 8080).denied("Pass delegates to the NetworkPolicy", "isolated");
        lab.from("web")
                .to("api", 8080)
                .allowed("Pass, then the NetworkPolicy allows", "shop/api[0]");
        lab.from("web").to("db", 5432).allowed("Pass in Baseline falls to the default");
        lab.from("batch")
                .to("db", 5432)
                .denied("Baseline Deny on a pod without NetworkPolicy", "base-0[1]");
        lab.from("client")
                .as("198.51.100.7")
                .to("api", 8080)
                .denied("Admin rule without Pass match", "admin-20[0]");
        lab.from("web").to("batch", 80).undefined("CNP equal priority that overlaps");
        lab.from("web").to("batch", 81).allowed("CNP equal priority without overlap");
        lab.from("batch")
                .to("api2", 8444)
                .denied("fail closed: one unsupported peer makes Deny a Deny-all", "deny widened");
        lab.from("batch")
                .to("api2", 8443)
                .denied("fail closed: one unsupported peer voids an Accept", "isolated");
        lab.from("web").to("api", 6666).denied("networks match pod addresses too", "egress[0]");
        lab.from("api").to("api", 9).allowed("pod to itself by own IP is not subject to CNP");
    }
}
