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
    private Optional<Manifest> first = Optional.empty();

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
        first = first.or(() -> Optional.of(manifest));
        if (CiliumPolicies.isNamespaced(manifest)) {
            estate.namespace(manifest.namespace());
        }
    }

    @Override
    public void finish() {
        first.ifPresent(this::compose);
    }

    /// One cluster has one plug-in that enforces policies.
    private void compose(Manifest any) {
        CiliumScope scope = new CiliumScope(estate.cluster().value(), estate::findService);
        if (!estate.policies().compose((direction, of) -> policies.blocks(scope, direction, of))) {
            String why = "There are policies of Calico too. Import what one cluster enforces.";
            estate.notices().ignore(any, why);
            estate.addNotAnalysed(any.at(any.root()), any.title(), why);
            return;
        }
        Cni cilium = new Cni(CniProduct.CILIUM, Optional.empty(), Encapsulation.NONE);
        estate.with(cluster -> cluster.withCni(cilium));
        estate.addPoints(policies.hostPoints(scope));
    }
}
