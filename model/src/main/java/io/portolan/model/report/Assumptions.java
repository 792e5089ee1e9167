package io.portolan.model.report;

import io.portolan.model.design.Design;
import io.portolan.model.design.Mesh;

import java.util.List;

/// What an answer rests on that the input does not say, one sentence each: for people who read the
/// answer alone.
public final class Assumptions {
    private Assumptions() {}

    /// The assumptions behind every answer about a design, in its order.
    public static List<String> of(Design design) {
        return design.all(Mesh.class)
                .filter(Mesh::identityAssumed)
                .map(Assumptions::identity)
                .toList();
    }

    private static String identity(Mesh mesh) {
        return ("assumed: every TCP connection between members of the mesh (%s) is captured and"
                        + " carries its identity. Import the manifests and set identityAssumed to false"
                        + " to tell services from pod addresses.")
                .formatted(mesh.id());
    }
}
