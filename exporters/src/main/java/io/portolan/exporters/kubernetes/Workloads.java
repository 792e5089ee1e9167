package io.portolan.exporters.kubernetes;

import io.portolan.model.design.About;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Workload;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// The workloads of a cluster, gathered from their own objects and from pods. Pods of one owner
/// that differ in what policies could ask for become several workloads of one name.
final class Workloads {
    private final ClusterEstate estate;
    private final SequencedMap<Owner, Declared> declared = new LinkedHashMap<>();
    private final SequencedMap<Owner, SequencedMap<PodTemplate, Integer>> pods =
            new LinkedHashMap<>();
    private final Map<Owner, Owner> owners = new HashMap<>();

    private record Declared(PodTemplate template, Optional<Integer> replicas) {}

    Workloads(ClusterEstate estate) {
        this.estate = estate;
    }

    /// `self` belongs to `owner`.
    void own(Owner self, Owner owner) {
        owners.put(self, owner);
    }

    void declare(Owner self, PodTemplate template, Optional<Integer> replicas) {
        estate.namespace(self.namespace());
        declared.put(self, new Declared(template, replicas));
    }

    void addPod(Owner owner, PodTemplate pod) {
        estate.namespace(owner.namespace());
        pods.computeIfAbsent(owner, _ -> new LinkedHashMap<>()).merge(pod, 1, Integer::sum);
    }

    void finish() {
        declared.forEach((self, object) -> {
            if (!isDeclared(owners.get(self))) {
                add(self, object.template(), object.replicas());
            }
        });
        pods.forEach((owner, variants) -> {
            if (!isDeclared(owner)) {
                variants.forEach((pod, count) -> add(owner, pod, Optional.of(count)));
            }
        });
    }

    private boolean isDeclared(@Nullable Owner owner) {
        return owner != null && declared.containsKey(owner);
    }

    private void add(Owner owner, PodTemplate template, Optional<Integer> replicas) {
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
                        replicas,
                        template.hostNetwork(),
                        List.of()));
    }
}
