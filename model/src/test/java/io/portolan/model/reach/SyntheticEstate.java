package io.portolan.model.reach;

import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Estate;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PeerKind;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Refusal;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Replies;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Text;
import io.portolan.model.policy.Ties;
import io.portolan.model.policy.Traffic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// A Kubernetes estate of any size, with NetworkPolicies as the importer writes them. The same
/// sizes always give the same estate.
final class SyntheticEstate {
    private static final long SEED = 7;
    private static final int TEAMS = 40;
    private static final List<String> TIERS = List.of("web", "api", "db", "cache", "job");
    private static final Remark REMARK =
            new Remark(new Origin.Line("synthetic.yaml", 1), "", false);

    private SyntheticEstate() {}

    static String name(int namespace, int workload) {
        return "n%03d/w%02d".formatted(namespace, workload);
    }

    static Estate estate(int namespaces, int workloads) {
        Random random = new Random(SEED);
        List<Estate.Member> members = new ArrayList<>();
        for (int n = 0; n < namespaces; n++) {
            for (int w = 0; w < workloads; w++) {
                members.add(member(n, w, random));
            }
        }
        return new Estate(members, new LinkedHashMap<>());
    }

    private static Estate.Member member(int n, int w, Random random) {
        int number = n * 64 + w;
        Map<LabelOwner, Map<String, String>> labels =
                Map.of(
                        LabelOwner.WORKLOAD,
                        Map.of(
                                "app",
                                "a" + w,
                                "tier",
                                TIERS.get(random.nextInt(TIERS.size())),
                                "ver",
                                "v" + random.nextInt(2)),
                        LabelOwner.NAMESPACE,
                        Map.of("name", "n" + n, "team", "t" + n % TEAMS, "env", "e" + n % 4));
        return new Estate.Member(
                name(n, w),
                PeerKind.POD,
                "",
                "pods",
                List.of(
                        Cidr.parse(
                                "10.%d.%d.%d/32"
                                        .formatted(
                                                64 + number / 65536,
                                                number / 256 % 256,
                                                number % 256))),
                labels,
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    static EnforcementPlan plan(int namespaces, int workloads, int policies) {
        Random random = new Random(SEED);
        List<Policy> in = new ArrayList<>();
        List<Policy> out = new ArrayList<>();
        for (int n = 0; n < namespaces; n++) {
            if (random.nextInt(10) < 7) {
                in.add(policy("deny-" + n, namespace(n), List.of()));
            }
        }
        while (in.size() + out.size() < policies) {
            int n = random.nextInt(namespaces);
            boolean egress = random.nextInt(3) == 0;
            List<Rule> rules = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(4); i++) {
                rules.add(rule(n, workloads, egress, random));
            }
            Expr<Peer> subject =
                    Expr.allOf(
                            namespace(n),
                            random.nextInt(3) == 0 ? tier(random) : app(random, workloads));
            (egress ? out : in).add(policy("p" + in.size() + out.size(), subject, rules));
        }
        return new EnforcementPlan(
                List.of(point(Direction.IN, in), point(Direction.OUT, out)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static EnforcementPoint point(Direction direction, List<Policy> policies) {
        Block exempt =
                new Block(
                        "exempt",
                        new Discipline.FirstMatch(Ties.AS_LISTED),
                        List.of(policy("exempt", Expr.any(), List.of())),
                        new Action.Pass());
        return new EnforcementPoint(
                "pods-" + direction,
                "cluster",
                Layer.POD_POLICY,
                new Position.AtEndpoint(
                        direction, Place.NIC, Expr.is(new Peer.OfKind(PeerKind.POD))),
                Replies.ADMITTED,
                List.of(
                        exempt,
                        new Block(
                                "NetworkPolicy",
                                new Discipline.DenyOverrides(),
                                policies,
                                new Action.Deny(Refusal.DROP))));
    }

    private static Policy policy(String name, Expr<Peer> subject, List<Rule> rules) {
        return new Policy(
                name, Double.POSITIVE_INFINITY, subject, PolicyMode.ISOLATES, rules, REMARK);
    }

    private static Rule rule(int n, int workloads, boolean egress, Random random) {
        Expr<Peer> peer =
                switch (random.nextInt(10)) {
                    case 0, 1, 2 -> Expr.allOf(namespace(n), tier(random));
                    case 3, 4, 5 -> Expr.allOf(namespace(n), app(random, workloads));
                    case 6, 7, 8 -> Expr.allOf(team(random), tier(random));
                    default ->
                            Expr.is(
                                    new Peer.At(
                                            List.of(
                                                    Cidr.parse(
                                                            "172.%d.0.0/16"
                                                                    .formatted(
                                                                            16
                                                                                    + random
                                                                                            .nextInt(
                                                                                                    16))))));
                };
        int port = 80 + random.nextInt(300) * 60;
        PortSet ports = random.nextInt(8) == 0 ? PortSet.range(port, port + 500) : PortSet.of(port);
        Match match = Match.any().on(Expr.is(Traffic.to(Transport.TCP, ports)));
        return new Rule(
                "r", egress ? match.to(peer) : match.from(peer), new Action.Allow(), REMARK);
    }

    private static Expr<Peer> namespace(int n) {
        return labelled(LabelOwner.NAMESPACE, "name", "n" + n);
    }

    private static Expr<Peer> team(Random random) {
        return labelled(LabelOwner.NAMESPACE, "team", "t" + random.nextInt(TEAMS));
    }

    private static Expr<Peer> tier(Random random) {
        return labelled(LabelOwner.WORKLOAD, "tier", TIERS.get(random.nextInt(TIERS.size())));
    }

    private static Expr<Peer> app(Random random, int workloads) {
        return labelled(LabelOwner.WORKLOAD, "app", "a" + random.nextInt(workloads));
    }

    private static Expr<Peer> labelled(LabelOwner owner, String key, String value) {
        return Expr.is(new Peer.Labelled(owner, key, new Text.Exact(value)));
    }
}
