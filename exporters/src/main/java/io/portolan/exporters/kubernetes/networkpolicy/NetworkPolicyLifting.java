package io.portolan.exporters.kubernetes.networkpolicy;

import io.portolan.exporters.kubernetes.networkpolicy.NetworkPolicy.Port;
import io.portolan.exporters.kubernetes.networkpolicy.NetworkPolicy.Rule;
import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.model.net.PortSet;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Text;
import io.portolan.model.policy.Traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What NetworkPolicies decide, in the words of the plan.
public final class NetworkPolicyLifting {
    private static final String NAMESPACE_NAME = "kubernetes.io/metadata.name";

    private final String cluster;

    public NetworkPolicyLifting(String cluster) {
        this.cluster = cluster;
    }

    /// What the policies say about one direction; nothing where none governs it.
    public List<Policy> policies(List<NetworkPolicy> policies, Direction direction) {
        return policies.stream().flatMap(p -> policy(p, direction).stream()).toList();
    }

    private Optional<Policy> policy(NetworkPolicy policy, Direction direction) {
        Optional<List<Rule>> rules = direction == Direction.IN ? policy.ingress() : policy.egress();
        return rules.map(found -> policy(policy, direction, found));
    }

    private Policy policy(NetworkPolicy policy, Direction direction, List<Rule> rules) {
        String name = policy.namespace() + "/" + policy.name();
        return new Policy(
                name,
                Double.POSITIVE_INFINITY,
                pods(namespace(policy.namespace()), policy.pods()),
                PolicyMode.ISOLATES,
                IntStream.range(0, rules.size())
                        .mapToObj(i -> rule(name, i, rules.get(i), policy, direction))
                        .toList(),
                policy.remark());
    }

    private io.portolan.model.policy.Rule rule(
            String name, int index, Rule rule, NetworkPolicy policy, Direction direction) {
        Expr<Peer> peers = peers(rule.peers(), policy.namespace());
        Match match = Match.any().on(traffic(rule.ports()));
        return new io.portolan.model.policy.Rule(
                name + "[" + index + "]",
                direction == Direction.IN ? match.from(peers) : match.to(peers),
                new Action.Allow(),
                rule.remark());
    }

    private Expr<Peer> peers(List<NetworkPolicy.Peer> peers, String namespace) {
        return peers.isEmpty()
                ? Expr.any()
                : union(peers.stream().map(peer -> peer(peer, namespace)).toList());
    }

    private Expr<Peer> peer(NetworkPolicy.Peer peer, String namespace) {
        return switch (peer) {
            case NetworkPolicy.Peer.Pods(var namespaces, var pods) ->
                    pods(
                            namespaces
                                    .map(found -> found.over(LabelOwner.NAMESPACE))
                                    .orElseGet(() -> namespace(namespace)),
                            pods);
            case NetworkPolicy.Peer.Addresses(var block, var except) when except.isEmpty() ->
                    Expr.is(new Peer.At(List.of(block)));
            case NetworkPolicy.Peer.Addresses(var block, var except) ->
                    Expr.allOf(
                            Expr.is(new Peer.At(List.of(block))),
                            Expr.not(Expr.is(new Peer.At(except))));
        };
    }

    private Expr<Peer> pods(List<Expr<Peer>> namespaces, LabelSelector labels) {
        List<Expr<Peer>> terms = new ArrayList<>(PodPoint.podsOf(cluster));
        terms.addAll(namespaces);
        terms.addAll(labels.over(LabelOwner.WORKLOAD));
        return new Expr.AllOf<>(terms);
    }

    private static List<Expr<Peer>> namespace(String name) {
        return List.of(
                Expr.is(
                        new Peer.Labelled(
                                LabelOwner.NAMESPACE, NAMESPACE_NAME, new Text.Exact(name))));
    }

    private static Expr<Traffic> traffic(List<Port> ports) {
        return ports.isEmpty()
                ? Expr.any()
                : union(ports.stream().map(NetworkPolicyLifting::traffic).toList());
    }

    private static Expr<Traffic> traffic(Port port) {
        return Expr.is(
                switch (port) {
                    case Port.All(var protocol) -> Traffic.to(protocol, PortSet.ALL);
                    case Port.Numbers(var protocol, var range) ->
                            Traffic.to(protocol, new PortSet(List.of(range)));
                    case Port.Named(var protocol, var name) ->
                            new Traffic.NamedPort(protocol, name);
                });
    }

    private static <A> Expr<A> union(List<Expr<A>> terms) {
        return terms.size() == 1 ? terms.getFirst() : new Expr.AnyOf<>(terms);
    }
}
