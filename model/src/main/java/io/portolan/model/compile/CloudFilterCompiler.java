package io.portolan.model.compile;

import io.portolan.model.design.CloudFirewall;
import io.portolan.model.design.CloudFirewallKind;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.FilterAction;
import io.portolan.model.design.FilterRule;
import io.portolan.model.design.RuleSource;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Replies;
import io.portolan.model.policy.Rule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Security groups as the union of what they allow; other cloud filters are not modelled yet, and
/// what they protect is undecided.
final class CloudFilterCompiler {
    private final Ground ground;
    private final List<Need> needs;
    private final Seen seen;

    CloudFilterCompiler(Ground ground, List<Need> needs) {
        this.ground = ground;
        this.needs = needs;
        this.seen = new Seen(ground);
    }

    List<EnforcementPoint> points() {
        List<CloudFirewall> groups = of(CloudFirewallKind.SECURITY_GROUP).toList();
        Stream<EnforcementPoint> securityGroups =
                groups.isEmpty()
                        ? Stream.empty()
                        : Stream.of(point(groups, Direction.IN), point(groups, Direction.OUT));
        return Stream.concat(
                        securityGroups,
                        Stream.concat(
                                        of(CloudFirewallKind.NETWORK_ACL),
                                        of(CloudFirewallKind.NETWORK_SECURITY_GROUP))
                                .flatMap(f ->
                                        Stream.of(open(f, Direction.IN), open(f, Direction.OUT))))
                .toList();
    }

    private Stream<CloudFirewall> of(CloudFirewallKind kind) {
        return ground.design().all(CloudFirewall.class).filter(f -> f.firewallKind() == kind);
    }

    private EnforcementPoint point(List<CloudFirewall> groups, Direction direction) {
        List<Policy> policies = groups.stream().map(g -> policy(g, direction)).toList();
        Block block = new Block("security groups", Terms.UNION, policies, Terms.DENY);
        String name = direction == Direction.IN ? "in" : "out";
        return new EnforcementPoint(
                "security-groups/" + name,
                "security-groups",
                Layer.CLOUD,
                new Position.AtEndpoint(
                        direction,
                        Place.NIC,
                        Terms.union(
                                groups.stream().map(g -> Terms.group(g.id().value())).toList())),
                Replies.ADMITTED,
                List.of(block));
    }

    private Policy policy(CloudFirewall group, Direction direction) {
        List<Rule> rules = new ArrayList<>();
        (direction == Direction.IN ? group.inbound() : group.outbound())
                .forEach(r -> rules.add(written(r)));
        if (group.policy() == RuleSource.DERIVED) {
            needs.forEach(n -> derive(group, n, direction, rules));
        }
        return Terms.policy(
                group.id().value(), Terms.group(group.id().value()), PolicyMode.ISOLATES, rules);
    }

    /// A security group cannot deny; what such a line means is open.
    private static Rule written(FilterRule rule) {
        Rule plain = WrittenRules.rule(rule);
        return rule.action() == FilterAction.PERMIT
                ? plain
                : new Rule(
                        plain.name(),
                        plain.match(),
                        Terms.either("a security group cannot deny"),
                        plain.remark());
    }

    private void derive(CloudFirewall group, Need need, Direction direction, List<Rule> rules) {
        ElementId subject = direction == Direction.IN ? need.to() : need.from();
        boolean carriedOn = direction == Direction.OUT && !need.start().equals(need.from());
        if (protects(group, subject) && !carriedOn) {
            Element to = ground.design().find(need.to()).orElseThrow();
            Named.add(
                    rules,
                    need.flow().id(),
                    List.of(
                            direction == Direction.IN
                                    ? Terms.any()
                                            .from(Seen.withoutNames(seen.source(need)))
                                            .on(need.traffic())
                                    : Terms.any()
                                            .to(Seen.withoutNames(seen.peer(to)))
                                            .on(need.traffic())));
        }
    }

    private boolean protects(CloudFirewall group, ElementId id) {
        return group.protects().contains(id)
                || ground.design().ancestors(id).stream()
                        .anyMatch(e -> group.protects().contains(e.id()));
    }

    private static EnforcementPoint open(CloudFirewall firewall, Direction direction) {
        String why = firewall.firewallKind() + " is not modelled yet";
        Rule rule = new Rule("not modelled", Terms.any(), Terms.either(why), Terms.builtIn(why));
        String id = firewall.id().value();
        return new EnforcementPoint(
                id + (direction == Direction.IN ? "/in" : "/out"),
                id,
                Layer.CLOUD,
                new Position.AtEndpoint(direction, Place.SUBNET, Terms.group(id)),
                Replies.ADMITTED,
                List.of(Terms.list("not modelled", Terms.DENY, List.of(rule))));
    }
}
