package io.portolan.model.rule;

import io.portolan.model.design.ElementId;
import io.portolan.model.design.Workload;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Policy;
import io.portolan.model.rule.PolicyTable.Entry;

import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Policies that were found and govern nobody. One that stands at several points of a cluster (for
/// both directions, or for the two kinds of proxies of a mesh) is idle only if it is at all of
/// them, and then one.
public final class IdlePolicies {
    private final RuleContext context;
    private final PolicyTable observed;

    public IdlePolicies(RuleContext context) {
        this.context = context;
        this.observed = context.index().observed();
    }

    private record Place(String home, String block, String policy) {}

    private record Idle(String home, String policy) {}

    /// Those of a mesh whose selector picks workloads, none of which has a proxy to enforce them.
    public Stream<Entry> withoutProxy() {
        return all().filter(this::lacksProxy);
    }

    /// All others.
    public Stream<Entry> selectingNobody() {
        return all().filter(entry -> !lacksProxy(entry));
    }

    private boolean lacksProxy(Entry entry) {
        return entry.point().layer() == Layer.MESH && !pods(entry.policy()).isEmpty();
    }

    /// The workloads that the selector of a policy may pick, enforced there or not.
    public List<ElementId> pods(Policy policy) {
        BitSet selected = observed.members().select(policy.subject()).possibly();
        return context.design()
                .all(Workload.class)
                .map(Workload::id)
                .filter(id -> observed.members().find(id.value()).stream().anyMatch(selected::get))
                .toList();
    }

    private Stream<Entry> all() {
        Set<Place> active = new HashSet<>();
        observed.entries().stream()
                .filter(entry -> !entry.subjects().isEmpty())
                .forEach(entry -> active.add(place(entry)));
        Map<Idle, Entry> idle = new LinkedHashMap<>();
        observed.entries().stream()
                .filter(entry -> entry.subjects().isEmpty() && !active.contains(place(entry)))
                .forEach(entry ->
                        idle.putIfAbsent(new Idle(home(entry), entry.policy().name()), entry));
        return idle.values().stream();
    }

    private Place place(Entry entry) {
        return new Place(home(entry), entry.block().name(), entry.policy().name());
    }

    private String home(Entry entry) {
        String owner = entry.point().owner();
        return owner(entry)
                .flatMap(context.index()::clusterOf)
                .map(cluster -> cluster.id().value())
                .orElse(owner);
    }

    /// The element that a policy was found at.
    public static Optional<ElementId> owner(Entry entry) {
        String owner = entry.point().owner();
        return owner.matches("[a-z0-9]([a-z0-9._/-]*[a-z0-9])?")
                ? Optional.of(ElementId.parse(owner))
                : Optional.empty();
    }
}
