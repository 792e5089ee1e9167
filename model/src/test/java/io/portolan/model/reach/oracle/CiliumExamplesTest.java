package io.portolan.model.reach.oracle;

import io.portolan.model.policy.Block;
import io.portolan.model.policy.Depth;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Request;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Text;

import org.junit.jupiter.api.Test;

/// Cilium, and Flannel, which enforces nothing.
final class CiliumExamplesTest extends Words {
    private static final Expr<Peer> IN_CLUSTER = Expr.anyOf(pods(), nodes());

    private static final Expr<Peer> WORLD = new Expr.Named<>("world", Expr.not(IN_CLUSTER));

    private static Block ciliumExempt() {
        return block(
                "exempt",
                FIRST,
                PASS,
                policy(
                        "allow-localhost",
                        any().source(),
                        new Rule(
                                "own host",
                                any().from(itsNode()),
                                ALLOW,
                                builtIn("allow-localhost=auto"))));
    }

    // kind: CiliumNetworkPolicy shop/api: endpointSelector {app: api}
    //   ingress:     [{fromEndpoints: [{}], toPorts: [{ports: [{port: "8080"}]}]}, {fromCIDR:
    // [0.0.0.0/0]}, {fromEntities: [remote-node]}]
    //   ingressDeny: [{fromEndpoints: [{matchLabels: {app: web}}], toPorts: [{ports: [{port:
    // "22"}]}]}]
    // kind: NetworkPolicy shop/api-np: from app=web, all ports         # same union; the deny above
    // wins
    // kind: CiliumNetworkPolicy shop/db: ingress: [{}]                 # isolates, allows nothing
    // kind: CiliumNetworkPolicy shop/web: ingressDeny only              # isolates too
    // kind: ClusterNetworkPolicy Admin: Accept from app=web port 22 on api
    // (k8sClusterNetworkPolicy.enabled)
    @Test
    void cilium() {
        Expr<Peer> remoteNode = Expr.allOf(nodes(), Expr.not(itsNode()));
        Policy api =
                policy(
                        "shop/api",
                        podsOf("shop", "api"),
                        deny("api deny[0]", any().from(podsOf("shop", "web")).on(tcp(22, 23))),
                        allow(
                                "api[0]",
                                any().from(Expr.allOf(pods(), namespace("shop"))).on(tcp(8080))),
                        allow("api[1]", any().from(Expr.allOf(cidr("0.0.0.0/0"), WORLD))),
                        allow("api[2]", any().from(new Expr.Named<>("remote-node", remoteNode))));
        Block normal =
                block(
                        "cilium",
                        UNION,
                        DENY,
                        api,
                        policy(
                                "np/api",
                                podsOf("shop", "api"),
                                allow("np/api[0]", any().from(podsOf("shop", "web")))),
                        policy(
                                "shop/db",
                                podsOf("shop", "db"),
                                allow("db[0] = {}", any().from(Expr.none()))),
                        policy(
                                "shop/web",
                                podsOf("shop", "web"),
                                deny("web deny[0]", any().on(tcp(22)))));
        Block admin =
                block(
                        "Admin",
                        FIRST_TIES_UNDEFINED,
                        PASS,
                        policy(
                                "admin",
                                1,
                                podsOf("shop", "api"),
                                allow(
                                        "admin accept",
                                        any().from(podsOf("shop", "web")).on(tcp(23)))));
        Lab lab =
                KubernetesExamplesTest.shop("Cilium")
                        .podPolicy(Direction.IN, ciliumExempt(), admin, normal);
        lab.from("web").to("api", 22).denied("deny wins over a NetworkPolicy allow", "api deny[0]");
        lab.from("web").to("api", 23).allowed("Admin Accept over a Cilium deny", "admin accept");
        lab.from("web").to("api", 9).allowed("union with the NetworkPolicy");
        lab.from("db").to("api", 8080).allowed("fromEndpoints [{}] is the own namespace");
        lab.from("batch").to("api", 8080).denied("a CIDR never matches pods", "default of cilium");
        lab.from("client").as("198.51.100.7").to("api", 443).allowed("a CIDR matches world");
        lab.from("n2").to("api", 443).allowed("entity remote-node");
        lab.from("agent")
                .to("api", 443)
                .allowed("a hostNetwork pod of another node is remote-node", "api[2]@10.9.0.2");
        lab.from("n1").to("api", 443).allowed("own host");
        lab.from("web").to("db", 5432).denied("ingress [{}] isolates and allows nothing");
        lab.from("db")
                .to("web", 80)
                .denied("a policy of denies only isolates too", "default of cilium");
        lab.from("web").to("api", 8 * 256).over(1).allowed("an L3-only allow admits ping");
    }

    // kind: CiliumNetworkPolicy shop/open: endpointSelector {app: api}, enableDefaultDeny:
    // {ingress: false},
    //   ingress: [{toPorts: [{ports: [{port: "80"}], rules: {http: [{method: GET, path:
    // "/pub.*"}]}}]}]
    // kind: CiliumNetworkPolicy shop/l4: endpointSelector {app: db}: port 80 with http rule AND
    // port 80 without
    @Test
    void ciliumOpenAndL7() {
        Expr<Request> pub = Expr.allOf(method("GET"), path(new Text.Regex("/pub.*")));
        Policy open =
                mode(
                        PolicyMode.OPEN,
                        policy(
                                "open",
                                podsOf("shop", "api"),
                                allow("http[0]", any().on(tcp(80)).asking(pub))));
        Policy l4 =
                policy(
                        "l4",
                        podsOf("shop", "db"),
                        allow("http", any().on(tcp(80)).asking(pub)),
                        allow("plain", any().from(podsOf("shop", "web")).on(tcp(80))));
        Lab lab =
                KubernetesExamplesTest.shop("Cilium")
                        .podPolicy(Direction.IN, block("cilium", UNION, DENY, open, l4));
        lab.from("web").to("api", 81).allowed("enableDefaultDeny false does not isolate");
        lab.from("web").to("api", 80).sending(get("a", "/pub/x")).allowed("L7 rule matches");
        lab.from("web")
                .to("api", 80)
                .sending(get("a", "/adm"))
                .denied("L7 rule still drops under enableDefaultDeny false", "no request rule");
        lab.from("web")
                .to("api", 80)
                .sending(UNSPECIFIED)
                .undefined("the flow does not say the path");
        lab.from("web")
                .to("db", 80)
                .sending(get("a", "/adm"))
                .allowed("L4 allow cancels L7", "plain");
        lab.from("batch")
                .to("db", 80)
                .sending(get("a", "/adm"))
                .denied("without the L4 allow, L7 holds");
    }

    // kind: CiliumNetworkPolicy shop/web egress: [{toEndpoints: [kube-dns], toPorts: [{ports:
    // [{port: "53"}], rules: {dns: [{matchPattern: "*"}]}}]},
    //   {toFQDNs: [{matchPattern: "*.example.net"}], toPorts: [{ports: [{port: "443"}]}]},
    // {toEntities: [cluster]}]
    @Test
    void ciliumNames() {
        Expr<Peer> names =
                Expr.allOf(
                        WORLD,
                        Expr.is(new Peer.Domain(new Text.Under("example.net", Depth.ONE_LABEL))));
        Lab lab =
                KubernetesExamplesTest.shop("Cilium")
                        .machine("pay", "192.0.2.1", "internet", "dns:api.example.net")
                        .machine("deep", "192.0.2.2", "internet", "dns:a.b.example.net")
                        .machine("apex", "192.0.2.3", "internet", "dns:example.net")
                        .podPolicy(
                                Direction.OUT,
                                block(
                                        "cilium",
                                        UNION,
                                        DENY,
                                        policy(
                                                "web",
                                                podsOf("shop", "web"),
                                                allow("fqdn", any().to(names).on(tcp(443))),
                                                allow(
                                                        "cluster",
                                                        any().to(
                                                                        new Expr.Named<>(
                                                                                "cluster",
                                                                                IN_CLUSTER))))));
        lab.routers.clear();
        lab.router(
                "edge",
                "if pods k8s pods 10.9.0.254",
                "if wan internet internet 203.0.113.2",
                "to 10.0.0.0/8 pods",
                "to 0.0.0.0/0 wan");
        lab.from("web").to("pay", 443).allowed("toFQDNs");
        lab.from("web").to("deep", 443).denied("* is one label");
        lab.from("web").to("apex", 443).denied("the apex is never matched");
        lab.from("web").to("client", 443).undefined("an address without a known name");
        lab.from("web").to("batch", 443).allowed("entity cluster: pods");
        lab.from("web").to("n2", 443).allowed("entity cluster via remote-node");
    }

    @Test
    void flannel() {
        Lab lab =
                KubernetesExamplesTest.shop("Flannel")
                        .podPolicy(
                                Direction.IN,
                                KubernetesExamplesTest.networkPolicies(
                                        mode(
                                                PolicyMode.SHADOW,
                                                policy(
                                                        "shop/deny",
                                                        Expr.allOf(pods(), namespace("shop"))))));
        lab.from("batch")
                .to("db", 5432)
                .allowed("policies are kept but nobody enforces them", "shop/deny is not enforced");
        lab.from("client").as("198.51.100.7").to("db", 5432).allowed("also from outside");
        lab.from("web").to("db", 5432).allowed("and inside");
    }
}
