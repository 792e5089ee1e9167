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
import io.portolan.model.policy.Traffic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// An estate made to be hard: every workload has labels of its own, every policy reaches across,
/// the ranges of ports overlap, and nobody is closed by default.
final class Adversary {
    private static final Remark REMARK = new Remark(new Origin.Line("hard.yaml", 1), "", false);

    private final Random random = new Random(11);
    private final int workloads;
    private final int policies;

    Adversary(int workloads, int policies) {
        this.workloads = workloads;
        this.policies = policies;
    }

    Estate estate() {
        List<Estate.Member> members = new ArrayList<>();
        for (int i = 0; i < workloads; i++) {
            members.add(
                    new Estate.Member(
                            "w%05d".formatted(i),
                            PeerKind.POD,
                            "",
                            "pods",
                            List.of(Cidr.parse("10.%d.%d.1/32".formatted(i / 250, i % 250))),
                            Map.of(
                                    LabelOwner.WORKLOAD,
                                    Map.of("id", "w" + i, "bucket", "b" + i % 97)),
                            Map.of(),
                            Optional.empty(),
                            Optional.empty(),
                            List.of(),
                            Optional.empty()));
        }
        return new Estate(members, new LinkedHashMap<>());
    }

    EnforcementPlan plan() {
        List<Policy> in = new ArrayList<>();
        List<Policy> out = new ArrayList<>();
        for (int i = 0; i < policies; i++) {
            boolean egress = random.nextInt(3) == 0;
            List<Rule> rules = new ArrayList<>();
            for (int j = 0; j < 3; j++) {
                int port = 1 + random.nextInt(60_000);
                Match match =
                        Match.any()
                                .on(
                                        Expr.is(
                                                Traffic.to(
                                                        Transport.TCP,
                                                        PortSet.range(
                                                                port,
                                                                port + random.nextInt(5_000)))));
                Expr<Peer> peer =
                        Expr.anyOf(one(), one(), label("bucket", "b" + random.nextInt(97)));
                rules.add(
                        new Rule(
                                "r",
                                egress ? match.to(peer) : match.from(peer),
                                new Action.Allow(),
                                REMARK));
            }
            Policy policy =
                    new Policy(
                            "p" + i,
                            1,
                            Expr.anyOf(one(), one()),
                            PolicyMode.ISOLATES,
                            rules,
                            REMARK);
            (egress ? out : in).add(policy);
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

    private Expr<Peer> one() {
        return label("id", "w" + random.nextInt(workloads));
    }

    private static Expr<Peer> label(String key, String value) {
        return Expr.is(new Peer.Labelled(LabelOwner.WORKLOAD, key, new Text.Exact(value)));
    }

    private static EnforcementPoint point(Direction direction, List<Policy> all) {
        return new EnforcementPoint(
                "hard-" + direction,
                "cluster",
                Layer.POD_POLICY,
                new Position.AtEndpoint(direction, Place.NIC, Expr.any()),
                Replies.ADMITTED,
                List.of(
                        new Block(
                                "NetworkPolicy",
                                new Discipline.DenyOverrides(),
                                all,
                                new Action.Deny(Refusal.DROP))));
    }
}
