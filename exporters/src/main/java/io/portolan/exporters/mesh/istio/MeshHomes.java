package io.portolan.exporters.mesh.istio;

import io.portolan.model.design.Cluster;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.Mesh;
import io.portolan.model.design.Namespace;
import io.portolan.model.design.Workload;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the members of meshes live.
final class MeshHomes {
    private static final String ROOT_NAMESPACE = "istio-system";

    private final Design design;

    MeshHomes(Design design) {
        this.design = design;
    }

    boolean isMember(Mesh mesh, ElementId id) {
        return Stream.concat(design.find(id).stream(), design.ancestors(id).stream())
                .anyMatch(e -> mesh.members().contains(e.id()) || e.id().equals(mesh.id()));
    }

    /// The namespaces that hold members, in order.
    List<IstioObjects.Home> of(Mesh mesh) {
        return design.elements().values().stream()
                .filter(e -> e instanceof Workload || e instanceof Gateway)
                .filter(e -> isMember(mesh, e.id()))
                .flatMap(e -> of(e).stream())
                .distinct()
                .sorted()
                .toList();
    }

    Optional<IstioObjects.Home> of(Element element) {
        return cluster(element.id())
                .map(cluster ->
                        new IstioObjects.Home(
                                cluster,
                                design.enclosing(element.id(), Namespace.class)
                                        .map(Namespace::label)
                                        .orElse("default")));
    }

    private Optional<String> cluster(ElementId id) {
        return design.enclosing(id, Cluster.class).map(c -> c.id().value());
    }

    /// The homes of objects that govern these pods: their namespace, or the root namespace of each
    /// cluster where they are of no single one.
    List<IstioObjects.Home> of(Mesh mesh, Governed governed) {
        String namespace = governed.namespace().orElse(ROOT_NAMESPACE);
        Stream<String> clusters =
                governed.cluster().isPresent()
                        ? governed.cluster().stream()
                        : of(mesh).stream().map(IstioObjects.Home::cluster);
        return clusters.distinct().map(c -> new IstioObjects.Home(c, namespace)).toList();
    }
}
