package io.portolan.model.compile.cloud;

import io.portolan.model.compile.ground.Ground;
import io.portolan.model.compile.ground.Segments;
import io.portolan.model.compile.need.Terms;
import io.portolan.model.design.CloudFirewall;
import io.portolan.model.design.CloudFirewallKind;
import io.portolan.model.design.CloudNetwork;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Rule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Azure: a network security group at a subnet and one at a network card must both allow; none
/// there is no point. Each ends with the rules that Azure always adds. The admin rules of a network
/// manager come before all of them: AlwaysAllow and Deny are final, Allow goes on.
final class AzureCompiler {
    private final Ground ground;
    private final CloudRules rules;

    AzureCompiler(Ground ground, CloudRules rules) {
        this.ground = ground;
        this.rules = rules;
    }

    Stream<EnforcementPoint> points() {
        return Stream.of(Direction.IN, Direction.OUT)
                .flatMap(d ->
                        Stream.concat(
                                of(CloudFirewallKind.ADMIN_RULES).map(f -> admin(f, d)),
                                of(CloudFirewallKind.NETWORK_SECURITY_GROUP)
                                        .flatMap(f -> group(f, d))));
    }

    private Stream<CloudFirewall> of(CloudFirewallKind kind) {
        return CloudFilterCompiler.of(ground, kind);
    }

    // ---------------------------------------------------------------- admin rules

    private EnforcementPoint admin(CloudFirewall manager, Direction direction) {
        String id = manager.id().value();
        return CloudFilterCompiler.beside(
                id,
                direction,
                Place.SUBNET,
                Terms.group(id),
                List.of(adminBlock(manager, direction)));
    }

    private Block adminBlock(CloudFirewall manager, Direction direction) {
        List<Rule> all =
                CloudRules.written(manager, direction)
                        .map(r -> CloudRules.withNext(r, CloudRules.rule(r, direction)))
                        .toList();
        String id = manager.id().value();
        Policy policy = Terms.policy(id, Terms.group(id), PolicyMode.ISOLATES, all);
        return new Block(id, Terms.FIRST, List.of(policy), Terms.PASS);
    }

    // ---------------------------------------------------------------- groups

    private Stream<EnforcementPoint> group(CloudFirewall group, Direction direction) {
        List<Block> blocks =
                new ArrayList<>(
                        of(CloudFirewallKind.ADMIN_RULES)
                                .map(f -> adminBlock(f, direction))
                                .toList());
        blocks.add(block(group, direction));
        String id = group.id().value();
        List<ElementId> subnets = subnets(group).toList();
        Expr<Peer> inside = inside(subnets);
        List<EnforcementPoint> points = new ArrayList<>();
        if (!subnets.isEmpty()) {
            points.add(
                    CloudFilterCompiler.beside(
                            id + "/subnet", direction, Place.SUBNET, inside, blocks));
        }
        if (group.protects().stream().anyMatch(this::isMachine)) {
            Expr<Peer> cards = Expr.allOf(Terms.group(id), Expr.not(inside));
            points.add(
                    CloudFilterCompiler.beside(id + "/nic", direction, Place.NIC, cards, blocks));
        }
        return points.stream().map(point -> owned(id, point));
    }

    private boolean isMachine(ElementId id) {
        return ground.design().find(id).filter(e -> subnets(e).findAny().isEmpty()).isPresent();
    }

    private static EnforcementPoint owned(String id, EnforcementPoint point) {
        return new EnforcementPoint(
                point.id(), id, point.layer(), point.position(), point.replies(), point.blocks());
    }

    private static Expr<Peer> inside(List<ElementId> subnets) {
        return new Expr.AnyOf<>(
                subnets.stream()
                        .map(s -> Terms.label(LabelOwner.SEGMENT, Terms.NAME, s.value()))
                        .toList());
    }

    private Stream<ElementId> subnets(CloudFirewall group) {
        return group.protects().stream()
                .flatMap(id -> ground.design().find(id).stream())
                .flatMap(this::subnets);
    }

    private Stream<ElementId> subnets(Element what) {
        if (what instanceof CloudNetwork) {
            return ground.subnets(what.id());
        }
        return Segments.isNetwork(what) ? Stream.of(what.id()) : Stream.empty();
    }

    private Block block(CloudFirewall group, Direction direction) {
        List<Rule> all = new ArrayList<>();
        if (direction == Direction.OUT) {
            all.addAll(AzurePlatform.rules(group));
        }
        all.addAll(rules.of(group, direction));
        Expr<Peer> network = new AzureNetwork(ground).of(group);
        all.add(
                builtIn(
                        "65000 "
                                + (direction == Direction.IN
                                        ? "AllowVnetInBound"
                                        : "AllowVnetOutBound"),
                        Terms.any().from(network).to(network)));
        all.add(
                switch (direction) {
                    case IN ->
                            builtIn(
                                    "65001 AllowAzureLoadBalancerInBound",
                                    Terms.any().from(AzureNetwork.LOAD_BALANCER));
                    case OUT ->
                            builtIn(
                                    "65001 AllowInternetOutBound",
                                    Terms.any().to(Expr.not(network)));
                });
        String last = direction == Direction.IN ? "65500 DenyAllInBound" : "65500 DenyAllOutBound";
        return Terms.list(last, Terms.DENY, all);
    }

    private static Rule builtIn(String words, Match match) {
        return Terms.allow(words, match, Terms.builtIn(words));
    }
}
