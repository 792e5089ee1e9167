package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;

import java.util.HashMap;
import java.util.Map;

/// Of two objects that the server would take for one, it would keep the later, and which that is
/// nobody can tell from files.
final class UniqueNames {
    private final Map<String, Manifest> known = new HashMap<>();

    /// @throws Part.Unfit if there was an object of this kind and name before
    void check(Manifest manifest) {
        Manifest before = known.putIfAbsent(manifest.title(), manifest);
        if (before != null) {
            throw new Part.Unfit(
                    manifest.root().get("metadata"),
                    "The name (%s) is taken already at %s:%d. Leave one of them out."
                            .formatted(manifest.path(), before.file(), before.line()));
        }
    }
}
