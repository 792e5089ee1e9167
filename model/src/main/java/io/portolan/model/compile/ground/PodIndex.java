package io.portolan.model.compile.ground;

import io.portolan.model.design.Cluster;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.Namespace;
import io.portolan.model.design.Workload;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// The workloads and gateways of each namespace of each cluster, in the order of the design.
public final class PodIndex {
    /// A namespace by its cluster and name.
    public record Place(ElementId cluster, String namespace) {}

    private final SequencedMap<Place, List<Element>> byPlace = new LinkedHashMap<>();

    PodIndex(Design design) {
        for (Element element : design.elements().values()) {
            if (element instanceof Workload || element instanceof Gateway) {
                placeOf(design, element.id())
                        .ifPresent(p ->
                                byPlace.computeIfAbsent(p, _ -> new ArrayList<>()).add(element));
            }
        }
    }

    /// Where an element is; nowhere outside of clusters. Drawn outside of any namespace it is in
    /// `default`.
    public static Optional<Place> placeOf(Design design, ElementId id) {
        String namespace =
                design.enclosing(id, Namespace.class).map(Namespace::label).orElse("default");
        return design.enclosing(id, Cluster.class).map(c -> new Place(c.id(), namespace));
    }

    /// The workloads and gateways of one place.
    public List<Element> at(Place place) {
        return byPlace.getOrDefault(place, List.of());
    }

    /// The namespaces of a cluster that hold anything.
    public List<String> namespaces(ElementId cluster) {
        return byPlace.keySet().stream()
                .filter(p -> p.cluster().equals(cluster))
                .map(Place::namespace)
                .sorted()
                .toList();
    }
}
