package io.portolan.model.design;

import java.util.Map;
import java.util.Optional;

/// A Kubernetes namespace. The label `kubernetes.io/metadata.name` is implied.
public record Namespace(
        ElementId id,
        String label,
        Optional<ElementId> parent,
        About about,
        Map<String, String> labels)
        implements Zone {
    public Namespace {
        labels = Values.sorted(labels);
    }
}
