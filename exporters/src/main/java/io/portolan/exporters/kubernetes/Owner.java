package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;

import java.util.List;
import java.util.Optional;

/// Who owns pods, by kind and name.
record Owner(String namespace, String kind, String name) {

    /// The first owner that an object names. Static pods are owned by their node, which owns
    /// nothing in this sense; an owner that does not say its kind is called a Pod.
    static Optional<Owner> of(Manifest manifest) {
        List<Part> references = manifest.root().get("metadata").get("ownerReferences").items();
        if (references.isEmpty()) {
            return Optional.empty();
        }
        Part first = references.getFirst();
        String kind = first.get("kind").text("Pod");
        return kind.equals("Node")
                ? Optional.empty()
                : Optional.of(new Owner(manifest.namespace(), kind, first.get("name").text("")));
    }
}
