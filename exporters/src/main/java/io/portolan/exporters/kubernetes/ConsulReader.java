package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.mesh.consul.ConsulPolicies;
import io.portolan.exporters.mesh.consul.ConsulServices;
import io.portolan.exporters.mesh.consul.ServiceRouting;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.MeshProduct;
import io.portolan.model.design.MtlsMode;
import io.portolan.model.design.OutboundMode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Consul's intentions, and the mesh that they speak of. Its members are the pods that ask for a
/// proxy; where nobody does, the whole cluster.
final class ConsulReader implements KindReader {
    private static final String INJECT = "consul.hashicorp.com/connect-inject";

    private final ClusterEstate estate;
    private final List<Manifest> objects = new ArrayList<>();
    private final List<Manifest> routing = new ArrayList<>();
    private Optional<ConsulServices> mesh = Optional.empty();

    ConsulReader(ClusterEstate estate) {
        this.estate = estate;
    }

    @Override
    public boolean reads(Manifest manifest) {
        return ConsulPolicies.reads(manifest) || ServiceRouting.reads(manifest);
    }

    @Override
    public boolean decides() {
        return true;
    }

    @Override
    public void read(Manifest manifest) {
        if (ServiceRouting.reads(manifest)) {
            routing.add(manifest);
        } else {
            ConsulPolicies.check(manifest);
            objects.add(manifest);
        }
    }

    /// The mesh, known when this reader has finished.
    Optional<ConsulServices> mesh() {
        return mesh;
    }

    /// What says where it sends those who dial a service.
    List<Manifest> routing() {
        return routing;
    }

    @Override
    public void finish() {
        if (objects.isEmpty() && routing.isEmpty()) {
            return;
        }
        ElementId id = estate.idFor("consul", "mesh");
        ConsulPolicies policies = new ConsulPolicies();
        objects.forEach(policies::add);
        ConsulServices services =
                new ConsulServices(id.value(), new NamedServices(estate).podsByName());
        mesh = Optional.of(services);
        ConsulGateways gateways = new ConsulGateways(estate, services);
        policies.terminating().forEach(linked -> gateways.add(policies, linked));
        estate.addPoints(policies.points(services, gateways.linked()));
        estate.addLegs(new ConsulCapture(estate).legs(id.value()));
        estate.add(
                new ImportedMesh(id, MeshProduct.CONSUL, MtlsMode.STRICT, Optional.empty())
                        .of(estate, members(gateways), OutboundMode.ALLOW_ANY));
    }

    /// Nobody, where it is everybody.
    private List<ElementId> members(ConsulGateways gateways) {
        List<ElementId> asking = estate.annotations().saying(INJECT, "true");
        List<ElementId> members = new ArrayList<>(asking);
        members.addAll(asking.isEmpty() ? List.of() : gateways.ids());
        return members;
    }
}
