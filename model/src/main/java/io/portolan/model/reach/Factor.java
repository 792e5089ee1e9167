package io.portolan.model.reach;

/// A gate on the way of a connection, with who is governed there and who the peer is, and the port
/// that packets show there.
record Factor(Gate gate, Ref subject, Ref peer, PortView port) {
    /// What the gate lets pass of one connection.
    Rows rows(Guards guards, int from, int to) {
        Guard guard = guards.at(gate);
        int end = subject.end(guards.stands(), from, to);
        return subject instanceof Ref.Fixed ? guard.exact(end) : guard.rows(guard.classOf(end));
    }

    private int peer(Guards guards, int from, int to) {
        return guards.at(gate).peers().number(peer.end(guards.stands(), from, to));
    }

    boolean passes(Guards guards, int from, int to, int place) {
        return rows(guards, from, to).at(seen(place)).surely().has(peer(guards, from, to));
    }

    /// The places asked for at which the connection surely passes (`sure`), or may.
    Axis.Places places(Guards guards, int from, int to, boolean sure) {
        Axis.Places all = rows(guards, from, to).places(peer(guards, from, to), sure);
        return port instanceof PortView.Fixed(int number) ? Axis.shown(number, all) : all;
    }

    /// The place that is seen here for one that was asked for.
    private int seen(int place) {
        return port instanceof PortView.Fixed(int number) ? Axis.seen(number, place) : place;
    }
}
