package io.portolan.model.reach;

import io.portolan.model.policy.Block;
import io.portolan.model.policy.Capture;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Leg;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Replies;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Text;
import io.portolan.model.policy.Traffic;

import java.util.ArrayList;
import java.util.List;

/// A mesh in every cluster that holds half of its pods, and who may talk to whom in it.
final class ScaleMesh extends ScaleWords {
    private final ScaleDice dice;
    private final int namespaces;

    ScaleMesh(ScaleDice dice, int namespaces) {
        this.dice = dice;
        this.namespaces = namespaces;
    }

    static Capture capture(int c) {
        Match tcp = any().on(Expr.is(new Traffic.IpProtocol(6)));
        return new Capture(name(c), meshed(c), tcp, tcp);
    }

    static Leg leg(int c) {
        return new Leg(name(c), name(c), any(), List.of(0));
    }

    private static String name(int c) {
        return "mesh" + c;
    }

    private static Expr<Peer> meshed(int c) {
        return Expr.allOf(podsOf(c), labelled(LabelOwner.WORKLOAD, "ver", "v1"));
    }

    EnforcementPoint authorization(int c, int count) {
        List<Policy> allows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            allows.add(policy(c));
        }
        return new EnforcementPoint(
                name(c),
                name(c),
                Layer.MESH,
                new Position.AtEndpoint(Direction.IN, Place.PROXY, meshed(c)),
                Replies.ADMITTED,
                List.of(new Block("authz", UNION, allows, DENY)));
    }

    private Policy policy(int c) {
        List<Rule> rules = new ArrayList<>();
        for (int j = 0; j <= dice.below(3); j++) {
            Text account =
                    dice.either()
                            ? new Text.Present()
                            : new Text.Exact("a" + dice.below(ScaleEstate.WORKLOADS));
            Expr<Peer> who =
                    Expr.is(
                            new Peer.Principal(
                                    new Text.Exact("cluster.local"),
                                    new Text.Exact("n" + dice.below(namespaces)),
                                    account));
            Expr<Traffic> ports = dice.below(3) == 0 ? Expr.any() : dice.traffic();
            rules.add(rule("z", any().from(who).on(ports), dice.below(20) == 0 ? DENY : ALLOW));
        }
        int n = dice.below(namespaces);
        return policy("authz", Expr.allOf(namespace(c, n), dice.app()), rules);
    }
}
