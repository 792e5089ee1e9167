package io.portolan.exporters.kubernetes;

import io.portolan.exporters.kubernetes.cilium.CiliumPolicies;
import io.portolan.exporters.kubernetes.cilium.CiliumScope;
import io.portolan.exporters.manifest.Manifest;
import io.portolan.model.design.Cni;
import io.portolan.model.design.CniProduct;
import io.portolan.model.design.Encapsulation;

import java.util.Optional;

/// Cilium's policies and what they refer to. Where there is any, Cilium is the network plug-in, and
/// decides about the policies of Kubernetes too.
final class CiliumReader implements KindReader {
    private final ClusterEstate estate;
    private final CiliumPolicies policies = new CiliumPolicies();
    private boolean found;

    CiliumReader(ClusterEstate estate) {
        this.estate = estate;
    }

    @Override
    public boolean reads(Manifest manifest) {
        return CiliumPolicies.reads(manifest);
    }

    @Override
    public boolean decides() {
        return true;
    }

    @Override
    public void read(Manifest manifest) {
        policies.add(manifest);
        found = true;
        if (CiliumPolicies.isNamespaced(manifest)) {
            estate.namespace(manifest.namespace());
        }
    }

    @Override
    public void finish() {
        if (found) {
            CiliumScope scope = new CiliumScope(estate.cluster().value(), estate::findService);
            estate.with(cluster ->
                    cluster.withCni(
                            new Cni(CniProduct.CILIUM, Optional.empty(), Encapsulation.NONE)));
            estate.addPoints(policies.hostPoints(scope));
            estate.policies().compose((direction, of) -> policies.blocks(scope, direction, of));
        }
    }
}
