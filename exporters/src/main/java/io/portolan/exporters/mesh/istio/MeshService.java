package io.portolan.exporters.mesh.istio;

import io.portolan.model.design.ServicePort;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;

import java.util.List;

/// A Service as clients of the mesh dial it: by its full name, at its address, or at its pods,
/// which are open where other Services have them too.
public record MeshService(
        String namespace,
        String host,
        Expr<Peer> address,
        Expr<Peer> pods,
        List<ServicePort> ports) {
    public MeshService {
        ports = List.copyOf(ports);
    }
}
