package io.portolan.exporters.kubernetes.networkpolicy;

import io.portolan.exporters.SampleDesigns;
import io.portolan.exporters.kubernetes.KubernetesImporter;
import io.portolan.exporters.spi.Artifact;
import io.portolan.exporters.spi.ExportRequest;
import io.portolan.exporters.spi.Source;
import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.design.Cluster;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.Namespace;
import io.portolan.model.design.Workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One cluster of a sample as manifests: its pods as Deployments, and the exported policies.
/// `intended` are lines `ns/pod -> ns/pod protocol port`, written by hand from the flows.
record SampleCluster(String sample, String cluster, List<String> intended) {
    SampleCluster {
        intended = List.copyOf(intended);
    }

    private CompiledDesign compiled() {
        return SampleDesigns.compiled(sample);
    }

    /// The names of the pods by namespace.
    Map<String, List<String>> pods() {
        Design design = compiled().design();
        Map<String, List<String>> pods = new TreeMap<>();
        running(design)
                .forEach(e ->
                        pods.computeIfAbsent(namespace(design, e).label(), _ -> new ArrayList<>())
                                .add(e.label()));
        return pods;
    }

    String workloads() {
        Design design = compiled().design();
        Stream<String> namespaces =
                running(design).map(e -> namespace(design, e)).distinct().map(SampleCluster::text);
        Stream<String> deployments =
                running(design).map(e -> deployment(namespace(design, e).label(), e));
        return Stream.concat(namespaces, deployments).collect(Collectors.joining());
    }

    String policies() {
        return new NetworkPolicyExporter()
                .export(new ExportRequest(compiled())).artifacts().stream()
                        .filter(a -> a.path().startsWith("kubernetes/" + cluster + "/"))
                        .map(Artifact::text)
                        .collect(Collectors.joining());
    }

    /// The manifests as our own importer understands them.
    Design readBack() {
        return new KubernetesImporter()
                .read(List.of(new Source("w.yaml", workloads()), new Source("p.yaml", policies())))
                .design();
    }

    private Stream<Element> running(Design design) {
        return design.elements().values().stream()
                .filter(e -> e instanceof Workload || e instanceof Gateway)
                .filter(e -> isHere(design, e.id()));
    }

    private boolean isHere(Design design, ElementId id) {
        return design.enclosing(id, Cluster.class)
                .filter(c -> c.id().value().equals(cluster))
                .isPresent();
    }

    private static Namespace namespace(Design design, Element element) {
        return design.enclosing(element.id(), Namespace.class).orElseThrow();
    }

    private static String text(Namespace namespace) {
        Map<String, String> labels = new TreeMap<>(namespace.labels());
        labels.put("kubernetes.io/metadata.name", namespace.label());
        return """
        apiVersion: v1
        kind: Namespace
        metadata: {name: %s, labels: %s}
        ---
        """
                .formatted(namespace.label(), yaml(labels));
    }

    private static String deployment(String namespace, Element element) {
        return """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: %2$s, namespace: %1$s}
        spec:
          template:
            metadata: {labels: %3$s}
            spec: {containers: [{name: c, image: i}]}
        ---
        """
                .formatted(namespace, element.label(), yaml(labels(element)));
    }

    private static Map<String, String> labels(Element element) {
        return switch (element) {
            case Workload workload -> workload.labels();
            case Gateway gateway -> gateway.labels();
            default -> Map.of();
        };
    }

    private static String yaml(Map<String, String> labels) {
        return new TreeMap<>(labels)
                .entrySet().stream()
                        .map(e -> "%s: \"%s\"".formatted(e.getKey(), e.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
    }
}
