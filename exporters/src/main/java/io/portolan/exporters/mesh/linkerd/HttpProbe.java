package io.portolan.exporters.mesh.linkerd;

import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Request;
import io.portolan.model.policy.Text;
import io.portolan.model.policy.Traffic;

/// A request by which the node asks whether a container is well.
public record HttpProbe(String path, int port) {
    /// The requests that are let through for it: by the whole path, and GET alone (Linkerd: policy
    /// controller, default routes).
    Match requests() {
        return Match.any()
                .on(Expr.is(Traffic.to(Transport.TCP, PortSet.of(port))))
                .asking(
                        Expr.allOf(
                                Expr.is(new Request.Method(new Text.Exact("GET"))),
                                Expr.is(new Request.Path(new Text.Exact(path)))));
    }
}
