package io.portolan.model.reach;

import java.util.List;

/// Where packets of one kind meet points, at one kind of site: the points by their numbers in the
/// plan, and whether each has a say at all, as far as the ends do not decide that. What they say is
/// the `Guard`'s, and changes with the plan; the gate stays. Each is made once, so it is equal to
/// itself alone.
final class Gate {
    private final List<Integer> points;
    private final List<Truth> governing;
    private final Lens lens;

    Gate(List<Integer> points, List<Truth> governing, Lens lens) {
        this.points = List.copyOf(points);
        this.governing = List.copyOf(governing);
        this.lens = lens;
    }

    List<Integer> points() {
        return points;
    }

    Truth governing(int at) {
        return governing.get(at);
    }

    Lens lens() {
        return lens;
    }

    /// Nobody sits here.
    boolean isOpen() {
        return points.isEmpty();
    }

    boolean isSubjectDestination() {
        return lens.isSubjectDestination();
    }

    /// Beside endpoints the peers are ends themselves; devices know few addresses, so there they
    /// are classes of ends.
    boolean arePeersEnds() {
        return lens.isGoverning();
    }
}
