package io.portolan.model.compile;

import io.portolan.model.compile.ground.Device;
import io.portolan.model.design.Cluster;
import io.portolan.model.design.Design;
import io.portolan.model.design.RuleSource;
import io.portolan.model.design.Workload;

import java.util.stream.Stream;

/// Pods in the network of their node. Whether such a pod is its node to others is the plug-in's
/// choice. In an imported cluster of which neither plug-in nor nodes are known, policies are taken
/// by the letter of the API, which knows no such pods.
public final class HostPods {
    private HostPods() {}

    /// The clusters with such pods where they count as others do.
    public static Stream<Cluster> takenForPods(Design design) {
        return design.all(Cluster.class)
                .filter(c -> isByTheLetter(design, c))
                .filter(c ->
                        design.all(Workload.class)
                                .filter(Workload::hostNetwork)
                                .anyMatch(w -> isIn(design, w, c)));
    }

    private static boolean isIn(Design design, Workload workload, Cluster cluster) {
        return design.enclosing(workload.id(), Cluster.class).filter(cluster::equals).isPresent();
    }

    static boolean isByTheLetter(Design design, Cluster cluster) {
        return cluster.policy() == RuleSource.EXISTING
                && cluster.cni().isEmpty()
                && cluster.nodeRanges().isEmpty()
                && Device.all(design).findAny().isEmpty();
    }
}
