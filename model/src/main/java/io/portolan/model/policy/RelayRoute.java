package io.portolan.model.policy;

import java.util.List;

/// `to` unchanged: onward to what the client dialled. Several: any of them; none: no valid backend
/// (500).
public record RelayRoute(
        String name, Expr<Request> match, List<Rewrite> to, Upstream upstream, Remark remark) {
    public RelayRoute {
        to = List.copyOf(to);
    }
}
