package io.portolan.exporters.kubernetes.clusterpolicy;

import io.portolan.exporters.kubernetes.clusterpolicy.ClusterPolicy.Peer;
import io.portolan.exporters.kubernetes.clusterpolicy.ClusterPolicy.Port;
import io.portolan.exporters.kubernetes.clusterpolicy.ClusterPolicy.Rule;
import io.portolan.exporters.kubernetes.clusterpolicy.ClusterPolicy.Tier;
import io.portolan.exporters.kubernetes.clusterpolicy.ClusterPolicy.Verb;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Refusal;
import io.portolan.model.policy.Traffic;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What cluster-wide policies decide, in the words of the plan. A rule whose peers cannot all be
/// understood fails closed, as the API asks: an accepting one matches nothing, any other denies
/// everything.
public final class ClusterPolicyLifting {
    private final PeerLifting peers;

    public ClusterPolicyLifting(String cluster, PodFamilies families) {
        this.peers = new PeerLifting(cluster, families);
    }

    /// What the policies of a tier say about one direction. To select a pod does not close it.
    public List<Policy> policies(List<ClusterPolicy> policies, Tier tier, Direction direction) {
        return policies.stream()
                .filter(policy -> policy.tier() == tier && !rules(policy, direction).isEmpty())
                .map(policy -> policy(policy, direction))
                .toList();
    }

    private static List<Rule> rules(ClusterPolicy policy, Direction direction) {
        return direction == Direction.IN ? policy.ingress() : policy.egress();
    }

    private Policy policy(ClusterPolicy policy, Direction direction) {
        List<Rule> rules = rules(policy, direction);
        String name = policy.kind().policyName(policy.name());
        return new Policy(
                name,
                policy.priority(),
                peers.of(policy.subject()),
                PolicyMode.OPEN,
                IntStream.range(0, rules.size())
                        .mapToObj(i -> rule("%s[%d]".formatted(name, i), rules.get(i), direction))
                        .toList(),
                policy.remark());
    }

    private io.portolan.model.policy.Rule rule(String place, Rule rule, Direction direction) {
        String name = (place + " " + rule.name()).strip();
        Optional<String> unsupported = unsupported(rule);
        return unsupported.isPresent()
                ? closed(name, rule, direction)
                : new io.portolan.model.policy.Rule(
                        name,
                        facing(direction, union(rule.peers().stream().map(peers::of).toList()))
                                .on(traffic(rule.ports())),
                        action(rule.verb()),
                        rule.remark());
    }

    /// Names of domains are for accepting rules alone.
    private static Optional<String> unsupported(Rule rule) {
        for (Peer peer : rule.peers()) {
            if (peer instanceof Peer.Unknown(String field)) {
                return Optional.of(field);
            }
            if (peer instanceof Peer.Domains && rule.verb() != Verb.ACCEPT) {
                return Optional.of("domainNames");
            }
        }
        return Optional.empty();
    }

    private static io.portolan.model.policy.Rule closed(
            String name, Rule rule, Direction direction) {
        return rule.verb() == Verb.ACCEPT
                ? new io.portolan.model.policy.Rule(
                        name + " (a peer is not supported: nothing is accepted)",
                        facing(direction, Expr.none()),
                        action(Verb.ACCEPT),
                        rule.remark())
                : new io.portolan.model.policy.Rule(
                        name + " (a peer is not supported: everything is denied)",
                        Match.any(),
                        action(Verb.DENY),
                        rule.remark());
    }

    private static Match facing(Direction direction, Expr<io.portolan.model.policy.Peer> peer) {
        return direction == Direction.IN ? Match.any().from(peer) : Match.any().to(peer);
    }

    private static Action action(Verb verb) {
        return switch (verb) {
            case ACCEPT -> new Action.Allow();
            case DENY -> new Action.Deny(Refusal.DROP);
            case PASS -> new Action.Pass();
        };
    }

    private static Expr<Traffic> traffic(List<Port> ports) {
        return ports.isEmpty()
                ? Expr.any()
                : union(ports.stream().flatMap(ClusterPolicyLifting::traffic).toList());
    }

    private static Stream<Expr<Traffic>> traffic(Port port) {
        return switch (port) {
            case Port.Numbers(var protocol, var range) ->
                    Stream.of(Expr.is(Traffic.to(protocol, new PortSet(List.of(range)))));
            case Port.Named(var name) ->
                    Stream.of(Transport.values())
                            .map(protocol -> Expr.is(new Traffic.NamedPort(protocol, name)));
            case Port.Unknown(var field) ->
                    Stream.of(
                            new Expr.Unknown<>(
                                    "the rule asks for (%s), which is not known".formatted(field)));
        };
    }

    static <A> Expr<A> union(List<Expr<A>> terms) {
        return terms.size() == 1 ? terms.getFirst() : new Expr.AnyOf<>(terms);
    }
}
