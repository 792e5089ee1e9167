package io.portolan.model.compile.cloud;

import io.portolan.model.compile.ground.Ground;
import io.portolan.model.compile.need.Need;
import io.portolan.model.compile.need.Terms;
import io.portolan.model.design.CloudFirewall;
import io.portolan.model.design.CloudFirewallKind;
import io.portolan.model.design.CloudNetwork;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Layer;
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
                        new GcpCompiler(ground, rules).points(),
                        new OutgoingMail(ground).points())
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
            policies.addAll(services(groups, members));
        }
        Block block = new Block("security groups", Terms.UNION, policies, Terms.DENY);
        return beside("security-groups", direction, Place.NIC, members, List.of(block));
    }

    /// Beside what a group allows its members reach the services of AWS, and the resolver of their
    /// own network.
    private List<Policy> services(List<CloudFirewall> groups, Expr<Peer> members) {
        AwsServices services = new AwsServices(ground);
        List<Policy> all = new ArrayList<>();
        all.add(services(members, AwsServices.everywhere(Direction.OUT)));
        groups.stream()
                .flatMap(services::networks)
                .distinct()
                .forEach(network ->
                        AwsServices.resolver(network, Direction.OUT)
                                .map(rule -> services(within(members, network), rule))
                                .forEach(all::add));
        return all;
    }

    private static Expr<Peer> within(Expr<Peer> members, CloudNetwork network) {
        return Expr.allOf(members, Terms.group(network.id().value()));
    }

    private static Policy services(Expr<Peer> who, Rule rule) {
        return Terms.policy("services of AWS", who, PolicyMode.OPEN, List.of(rule));
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
