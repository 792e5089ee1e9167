package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.exporters.mesh.linkerd.LinkerdPolicies.Annotated;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Workload;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What annotations of namespaces and of pods tell the proxies of meshes.
final class Annotations {
    /// The keys that meshes read begin so.
    private static final Set<String> READ =
            Set.of(
                    "linkerd.io/",
                    "config.linkerd.io/",
                    "consul.hashicorp.com/",
                    "sidecar.istio.io/inject",
                    "sidecar.istio.io/status",
                    "traffic.sidecar.istio.io/",
                    "ambient.istio.io/");

    private final List<Said> ofPods = new ArrayList<>();
    private final Map<ElementId, Map<String, String>> byPods = new HashMap<>();
    private final List<Said> ofNamespaces = new ArrayList<>();

    private record Said(
            ElementId element,
            String namespace,
            LabelSelector pods,
            Map<String, String> annotations) {}

    /// Those of `all` that some mesh reads.
    static Map<String, String> read(Map<String, String> all) {
        Map<String, String> read = new TreeMap<>(all);
        read.keySet().removeIf(key -> READ.stream().noneMatch(key::startsWith));
        return Map.copyOf(read);
    }

    void ofNamespace(ElementId id, String name, Map<String, String> all) {
        add(ofNamespaces, new Said(id, name, LabelSelector.EVERYTHING, read(all)));
    }

    void ofPods(ElementId id, String namespace, PodTemplate template) {
        LabelSelector labels = LabelSelector.ofLabels(template.labels());
        add(ofPods, new Said(id, namespace, labels, template.annotations()));
        byPods.put(id, template.annotations());
    }

    private static void add(List<Said> to, Said said) {
        if (!said.annotations().isEmpty()) {
            to.add(said);
        }
    }

    /// The namespaces and workloads that carry the key with that value.
    List<ElementId> saying(String key, String value) {
        return all().filter(said -> value.equals(said.annotations().get(key)))
                .map(Said::element)
                .toList();
    }

    /// The annotations of a workload's pods with their labels, which count before them.
    Map<String, String> withLabels(Workload pods) {
        Map<String, String> all = new TreeMap<>(byPods.getOrDefault(pods.id(), Map.of()));
        all.putAll(pods.labels());
        return all;
    }

    /// What is said, of pods before of namespaces.
    List<Annotated> forLinkerd() {
        return all().map(s -> new Annotated(s.namespace(), s.pods(), s.annotations())).toList();
    }

    private Stream<Said> all() {
        return Stream.of(ofPods, ofNamespaces).flatMap(List::stream);
    }
}
