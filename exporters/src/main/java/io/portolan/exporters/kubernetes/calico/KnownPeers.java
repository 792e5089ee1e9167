package io.portolan.exporters.kubernetes.calico;

import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Everybody whom a selector of a rule may mean: pods by their labels, and by their labels too the
/// addresses of sets and host endpoints. Nobody else is ever selected.
final class KnownPeers {
    private final CalicoScope scope;
    private final PodSelector pods;
    private final LabelIndex<NetworkSet> sets;
    private final LabelIndex<HostEndpoint> hosts;

    KnownPeers(CalicoScope scope, List<NetworkSet> sets, List<HostEndpoint> hosts) {
        this.scope = scope;
        this.pods = new PodSelector(scope);
        this.sets = new LabelIndex<>(sets, this::labels);
        this.hosts = new LabelIndex<>(hosts, HostEndpoint::labels);
    }

    PodSelector pods() {
        return pods;
    }

    CalicoScope scope() {
        return scope;
    }

    LabelIndex<HostEndpoint> hosts() {
        return hosts;
    }

    Expr<Peer> selected(Selector selector) {
        List<Expr<Peer>> found = new ArrayList<>();
        found.add(pods.pods(selector));
        for (NetworkSet set : sets.selected(selector)) {
            if (!set.nets().isEmpty()) {
                found.add(new Expr.Named<>(set.name(), at(set.nets())));
            }
        }
        for (HostEndpoint host : hosts.selected(selector)) {
            if (!host.expectedIps().isEmpty()) {
                List<Cidr> own = host.expectedIps().stream().map(Address::asBlock).toList();
                found.add(new Expr.Named<>(host.name(), at(own)));
            }
        }
        return found.size() == 1 ? found.getFirst() : new Expr.AnyOf<>(found);
    }

    private Map<String, String> labels(NetworkSet set) {
        Map<String, String> labels = new TreeMap<>(set.labels());
        set.namespace()
                .ifPresent(ns -> {
                    labels.put(LabelIndex.NAMESPACE, ns);
                    labels.put(PodSelector.NAMESPACE_PREFIX + "projectcalico.org/name", ns);
                    scope.namespaceLabels()
                            .apply(ns)
                            .forEach((k, v) -> labels.put(PodSelector.NAMESPACE_PREFIX + k, v));
                });
        return labels;
    }

    /// Whoever has one of the addresses, pods included: every address of a family means pods of
    /// which no address is known.
    Expr<Peer> at(List<Cidr> nets) {
        Expr<Peer> at = Expr.is(new Peer.At(nets));
        return scope.families().areWithin(nets)
                ? Expr.anyOf(at, pods.pods(new Selector.All()))
                : at;
    }
}
