package io.portolan.exporters.kubernetes;

import io.portolan.model.design.ElementId;
import io.portolan.model.design.Workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Who is in a mesh of Linkerd: what pods say of a proxy counts before what their namespace says.
/// Pods in the network of their node get none.
final class LinkerdMembers {
    private static final String INJECT = "linkerd.io/inject";
    private static final Set<String> INJECTED = Set.of("enabled", "ingress");

    private final ClusterEstate estate;

    LinkerdMembers(ClusterEstate estate) {
        this.estate = estate;
    }

    /// Whole namespaces where all of their pods have a proxy.
    List<ElementId> all() {
        Map<String, List<Workload>> pods =
                estate.all(Workload.class).collect(Collectors.groupingBy(estate::namespaceOf));
        List<ElementId> members = new ArrayList<>();
        for (String namespace : estate.namespaceNames()) {
            List<Workload> all = pods.getOrDefault(namespace, List.of());
            boolean asked = asks(estate.annotations().ofNamespace(namespace, INJECT));
            List<ElementId> own =
                    all.stream().filter(w -> isMember(w, asked)).map(Workload::id).toList();
            boolean whole = asked && own.size() == all.size();
            members.addAll(whole ? List.of(estate.namespace(namespace)) : own);
        }
        return members;
    }

    private boolean isMember(Workload pods, boolean namespaceAsks) {
        Optional<String> own = estate.annotations().ofPods(pods, INJECT);
        return !pods.hostNetwork() && (own.isPresent() ? asks(own) : namespaceAsks);
    }

    private static boolean asks(Optional<String> said) {
        return said.filter(INJECTED::contains).isPresent();
    }
}
