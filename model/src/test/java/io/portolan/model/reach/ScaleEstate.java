package io.portolan.model.reach;

import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Capture;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Estate;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Forwarding;
import io.portolan.model.policy.Hook;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Leg;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.NatTable;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Passage;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PeerKind;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.PortTarget;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Refusal;
import io.portolan.model.policy.Relation;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Replies;
import io.portolan.model.policy.Rewrite;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Slot;
import io.portolan.model.policy.Target;
import io.portolan.model.policy.Text;
import io.portolan.model.policy.Ties;
import io.portolan.model.policy.Traffic;
import io.portolan.model.policy.Translation;
import io.portolan.model.policy.View;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedMap;

/// Clusters with three layers of policy and a mesh, each behind a firewall of 100 rules, around a
/// core firewall of 2,000 rules with networks of hosts. The same sizes always give the same estate.
final class ScaleEstate {
    static final int WORKLOADS = 50;

    private static final Remark REMARK = new Remark(new Origin.Line("scale.yaml", 1), "", false);
    private static final List<String> TIERS = List.of("web", "api", "db", "cache", "job");
    private static final int[] PORTS = {22, 53, 80, 443, 1433, 1521, 3306, 5432, 8080, 8443, 9092};
    private static final int NETWORKS = 20;
    private static final int HOSTS = 100;
    private static final int SERVICES = 50;

    private final Random random = new Random(7);
    private final int clusters;
    private final int namespaces;
    private final int policies;
    private final int coreRules;
    private final List<Estate.Member> members = new ArrayList<>();
    private final SequencedMap<String, List<String>> gateways = new LinkedHashMap<>();
    private final List<EnforcementPoint> points = new ArrayList<>();
    private final List<NatTable> tables = new ArrayList<>();
    private final List<Capture> captures = new ArrayList<>();
    private final List<Leg> legs = new ArrayList<>();
    private final List<Forwarding> routers = new ArrayList<>();

    /// `namespaces` of 50 workloads in each cluster, `policies` in all of them.
    ScaleEstate(int clusters, int namespaces, int policies, int coreRules) {
        this.clusters = clusters;
        this.namespaces = namespaces;
        this.policies = policies;
        this.coreRules = coreRules;
        for (int c = 0; c < clusters; c++) {
            cluster(c);
        }
        for (int n = 0; n < NETWORKS; n++) {
            network(n);
        }
        core();
    }

    Estate estate() {
        return new Estate(members, gateways);
    }

    EnforcementPlan plan() {
        return new EnforcementPlan(points, tables, captures, legs, List.of(), routers, List.of());
    }

    static String name(int cluster, int namespace, int workload) {
        return "c%02d/n%03d/w%02d".formatted(cluster, namespace, workload);
    }

    // ---------------------------------------------------------------- clusters

    private void cluster(int c) {
        node(c);
        for (int n = 0; n < namespaces; n++) {
            for (int w = 0; w < WORKLOADS; w++) {
                members.add(pod(c, n, w));
            }
        }
        int own = policies / clusters;
        podPolicies(c, own * 2 / 3);
        mesh(c, own - own * 2 / 3);
        services(c);
        firewall(c);
    }

    private void node(int c) {
        members.add(
                member(
                                "c%02d/node".formatted(c),
                                PeerKind.NODE,
                                "pods" + c,
                                "10.%d.255.1/32".formatted(40 + c))
                        .build());
    }

    private Estate.Member pod(int c, int n, int w) {
        int number = n * WORKLOADS + w;
        Map<LabelOwner, Map<String, String>> labels =
                Map.of(
                        LabelOwner.CLUSTER,
                        Map.of("name", "c" + c),
                        LabelOwner.WORKLOAD,
                        Map.of("app", "a" + w, "tier", pick(TIERS), "ver", "v" + random.nextInt(2)),
                        LabelOwner.NAMESPACE,
                        Map.of(
                                "name",
                                "n" + n,
                                "team",
                                "t" + (c * namespaces + n) % 40,
                                "env",
                                "e" + n % 4));
        return member(
                        name(c, n, w),
                        PeerKind.POD,
                        "pods" + c,
                        "10.%d.%d.%d/32".formatted(40 + c, number / 250, 1 + number % 250))
                .labels(labels)
                .identity(new Estate.Identity("cluster.local", "n" + n, "a" + w))
                .node("c%02d/node".formatted(c))
                .build();
    }

    private Expr<Peer> podsOf(int c) {
        return Expr.allOf(
                Expr.is(new Peer.OfKind(PeerKind.POD)),
                labelled(LabelOwner.CLUSTER, "name", "c" + c));
    }

    private void podPolicies(int c, int count) {
        List<Policy> in = new ArrayList<>();
        List<Policy> out = new ArrayList<>();
        for (int n = 0; n < namespaces; n++) {
            if (random.nextInt(10) < 7) {
                in.add(policy("deny", namespace(c, n), List.of()));
            }
            if (random.nextInt(10) < 4) {
                Rule dns = rule("dns", any().to(namespace(c, 0)).on(udp(53)), ALLOW);
                out.add(policy("deny", namespace(c, n), List.of(dns)));
            }
        }
        while (in.size() + out.size() < count) {
            int n = random.nextInt(namespaces);
            boolean egress = random.nextInt(3) == 0;
            List<Rule> rules = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(4); i++) {
                Match match = any().on(randomTraffic());
                Expr<Peer> peer = randomPeer(c, n);
                rules.add(rule("r", egress ? match.to(peer) : match.from(peer), ALLOW));
            }
            (egress ? out : in).add(policy("p", Expr.allOf(namespace(c, n), randomApp()), rules));
        }
        points.add(podPoint(c, Direction.IN, in));
        points.add(podPoint(c, Direction.OUT, out));
    }

    private EnforcementPoint podPoint(int c, Direction direction, List<Policy> all) {
        Expr<Peer> itself = Expr.is(new Peer.Relative(Relation.ITSELF));
        Expr<Peer> node = Expr.is(new Peer.Relative(Relation.ITS_NODE));
        boolean in = direction == Direction.IN;
        Policy exempt =
                policy(
                        "exempt",
                        Expr.any(),
                        List.of(
                                rule("self", in ? any().from(itself) : any().to(itself), ALLOW),
                                rule("node", in ? any().from(node) : any().to(node), ALLOW)));
        List<Policy> admin = new ArrayList<>();
        List<Rule> tier = new ArrayList<>();
        for (int i = 0; in && i < 8; i++) {
            Expr<Peer> peer =
                    Expr.allOf(
                            labelled(LabelOwner.NAMESPACE, "env", "e" + random.nextInt(4)),
                            labelled(LabelOwner.WORKLOAD, "tier", pick(TIERS)));
            tier.add(
                    rule(
                            "a" + i,
                            any().from(peer).on(randomTraffic()),
                            pick(List.of(ALLOW, DENY, PASS))));
        }
        admin.add(
                policy(
                        "admin",
                        Expr.allOf(podsOf(c), labelled(LabelOwner.WORKLOAD, "tier", pick(TIERS))),
                        tier));
        return new EnforcementPoint(
                "c%d/%s".formatted(c, direction),
                "c" + c,
                Layer.POD_POLICY,
                new Position.AtEndpoint(direction, Place.NIC, podsOf(c)),
                Replies.ADMITTED,
                List.of(
                        new Block("exempt", FIRST, List.of(exempt), PASS),
                        new Block("Admin", FIRST, admin, PASS),
                        new Block("NetworkPolicy", UNION, all, DENY)));
    }

    private void mesh(int c, int count) {
        String name = "mesh" + c;
        Expr<Peer> meshed = Expr.allOf(podsOf(c), labelled(LabelOwner.WORKLOAD, "ver", "v1"));
        Match tcp = any().on(Expr.is(new Traffic.IpProtocol(6)));
        captures.add(new Capture(name, meshed, tcp, tcp));
        legs.add(new Leg(name, name, any(), List.of(0)));
        List<Policy> allows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<Rule> rules = new ArrayList<>();
            for (int j = 0; j <= random.nextInt(3); j++) {
                Text account =
                        random.nextBoolean()
                                ? new Text.Present()
                                : new Text.Exact("a" + random.nextInt(WORKLOADS));
                Expr<Peer> who =
                        Expr.is(
                                new Peer.Principal(
                                        new Text.Exact("cluster.local"),
                                        new Text.Exact("n" + random.nextInt(namespaces)),
                                        account));
                Expr<Traffic> ports = random.nextInt(3) == 0 ? Expr.any() : randomTraffic();
                rules.add(
                        rule(
                                "z",
                                any().from(who).on(ports),
                                random.nextInt(20) == 0 ? DENY : ALLOW));
            }
            int n = random.nextInt(namespaces);
            allows.add(policy("authz", Expr.allOf(namespace(c, n), randomApp()), rules));
        }
        points.add(
                new EnforcementPoint(
                        name,
                        name,
                        Layer.MESH,
                        new Position.AtEndpoint(Direction.IN, Place.PROXY, meshed),
                        Replies.ADMITTED,
                        List.of(new Block("authz", UNION, allows, DENY))));
    }

    private void services(int c) {
        List<Translation> all = new ArrayList<>();
        for (int i = 0; i < SERVICES; i++) {
            Cidr address = Cidr.parse("10.%d.%d.%d/32".formatted(120 + c, i / 250, 1 + i % 250));
            all.add(
                    new Translation(
                            "svc" + i,
                            any().to(at(address)).on(tcp(80)),
                            Rewrite.NONE,
                            new Rewrite(
                                    new Target.Backends(
                                            Expr.allOf(namespace(c, i % namespaces), randomApp())),
                                    new PortTarget.ToNumber(8080)),
                            REMARK));
        }
        tables.add(new NatTable("svc" + c, "c" + c, Hook.SERVICE, podsOf(c), all));
        Expr<Peer> outside = Expr.not(at(Cidr.parse("10.%d.0.0/16".formatted(40 + c))));
        Translation masquerade =
                new Translation(
                        "masquerade",
                        any().to(outside),
                        new Rewrite(new Target.Own(), new PortTarget.Keep()),
                        Rewrite.NONE,
                        REMARK);
        tables.add(new NatTable("out" + c, "c" + c, Hook.EGRESS, podsOf(c), List.of(masquerade)));
    }

    // ---------------------------------------------------------------- devices

    private void firewall(int c) {
        String device = "fw" + c;
        gateways.put("pods" + c, List.of(device));
        gateways.merge("core", List.of(), (a, _) -> a);
        routers.add(
                new Forwarding(
                        device,
                        List.of(
                                at("in", "pods" + c, "10.%d.255.254".formatted(40 + c)),
                                at("out", "core", "172.31.0.%d".formatted(10 + c))),
                        List.of(
                                entry(
                                        "10.%d.255.0/24".formatted(40 + c),
                                        new Forwarding.NextHop.Attached("in")),
                                entry("0.0.0.0/0", new Forwarding.NextHop.Via("out", "core")))));
        points.add(device(device, 100));
    }

    private void network(int n) {
        gateways.put("net" + n, List.of("core"));
        for (int h = 0; h < HOSTS; h++) {
            members.add(
                    member(
                                    "net%02d/h%d".formatted(n, h),
                                    PeerKind.MACHINE,
                                    "net" + n,
                                    "172.16.%d.%d/32".formatted(n, 10 + h))
                            .build());
        }
    }

    private void core() {
        List<Forwarding.Interface> interfaces = new ArrayList<>();
        List<Forwarding.Entry> entries = new ArrayList<>();
        interfaces.add(at("core", "core", "172.31.0.1"));
        for (int n = 0; n < NETWORKS; n++) {
            interfaces.add(at("net" + n, "net" + n, "172.16.%d.1".formatted(n)));
            entries.add(
                    entry(
                            "172.16.%d.0/24".formatted(n),
                            new Forwarding.NextHop.Attached("net" + n)));
        }
        for (int c = 0; c < clusters; c++) {
            entries.add(
                    entry(
                            "10.%d.255.0/24".formatted(40 + c),
                            new Forwarding.NextHop.Via("core", "fw" + c)));
        }
        gateways.remove("core");
        routers.add(new Forwarding("core", interfaces, entries));
        points.add(device("core", coreRules));
    }

    EnforcementPoint device(String device, int count) {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Expr<Traffic> ports =
                    switch (random.nextInt(15)) {
                        case 0 -> Expr.any();
                        case 1, 2 -> Expr.is(Traffic.to(Transport.TCP, PortSet.range(1024, 65535)));
                        default -> tcp(PORTS[random.nextInt(PORTS.length)]);
                    };
            Match match = any().from(randomBlock()).to(randomBlock()).on(ports);
            rules.add(rule("acl" + i, match, random.nextInt(5) == 0 ? DENY : ALLOW));
        }
        return new EnforcementPoint(
                device,
                device,
                Layer.DEVICE,
                new Position.AtDevice(device, Slot.BEFORE_SNAT, View.CURRENT, Expr.<Passage>any()),
                Replies.ADMITTED,
                List.of(new Block("acl", FIRST, List.of(policy("acl", Expr.any(), rules)), DENY)));
    }

    private Expr<Peer> randomBlock() {
        int c = random.nextInt(Math.max(1, clusters));
        int n = random.nextInt(NETWORKS);
        return switch (random.nextInt(12)) {
            case 0 -> Expr.any();
            case 1, 2 -> at(Cidr.parse("10.%d.255.0/24".formatted(40 + c)));
            case 3, 4 -> at(Cidr.parse("172.16.%d.%d/29".formatted(n, 8 * random.nextInt(14))));
            case 5 -> at(Cidr.parse("172.16.%d.0/20".formatted(n & ~15)));
            case 6, 7, 8 -> at(Cidr.parse("172.16.%d.0/24".formatted(n)));
            default -> at(Cidr.parse("172.16.%d.%d/32".formatted(n, 10 + random.nextInt(HOSTS))));
        };
    }

    // ---------------------------------------------------------------- words

    private static final Action ALLOW = new Action.Allow();
    private static final Action DENY = new Action.Deny(Refusal.DROP);
    private static final Action PASS = new Action.Pass();
    private static final Discipline FIRST = new Discipline.FirstMatch(Ties.AS_LISTED);
    private static final Discipline UNION = new Discipline.DenyOverrides();

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static Match any() {
        return Match.any();
    }

    private static Rule rule(String name, Match match, Action action) {
        return new Rule(name, match, action, REMARK);
    }

    private static Policy policy(String name, Expr<Peer> subject, List<Rule> rules) {
        return new Policy(name, 1, subject, PolicyMode.ISOLATES, rules, REMARK);
    }

    private static Expr<Peer> at(Cidr block) {
        return Expr.is(new Peer.At(List.of(block)));
    }

    private static Forwarding.Interface at(String name, String segment, String address) {
        return new Forwarding.Interface(name, name, "", segment, Address.parse(address));
    }

    private static Forwarding.Entry entry(String prefix, Forwarding.NextHop next) {
        return new Forwarding.Entry("", Cidr.parse(prefix), next);
    }

    private static Expr<Traffic> tcp(int port) {
        return Expr.is(Traffic.to(Transport.TCP, PortSet.of(port)));
    }

    private static Expr<Traffic> udp(int port) {
        return Expr.is(Traffic.to(Transport.UDP, PortSet.of(port)));
    }

    private Expr<Traffic> randomTraffic() {
        int port = 80 + random.nextInt(300) * 60;
        return switch (random.nextInt(10)) {
            case 0 -> Expr.is(Traffic.to(Transport.TCP, PortSet.range(port, port + 500)));
            case 1 -> udp(port);
            default -> tcp(port);
        };
    }

    private Expr<Peer> namespace(int c, int n) {
        return Expr.allOf(
                labelled(LabelOwner.CLUSTER, "name", "c" + c),
                labelled(LabelOwner.NAMESPACE, "name", "n" + n));
    }

    private Expr<Peer> randomApp() {
        return random.nextInt(3) == 0
                ? labelled(LabelOwner.WORKLOAD, "tier", pick(TIERS))
                : labelled(LabelOwner.WORKLOAD, "app", "a" + random.nextInt(WORKLOADS));
    }

    private Expr<Peer> randomPeer(int c, int n) {
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3, 4, 5 -> Expr.allOf(namespace(c, n), randomApp());
            case 6, 7, 8 ->
                    Expr.allOf(
                            podsOf(c),
                            labelled(LabelOwner.NAMESPACE, "team", "t" + random.nextInt(40)),
                            labelled(LabelOwner.WORKLOAD, "tier", pick(TIERS)));
            default -> at(Cidr.parse("172.16.%d.0/24".formatted(random.nextInt(NETWORKS))));
        };
    }

    private static Expr<Peer> labelled(LabelOwner owner, String key, String value) {
        return Expr.is(new Peer.Labelled(owner, key, new Text.Exact(value)));
    }

    private static Draft member(String name, PeerKind kind, String segment, String block) {
        return new Draft(name, kind, segment, block);
    }

    private static final class Draft {
        private final String name;
        private final PeerKind kind;
        private final String segment;
        private final String block;
        private Map<LabelOwner, Map<String, String>> labels = Map.of();
        private Optional<Estate.Identity> identity = Optional.empty();
        private Optional<String> node = Optional.empty();

        Draft(String name, PeerKind kind, String segment, String block) {
            this.name = name;
            this.kind = kind;
            this.segment = segment;
            this.block = block;
        }

        Draft labels(Map<LabelOwner, Map<String, String>> all) {
            labels = all;
            return this;
        }

        Draft identity(Estate.Identity who) {
            identity = Optional.of(who);
            return this;
        }

        Draft node(String on) {
            node = Optional.of(on);
            return this;
        }

        Estate.Member build() {
            return new Estate.Member(
                    name,
                    kind,
                    "",
                    segment,
                    List.of(Cidr.parse(block)),
                    labels,
                    Map.of(),
                    identity,
                    node,
                    List.of(),
                    Optional.empty());
        }
    }
}
