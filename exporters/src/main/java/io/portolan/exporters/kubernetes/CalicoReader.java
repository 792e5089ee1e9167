package io.portolan.exporters.kubernetes;

import io.portolan.exporters.kubernetes.calico.CalicoPolicies;
import io.portolan.exporters.kubernetes.calico.CalicoScope;
import io.portolan.exporters.kubernetes.clusterpolicy.PodFamilies;
import io.portolan.exporters.manifest.Manifest;
import io.portolan.model.design.Cluster;
import io.portolan.model.net.Cidr;

import java.util.List;
import java.util.stream.Stream;

/// Calico's policies and what they refer to. Where there is any, Calico is the network plug-in, and
/// decides about the policies of Kubernetes too.
final class CalicoReader implements KindReader {
    private final ClusterEstate estate;
    private final PodFamilies families;
    private final CalicoPolicies policies = new CalicoPolicies();
    private boolean found;

    CalicoReader(ClusterEstate estate, PodFamilies families) {
        this.estate = estate;
        this.families = families;
    }

    @Override
    public boolean reads(Manifest manifest) {
        return CalicoPolicies.reads(manifest);
    }

    @Override
    public boolean decides() {
        return true;
    }

    @Override
    public void read(Manifest manifest) {
        policies.add(manifest);
        found = true;
        if (CalicoPolicies.isNamespaced(manifest)) {
            estate.namespace(manifest.namespace());
        }
    }

    @Override
    public void finish() {
        if (found) {
            CalicoScope scope =
                    new CalicoScope(
                            estate.cluster().value(),
                            families,
                            estate::labelsOf,
                            estate.accounts(),
                            estate::findService);
            estate.with(cluster ->
                    cluster.withCni(policies.plugin())
                            .withPodRanges(policies.podRanges())
                            .withNodeRanges(nodes(cluster)));
            estate.addPoints(policies.hostPoints(scope));
            estate.policies().compose((direction, of) -> policies.blocks(scope, direction, of));
        }
    }

    /// Those that Nodes and host endpoints say.
    private List<Cidr> nodes(Cluster cluster) {
        return Stream.concat(cluster.nodeRanges().stream(), policies.nodes().stream())
                .distinct()
                .toList();
    }
}
