package io.portolan.exporters.mesh.istio;

import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The hosts of a registry, found as Sidecars name them without a look at each of them. Objects of
/// the root namespace know every host, others those that are exported to them.
final class KnownHosts {
    private final String rootNamespace;
    private final List<KnownHost> all;
    private final Map<String, List<KnownHost>> byHost;
    private final Map<String, List<KnownHost>> byNamespace;
    private final Map<String, List<KnownHost>> known = new HashMap<>();
    private final Map<String, Expr<Peer>> drawn = new HashMap<>();

    KnownHosts(String rootNamespace, List<KnownHost> all) {
        this.rootNamespace = rootNamespace;
        this.all = List.copyOf(all);
        this.byHost = all.stream().collect(Collectors.groupingBy(KnownHost::host));
        this.byNamespace = all.stream().collect(Collectors.groupingBy(KnownHost::namespace));
    }

    List<KnownHost> all() {
        return all;
    }

    /// The hosts that objects of a namespace know.
    List<KnownHost> knownIn(String namespace) {
        return known.computeIfAbsent(
                namespace, own -> all.stream().filter(h -> isKnown(h, own)).toList());
    }

    private boolean isKnown(KnownHost host, String namespace) {
        return namespace.equals(rootNamespace) || host.isKnownIn(namespace);
    }

    /// Those of them that `namespace/dnsName` means where an object of `own` writes it.
    List<KnownHost> named(String pattern, String own) {
        return candidates(pattern, own).stream()
                .filter(h -> isKnown(h, own) && h.isNamed(pattern, own))
                .toList();
    }

    private List<KnownHost> candidates(String pattern, String own) {
        int slash = pattern.indexOf('/');
        String host = pattern.substring(slash + 1);
        if (!host.startsWith("*")) {
            return byHost.getOrDefault(host, List.of());
        }
        String where = slash < 0 ? "*" : pattern.substring(0, slash);
        return where.equals("*")
                ? all
                : byNamespace.getOrDefault(where.equals(".") ? own : where, List.of());
    }

    /// All hosts that objects of a namespace know, as far as the estate holds them.
    Expr<Peer> drawn(String namespace) {
        return drawn.computeIfAbsent(
                namespace, own -> IstioText.union(knownIn(own).stream().map(KnownHost::drawn)));
    }
}
