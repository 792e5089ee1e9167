package io.portolan.exporters.kubernetes;

import io.portolan.model.design.About;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Workload;
import io.portolan.model.design.WorkloadKind;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;

/// The workloads of a cluster, gathered from their own objects and from pods. Pods of one owner
/// that differ in what policies could ask for become several workloads of one name.
final class Workloads {
    private final ClusterEstate estate;
    private final NamedLabels named;
    private final SequencedMap<Owner, Declared> declared = new LinkedHashMap<>();
    private final SequencedMap<Owner, SequencedMap<PodTemplate, List<Owner>>> pods =
            new LinkedHashMap<>();
    private final Map<Owner, Owner> owners = new HashMap<>();
    private final Map<Owner, ElementId> made = new HashMap<>();

    /// What a maker of pods says; `someNodes` if no pod of it is on some nodes.
    record Declared(PodTemplate template, Optional<Integer> replicas, boolean someNodes) {}

    Workloads(ClusterEstate estate, NamedLabels named) {
        this.estate = estate;
        this.named = named;
    }

    /// `self` belongs to `owner`.
    void own(Owner self, Owner owner) {
        owners.put(self, owner);
    }

    void declare(Owner self, Declared object) {
        estate.namespace(self.namespace());
        declared.put(self, object);
    }

    void addPod(Owner self, Owner owner, PodTemplate pod) {
        estate.namespace(owner.namespace());
        pods.computeIfAbsent(owner, _ -> new LinkedHashMap<>())
                .computeIfAbsent(pod, _ -> new ArrayList<>())
                .add(self);
    }

    void finish() {
        Map<Owner, Map<PodTemplate, Integer>> listed = new HashMap<>();
        pods.forEach((owner, variants) ->
                variants.forEach((pod, all) ->
                        listed.computeIfAbsent(topOf(owner, pod), _ -> new HashMap<>())
                                .merge(pod, all.size(), Integer::sum)));
        declared.forEach((self, object) -> {
            if (!isDeclared(owners.get(self))
                    && !areOthers(object, listed.getOrDefault(self, Map.of()))) {
                made.put(self, add(self, object));
            }
        });
        pods.forEach((owner, variants) ->
                variants.forEach((pod, all) -> all.forEach(called(of(owner, pod, all.size())))));
    }

    /// All of the pods are listed, and none is as the template says: nobody stands for it.
    private boolean areOthers(Declared object, Map<PodTemplate, Integer> listed) {
        int count = listed.values().stream().mapToInt(Integer::intValue).sum();
        return count > 0
                && object.replicas().filter(wanted -> count >= wanted).isPresent()
                && listed.keySet().stream().noneMatch(pod -> isAlike(object.template(), pod));
    }

    /// What a pod of `owner` is in the design: its own kind of pods, or what made it, unless it has
    /// other labels than its maker gives and something speaks of them.
    private ElementId of(Owner owner, PodTemplate pod, int count) {
        Owner top = topOf(owner, pod);
        ElementId maker = made.get(top);
        Declared of = declared.get(top);
        boolean alike = of == null || isAlike(of.template(), pod);
        return maker != null && alike
                ? maker
                : add(top, new Declared(pod, Optional.of(count), isDaemonSet(top)));
    }

    /// Its pods do not tell whether some node has none.
    private static boolean isDaemonSet(Owner owner) {
        return WorkloadReader.kind(owner.kind()) == WorkloadKind.DAEMON_SET;
    }

    private boolean isAlike(PodTemplate template, PodTemplate pod) {
        return named.among(template.labels()).equals(named.among(pod.labels()));
    }

    private Owner topOf(Owner owner, PodTemplate pod) {
        Owner above = owners.getOrDefault(owner, byName(owner, pod));
        return isDeclared(above) ? above : owner;
    }

    /// The Deployment of a ReplicaSet that is not listed: such a set is called after it and the
    /// hash of its template, which its pods carry.
    private Owner byName(Owner owner, PodTemplate pod) {
        String hash = "-" + pod.labels().getOrDefault("pod-template-hash", "");
        String name = owner.name();
        return owner.kind().equals("ReplicaSet") && !isDeclared(owner) && name.endsWith(hash)
                ? new Owner(
                        owner.namespace(),
                        "Deployment",
                        name.substring(0, name.length() - hash.length()))
                : owner;
    }

    private Consumer<Owner> called(ElementId element) {
        return pod -> estate.addAlias(pod.namespace() + "/" + pod.name(), element);
    }

    private boolean isDeclared(@Nullable Owner owner) {
        return owner != null && declared.containsKey(owner);
    }

    private ElementId add(Owner owner, Declared object) {
        PodTemplate template = object.template();
        ElementId id = estate.idFor(owner.namespace(), owner.name(), owner.kind());
        estate.annotations().ofPods(id, owner.namespace(), template);
        estate.add(
                new Workload(
                        id,
                        owner.name(),
                        Optional.of(estate.namespace(owner.namespace())),
                        About.NOTHING,
                        WorkloadReader.kind(owner.kind()),
                        template.labels(),
                        template.serviceAccount(),
                        template.ports(),
                        object.replicas(),
                        template.hostNetwork(),
                        object.someNodes(),
                        List.of()));
        return id;
    }
}
