package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.model.format.YamlNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The keys of labels that anything but what makes pods speaks of: as a key, as a value, or inside
/// the text of a selector. Pods of one maker that differ in others are alike to every policy.
final class NamedLabels {
    private final Set<String> texts = new TreeSet<>();
    private final Map<String, Boolean> known = new HashMap<>();

    static NamedLabels of(List<Manifest> manifests) {
        NamedLabels named = new NamedLabels();
        manifests.stream()
                .filter(m -> !m.kind().equals("Pod") && !WorkloadReader.makesPods(m))
                .map(Manifest::root)
                .forEach(root -> {
                    named.collect(root.get("spec").node());
                    named.collect(root.get("specs").node());
                });
        return named;
    }

    private void collect(YamlNode node) {
        switch (node) {
            case YamlNode.Scalar scalar -> texts.add(scalar.text());
            case YamlNode.Sequence sequence -> sequence.items().forEach(this::collect);
            case YamlNode.Mapping mapping ->
                    mapping.entries()
                            .forEach(entry -> {
                                texts.add(entry.key().text());
                                collect(entry.value());
                            });
        }
    }

    /// Those labels that somebody speaks of.
    Map<String, String> among(Map<String, String> labels) {
        Map<String, String> named = new TreeMap<>(labels);
        named.keySet().removeIf(key -> !isNamed(key));
        return named;
    }

    private boolean isNamed(String key) {
        return known.computeIfAbsent(key, k -> texts.stream().anyMatch(t -> t.contains(k)));
    }
}
