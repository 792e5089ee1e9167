package io.portolan.model.policy;

/// A box: all five dimensions must match. Unions of boxes are several rules.
public record Match(
        Expr<Peer> source,
        Expr<Peer> destination,
        Expr<Traffic> traffic,
        Expr<Request> request,
        Expr<Passage> passage) {
    public static Match any() {
        return new Match(Expr.any(), Expr.any(), Expr.any(), Expr.any(), Expr.any());
    }

    public Match from(Expr<Peer> peer) {
        return new Match(peer, destination, traffic, request, passage);
    }

    public Match to(Expr<Peer> peer) {
        return new Match(source, peer, traffic, request, passage);
    }

    public Match on(Expr<Traffic> ports) {
        return new Match(source, destination, ports, request, passage);
    }

    public Match asking(Expr<Request> what) {
        return new Match(source, destination, traffic, what, passage);
    }

    public Match passing(Expr<Passage> how) {
        return new Match(source, destination, traffic, request, how);
    }
}
