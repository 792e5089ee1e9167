package io.portolan.model.compile.cloud;

import io.portolan.model.compile.ground.Ground;
import io.portolan.model.compile.need.Need;
import io.portolan.model.compile.need.Terms;
import io.portolan.model.design.CloudFirewall;
import io.portolan.model.design.CloudFirewallKind;
import io.portolan.model.net.Cidr;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Replies;
import io.portolan.model.policy.Rule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The packet filters of clouds. Security groups are the union of what they allow, in both
/// directions; the others have a compiler of their own.
public final class CloudFilterCompiler {
    private static final List<Cidr> SERVICES =
            Stream.of(
                            "169.254.169.253/32",
                            "169.254.169.254/32",
                            "169.254.169.123/32",
                            "fd00:ec2::253/128",
                            "fd00:ec2::254/128",
                            "fd00:ec2::123/128")
                    .map(Cidr::parse)
                    .toList();

    private final Ground ground;
    private final CloudRules rules;

    public CloudFilterCompiler(Ground ground, List<Need> needs) {
        this.ground = ground;
        this.rules = new CloudRules(ground, needs);
    }

    /// The filters of all clouds, kind by kind.
    public List<EnforcementPoint> points() {
        return Stream.of(
                        securityGroups(),
                        of(ground, CloudFirewallKind.NETWORK_ACL)
                                .flatMap(new NetworkAclCompiler(ground, rules)::points),
                        of(ground, CloudFirewallKind.NETWORK_FIREWALL)
                                .flatMap(new NetworkFirewallCompiler(ground, rules)::points),
                        new AzureCompiler(ground, rules).points(),
                        new GcpCompiler(ground, rules).points())
                .flatMap(all -> all)
                .toList();
    }

    static Stream<CloudFirewall> of(Ground ground, CloudFirewallKind kind) {
        return ground.design().all(CloudFirewall.class).filter(f -> f.firewallKind() == kind);
    }

    static EnforcementPoint beside(
            String owner, Direction direction, Place place, Expr<Peer> who, List<Block> blocks) {
        return new EnforcementPoint(
                owner + "/" + word(direction),
                owner,
                Layer.CLOUD,
                new Position.AtEndpoint(direction, place, who),
                Replies.ADMITTED,
                blocks);
    }

    static String word(Direction direction) {
        return direction == Direction.IN ? "in" : "out";
    }

    private Stream<EnforcementPoint> securityGroups() {
        List<CloudFirewall> groups = of(ground, CloudFirewallKind.SECURITY_GROUP).toList();
        return groups.isEmpty()
                ? Stream.empty()
                : Stream.of(Direction.IN, Direction.OUT).map(d -> securityGroups(groups, d));
    }

    private EnforcementPoint securityGroups(List<CloudFirewall> groups, Direction direction) {
        Expr<Peer> members =
                Terms.union(groups.stream().map(g -> Terms.group(g.id().value())).toList());
        List<Policy> policies =
                new ArrayList<>(groups.stream().map(g -> policy(g, direction)).toList());
        if (direction == Direction.OUT) {
            policies.add(
                    Terms.policy(
                            "services of AWS",
                            members,
                            PolicyMode.OPEN,
                            List.of(services(direction))));
        }
        Block block = new Block("security groups", Terms.UNION, policies, Terms.DENY);
        return beside("security-groups", direction, Place.NIC, members, List.of(block));
    }

    /// Its resolver, instance metadata and clock are not filtered, by security groups and by
    /// network ACLs.
    static Rule services(Direction direction) {
        String words = "DNS, metadata and time of AWS";
        Match match =
                switch (direction) {
                    case OUT -> Terms.any().to(Terms.at(SERVICES));
                    case IN -> Terms.any().from(Terms.at(SERVICES));
                };
        return Terms.allow(words, match, Terms.builtIn(words));
    }

    private Policy policy(CloudFirewall group, Direction direction) {
        Stream<Rule> written =
                CloudRules.written(group, direction)
                        .map(r ->
                                CloudRules.onlyPermits(
                                        r,
                                        CloudRules.rule(r, direction),
                                        "a security group cannot deny"));
        String id = group.id().value();
        return Terms.policy(
                id,
                Terms.group(id),
                PolicyMode.ISOLATES,
                Stream.concat(written, rules.derived(group, direction).stream()).toList());
    }
}
