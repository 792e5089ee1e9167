package io.portolan.model.reach;

import io.portolan.model.net.Cidr;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Estate;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PeerKind;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Relation;
import io.portolan.model.policy.Replies;
import io.portolan.model.policy.Rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The nodes and pods of the clusters, and their three layers of policy.
final class ScalePods extends ScaleWords {
    private final ScaleDice dice;
    private final int namespaces;

    ScalePods(ScaleDice dice, int namespaces) {
        this.dice = dice;
        this.namespaces = namespaces;
    }

    static Estate.Member node(int c) {
        return member(
                "c%02d/node".formatted(c),
                PeerKind.NODE,
                "pods" + c,
                "10.%d.255.1/32".formatted(40 + c));
    }

    Estate.Member pod(int c, int n, int w) {
        int number = n * ScaleEstate.WORKLOADS + w;
        Map<LabelOwner, Map<String, String>> labels =
                Map.of(
                        LabelOwner.CLUSTER,
                        Map.of("name", "c" + c),
                        LabelOwner.WORKLOAD,
                        Map.of(
                                "app",
                                "a" + w,
                                "tier",
                                dice.pick(ScaleDice.TIERS),
                                "ver",
                                "v" + dice.below(2)),
                        LabelOwner.NAMESPACE,
                        Map.of(
                                "name",
                                "n" + n,
                                "team",
                                "t" + (c * namespaces + n) % 40,
                                "env",
                                "e" + n % 4));
        return new Estate.Member(
                ScaleEstate.name(c, n, w),
                PeerKind.POD,
                "",
                "pods" + c,
                List.of(
                        Cidr.parse(
                                "10.%d.%d.%d/32"
                                        .formatted(40 + c, number / 250, 1 + number % 250))),
                labels,
                Map.of(),
                Optional.of(new Estate.Identity("cluster.local", "n" + n, "a" + w)),
                Optional.of(node(c).name()),
                List.of(),
                Optional.empty());
    }

    /// Both directions of a cluster.
    List<EnforcementPoint> policies(int c, int count) {
        List<Policy> in = new ArrayList<>();
        List<Policy> out = new ArrayList<>();
        for (int n = 0; n < namespaces; n++) {
            if (dice.below(10) < 7) {
                in.add(policy("deny", namespace(c, n), List.of()));
            }
            if (dice.below(10) < 4) {
                Rule dns = rule("dns", any().to(namespace(c, 0)).on(udp(53)), ALLOW);
                out.add(policy("deny", namespace(c, n), List.of(dns)));
            }
        }
        while (in.size() + out.size() < count) {
            int n = dice.below(namespaces);
            boolean egress = dice.below(3) == 0;
            List<Rule> rules = new ArrayList<>();
            for (int i = 0; i <= dice.below(4); i++) {
                Match match = any().on(dice.traffic());
                Expr<Peer> peer = dice.peer(c, n);
                rules.add(rule("r", egress ? match.to(peer) : match.from(peer), ALLOW));
            }
            (egress ? out : in).add(policy("p", Expr.allOf(namespace(c, n), dice.app()), rules));
        }
        return List.of(point(c, Direction.IN, in), point(c, Direction.OUT, out));
    }

    private EnforcementPoint point(int c, Direction direction, List<Policy> all) {
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
                            labelled(LabelOwner.NAMESPACE, "env", "e" + dice.below(4)),
                            labelled(LabelOwner.WORKLOAD, "tier", dice.pick(ScaleDice.TIERS)));
            tier.add(
                    rule(
                            "a" + i,
                            any().from(peer).on(dice.traffic()),
                            dice.pick(List.of(ALLOW, DENY, PASS))));
        }
        admin.add(
                policy(
                        "admin",
                        Expr.allOf(
                                podsOf(c),
                                labelled(LabelOwner.WORKLOAD, "tier", dice.pick(ScaleDice.TIERS))),
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
}
