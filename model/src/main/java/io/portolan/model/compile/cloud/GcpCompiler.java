package io.portolan.model.compile.cloud;

import io.portolan.model.compile.ground.Ground;
import io.portolan.model.compile.need.Terms;
import io.portolan.model.design.CloudEvaluation;
import io.portolan.model.design.CloudFirewall;
import io.portolan.model.design.CloudFirewallKind;
import io.portolan.model.design.CloudNetwork;
import io.portolan.model.design.FilterRule;
import io.portolan.model.net.Cidr;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Ties;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// GCP: hierarchical policies, then the rules of the network and its network policies, last what is
/// implied: nothing comes in, everything goes out. That holds for whatever lies in a network of
/// which a filter is drawn.
final class GcpCompiler {
    private static final Set<CloudFirewallKind> KINDS =
            EnumSet.of(
                    CloudFirewallKind.HIERARCHICAL_POLICY,
                    CloudFirewallKind.VPC_RULES,
                    CloudFirewallKind.GLOBAL_POLICY,
                    CloudFirewallKind.REGIONAL_POLICY);

    private static final String METADATA = "the metadata server is always reached";

    /// That of a rule that says none.
    private static final int PRIORITY = 1000;

    private static final Discipline DENY_FIRST = new Discipline.FirstMatch(Ties.DENY_FIRST);

    private final Ground ground;
    private final CloudRules rules;

    GcpCompiler(Ground ground, CloudRules rules) {
        this.ground = ground;
        this.rules = rules;
    }

    Stream<EnforcementPoint> points() {
        List<CloudFirewall> all =
                ground.design()
                        .all(CloudFirewall.class)
                        .filter(f -> KINDS.contains(f.firewallKind()))
                        .toList();
        List<CloudNetwork> networks = all.stream().flatMap(this::networks).distinct().toList();
        return Stream.of(Direction.IN, Direction.OUT)
                .flatMap(d ->
                        Stream.concat(
                                networks.stream().map(n -> point(all, n, d)),
                                elsewhere(all, networks, d)));
    }

    private Stream<CloudNetwork> networks(CloudFirewall firewall) {
        return firewall.protects().stream()
                .flatMap(id -> ground.design().enclosing(id, CloudNetwork.class).stream());
    }

    private EnforcementPoint point(
            List<CloudFirewall> all, CloudNetwork network, Direction direction) {
        boolean policiesFirst =
                all.stream()
                        .filter(f -> networks(f).anyMatch(network::equals))
                        .anyMatch(GcpCompiler::policiesFirst);
        String id = network.id().value();
        return CloudFilterCompiler.beside(
                id, direction, Place.NIC, Terms.group(id), blocks(all, direction, policiesFirst));
    }

    /// What is protected without being drawn in a network.
    private Stream<EnforcementPoint> elsewhere(
            List<CloudFirewall> all, List<CloudNetwork> networks, Direction direction) {
        List<CloudFirewall> outside = all.stream().filter(this::isOutside).toList();
        Expr<Peer> members =
                Terms.union(outside.stream().map(f -> Terms.group(f.id().value())).toList());
        Expr<Peer> inside =
                new Expr.AnyOf<>(networks.stream().map(n -> Terms.group(n.id().value())).toList());
        return outside.isEmpty()
                ? Stream.empty()
                : Stream.of(
                        CloudFilterCompiler.beside(
                                outside.getFirst().id().value(),
                                direction,
                                Place.NIC,
                                Expr.allOf(members, Expr.not(inside)),
                                blocks(
                                        all,
                                        direction,
                                        outside.stream().anyMatch(GcpCompiler::policiesFirst))));
    }

    private boolean isOutside(CloudFirewall firewall) {
        return firewall.protects().stream()
                .anyMatch(id -> ground.design().enclosing(id, CloudNetwork.class).isEmpty());
    }

    // ---------------------------------------------------------------- order

    private List<Block> blocks(
            List<CloudFirewall> all, Direction direction, boolean policiesFirst) {
        List<Block> blocks = new ArrayList<>(always(direction));
        blocks.addAll(of(all, CloudFirewallKind.HIERARCHICAL_POLICY, direction));
        List<Block> networkRules = vpcRules(all, direction);
        List<Block> policies = new ArrayList<>(of(all, CloudFirewallKind.GLOBAL_POLICY, direction));
        policies.addAll(of(all, CloudFirewallKind.REGIONAL_POLICY, direction));
        blocks.addAll(policiesFirst ? policies : networkRules);
        blocks.addAll(policiesFirst ? networkRules : policies);
        blocks.add(implied(direction));
        return blocks;
    }

    private static boolean policiesFirst(CloudFirewall firewall) {
        return firewall.evaluation().filter(CloudEvaluation.BEFORE_VPC_RULES::equals).isPresent();
    }

    /// Whatever the rules say, an instance reaches its metadata server, which is its DNS, DHCP and
    /// NTP as well (Google Cloud, "VPC firewall rules", always allowed traffic).
    private static List<Block> always(Direction direction) {
        Rule rule =
                Terms.allow(
                        METADATA,
                        Terms.any().to(Terms.at(List.of(Cidr.parse("169.254.169.254/32")))),
                        Terms.builtIn(METADATA));
        return switch (direction) {
            case IN -> List.of();
            case OUT -> List.of(Terms.list(METADATA, Terms.PASS, List.of(rule)));
        };
    }

    private static Block implied(Direction direction) {
        return switch (direction) {
            case IN -> Terms.list("implied deny ingress", Terms.DENY, List.of());
            case OUT -> Terms.list("implied allow egress", Terms.ALLOW, List.of());
        };
    }

    // ---------------------------------------------------------------- blocks

    /// A policy is asked as a whole, `goto_next` leaves it.
    private List<Block> of(List<CloudFirewall> all, CloudFirewallKind kind, Direction direction) {
        return all.stream()
                .filter(f -> f.firewallKind() == kind)
                .map(f -> block(f, direction))
                .toList();
    }

    private Block block(CloudFirewall firewall, Direction direction) {
        List<Rule> listed = new ArrayList<>();
        CloudRules.written(firewall, direction)
                .map(r -> CloudRules.withNext(r, CloudRules.rule(r, direction)))
                .forEach(listed::add);
        listed.addAll(rules.derived(firewall, direction));
        String id = firewall.id().value();
        Policy policy = Terms.policy(id, Terms.group(id), PolicyMode.ISOLATES, listed);
        return new Block(id, Terms.FIRST, List.of(policy), Terms.PASS);
    }

    /// One policy for each rule: its priority, and deny before allow where two are equal.
    private List<Block> vpcRules(List<CloudFirewall> all, Direction direction) {
        List<Policy> policies = new ArrayList<>();
        for (CloudFirewall firewall : all) {
            if (firewall.firewallKind() == CloudFirewallKind.VPC_RULES) {
                CloudRules.written(firewall, direction)
                        .map(r -> policy(firewall, r, CloudRules.rule(r, direction)))
                        .forEach(policies::add);
                rules.derived(firewall, direction).stream()
                        .map(r -> policy(firewall, PRIORITY, r))
                        .forEach(policies::add);
            }
        }
        return policies.isEmpty()
                ? List.of()
                : List.of(new Block("VPC rules", DENY_FIRST, policies, Terms.PASS));
    }

    private static Policy policy(CloudFirewall firewall, FilterRule written, Rule rule) {
        return policy(firewall, written.order().orElse(PRIORITY), rule);
    }

    private static Policy policy(CloudFirewall firewall, int priority, Rule rule) {
        return new Policy(
                rule.name(),
                priority,
                Terms.group(firewall.id().value()),
                PolicyMode.ISOLATES,
                List.of(rule),
                rule.remark());
    }
}
