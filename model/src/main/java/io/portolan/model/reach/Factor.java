package io.portolan.model.reach;

/// A gate on the way of a connection, with who is governed there and who the peer is, and the port
/// that packets show there.
record Factor(Gate gate, Ref subject, Ref peer, PortView port) {
    /// Nobody sits there, or nobody who has a say about the end that is meant.
    boolean isOpen() {
        return gate.isOpen() || (subject instanceof Ref.Fixed(int end) && gate.isOpenTo(end));
    }

    /// What the gate lets pass of one connection.
    Rows rows(Stands stands, int from, int to) {
        int end = subject.end(stands, from, to);
        return subject instanceof Ref.Fixed ? gate.exact(end) : gate.rows(gate.classOf(end));
    }

    int peer(Stands stands, int from, int to) {
        return gate.peers().number(peer.end(stands, from, to));
    }

    boolean passes(Stands stands, int from, int to, int place) {
        return rows(stands, from, to).at(seen(place)).surely().has(peer(stands, from, to));
    }

    /// The places asked for at which the connection surely passes (`sure`), or may.
    Axis.Places places(Stands stands, int from, int to, boolean sure) {
        Axis.Places all = rows(stands, from, to).places(peer(stands, from, to), sure);
        return port instanceof PortView.Fixed(int number) ? Axis.shown(number, all) : all;
    }

    /// The place that is seen here for one that was asked for.
    private int seen(int place) {
        return port instanceof PortView.Fixed(int number) ? Axis.seen(number, place) : place;
    }
}
