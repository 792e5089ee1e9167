package io.portolan.model.compile.cloud;

import io.portolan.model.compile.device.WrittenRules;
import io.portolan.model.compile.ground.Ground;
import io.portolan.model.compile.ground.Segments;
import io.portolan.model.compile.need.Named;
import io.portolan.model.compile.need.Need;
import io.portolan.model.compile.need.Terms;
import io.portolan.model.design.CloudFirewall;
import io.portolan.model.design.CloudNetwork;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.FilterRule;
import io.portolan.model.design.RuleSource;
import io.portolan.model.net.PortRange;
import io.portolan.model.net.PortSet;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Passage;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Replies;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Text;
import io.portolan.model.policy.Traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Network ACLs of AWS: at the border of a subnet, by number, every packet for itself, so that
/// answers need the client's ports open. Inside the subnet they are not met.
final class NetworkAclCompiler {
    /// What AWS advises to open for answers to any client.
    private static final PortSet CLIENT_PORTS = new PortSet(List.of(new PortRange(1024, 65535)));

    private final Ground ground;
    private final CloudRules rules;

    NetworkAclCompiler(Ground ground, CloudRules rules) {
        this.ground = ground;
        this.rules = rules;
    }

    Stream<EnforcementPoint> points(CloudFirewall acl) {
        return Stream.of(Direction.IN, Direction.OUT)
                .flatMap(d ->
                        acl.protects().stream()
                                .flatMap(id -> ground.design().find(id).stream())
                                .flatMap(e -> points(acl, e, d)));
    }

    private Stream<EnforcementPoint> points(CloudFirewall acl, Element what, Direction direction) {
        if (Segments.isNetwork(what)) {
            return at(acl, what.id().value(), direction);
        }
        return what instanceof CloudNetwork
                ? ground.subnets(what.id()).flatMap(id -> at(acl, id.value(), direction))
                : Stream.of(elsewhere(acl, what.id(), direction));
    }

    private Stream<EnforcementPoint> at(CloudFirewall acl, String segment, Direction direction) {
        return ground.gateways(segment).isEmpty()
                ? Stream.of(beside(acl, segment, direction), pods(acl, segment, direction))
                : Stream.of(
                        new EnforcementPoint(
                                name(acl, segment, direction),
                                acl.id().value(),
                                Layer.CLOUD,
                                new Position.AtBorder(direction, segment),
                                Replies.FILTERED,
                                List.of(list(acl, direction))));
    }

    private static String name(CloudFirewall acl, String segment, Direction direction) {
        return "%s/%s-%s".formatted(acl.id(), segment, CloudFilterCompiler.word(direction));
    }

    private Block list(CloudFirewall acl, Direction direction) {
        AwsServices services = new AwsServices(ground);
        List<Rule> all = new ArrayList<>(List.of(AwsServices.everywhere(direction)));
        services.networks(acl)
                .flatMap(network -> AwsServices.resolver(network, direction))
                .forEach(all::add);
        CloudRules.written(acl, direction).map(r -> rule(r, direction)).forEach(all::add);
        all.addAll(rules.derived(acl, direction));
        all.addAll(answers(acl, direction));
        return Terms.list(acl.id().value(), Terms.DENY, all);
    }

    private static Rule rule(FilterRule written, Direction direction) {
        Rule rule = CloudRules.rule(written, direction);
        Expr<Passage> unknown = new Expr.Unknown<>("a network ACL knows no connections");
        return written.established()
                ? WrittenRules.with(rule, rule.match().passing(unknown))
                : rule;
    }

    /// Nobody draws the router of a cloud network, but the border is there: beside everybody who
    /// stands in the subnet, for what does not stay in it.
    private EnforcementPoint beside(CloudFirewall acl, String segment, Direction direction) {
        Expr<Peer> inside = inside(segment);
        Match staying =
                direction == Direction.IN ? Terms.any().from(inside) : Terms.any().to(inside);
        String words = "what stays in " + segment;
        Rule rule = Terms.allow(words, staying, Terms.builtIn(words));
        return new EnforcementPoint(
                name(acl, segment, direction),
                acl.id().value(),
                Layer.CLOUD,
                new Position.AtEndpoint(
                        direction, Place.SUBNET, Expr.allOf(inside, Expr.not(podsOfClusters()))),
                Replies.FILTERED,
                List.of(Terms.list(words, Terms.PASS, List.of(rule)), list(acl, direction)));
    }

    /// Which address a pod has at the border depends on its node: what crosses it stays open.
    private static EnforcementPoint pods(CloudFirewall acl, String segment, Direction direction) {
        Expr<Peer> outside = Expr.not(inside(segment));
        Match crossing =
                direction == Direction.IN ? Terms.any().from(outside) : Terms.any().to(outside);
        String why = "no router is drawn at the border of " + segment;
        Rule rule = new Rule(why, crossing, Terms.either(why), Terms.builtIn(why));
        Expr<Peer> pods = Expr.allOf(inside(segment), podsOfClusters());
        return point(acl, segment + "-pods", direction, Place.SUBNET, pods, rule);
    }

    private static Expr<Peer> inside(String segment) {
        return Terms.label(LabelOwner.SEGMENT, Terms.NAME, segment);
    }

    private static Expr<Peer> podsOfClusters() {
        Expr<Peer> clusters =
                Expr.is(new Peer.Labelled(LabelOwner.CLUSTER, Terms.NAME, new Text.Present()));
        return Expr.allOf(Terms.pods(), clusters);
    }

    private static EnforcementPoint elsewhere(
            CloudFirewall acl, ElementId id, Direction direction) {
        String why = "a network ACL protects subnets, not " + id;
        Rule rule = new Rule(why, Terms.any(), Terms.either(why), Terms.builtIn(why));
        return point(acl, id.value(), direction, Place.NIC, Terms.group(acl.id().value()), rule);
    }

    private static EnforcementPoint point(
            CloudFirewall acl,
            String what,
            Direction direction,
            Place place,
            Expr<Peer> who,
            Rule rule) {
        return new EnforcementPoint(
                name(acl, what, direction),
                acl.id().value(),
                Layer.CLOUD,
                new Position.AtEndpoint(direction, place, who),
                Replies.ADMITTED,
                List.of(Terms.list(acl.id().value(), Terms.PASS, List.of(rule))));
    }

    // ---------------------------------------------------------------- answers

    /// The way back of derived rules, in the other direction.
    private List<Rule> answers(CloudFirewall acl, Direction direction) {
        List<Rule> all = new ArrayList<>();
        if (acl.policy() == RuleSource.DERIVED) {
            rules.needs().stream()
                    .filter(n -> rules.protects(acl, direction == Direction.IN ? n.from() : n.to()))
                    .forEach(n -> Named.add(all, n.flow().id(), List.of(answer(n, direction))));
        }
        return all;
    }

    private Match answer(Need need, Direction direction) {
        Expr<Traffic> traffic =
                need.protocol()
                        .transport()
                        .map(t -> Terms.to(t, CLIENT_PORTS))
                        .orElseGet(need::traffic);
        return switch (direction) {
            case IN -> Terms.any().from(rules.destination(need)).on(traffic);
            case OUT -> Terms.any().to(rules.source(need)).on(traffic);
        };
    }
}
