package io.portolan.model.report;

import io.portolan.model.compile.HostPods;
import io.portolan.model.design.Cluster;
import io.portolan.model.design.Design;
import io.portolan.model.design.Mesh;
import io.portolan.model.policy.Layer;

import java.util.List;
import java.util.stream.Stream;

/// What an answer rests on that the input does not say, one sentence each: for people who read the
/// answer alone.
public final class Assumptions {
    private Assumptions() {}

    /// The assumptions behind every answer about a design, in its order.
    public static List<String> of(Design design) {
        return Stream.concat(
                        design.all(Mesh.class)
                                .filter(Mesh::identityAssumed)
                                .map(Assumptions::identity),
                        HostPods.takenForPods(design)
                                .filter(_ -> hasPodPolicies(design))
                                .map(Assumptions::hostPods))
                .toList();
    }

    private static boolean hasPodPolicies(Design design) {
        return design.observed().points().stream().anyMatch(p -> p.layer() == Layer.POD_POLICY);
    }

    private static String hostPods(Cluster cluster) {
        return ("assumed: pods of the cluster (%s) in the network of their node (hostNetwork) are"
                        + " selected by policies like others. Write its plug-in (cni) or its"
                        + " nodeRanges to have them judged as nodes.")
                .formatted(cluster.id());
    }

    private static String identity(Mesh mesh) {
        return ("assumed: every TCP connection between members of the mesh (%s) is captured and"
                        + " carries its identity. Import the manifests and set identityAssumed to false"
                        + " to tell services from pod addresses.")
                .formatted(mesh.id());
    }
}
