package io.portolan.model.reach;

import io.portolan.model.net.PortSet;
import io.portolan.model.reach.Alternative.Ending;

import java.util.List;
import java.util.Optional;

/// What is true of which ports, over every alternative: a port is allowed if all alternatives allow
/// it, and undefined if only some do.
record Answer(
        PortSet allowed,
        PortSet denied,
        PortSet undefined,
        PortSet noRoute,
        List<Alternative> alternatives) {
    static Answer of(PortSet asked, List<Alternative> alternatives) {
        PortSet may = PortSet.NONE;
        PortSet mayNot = PortSet.NONE;
        PortSet denies = PortSet.NONE;
        PortSet seen = PortSet.NONE;
        for (Alternative one : alternatives) {
            may = may.union(mayAllow(one));
            mayNot = mayNot.union(mayFail(one));
            denies = denies.union(one.denied()).union(one.unsure());
            seen = seen.union(one.ports());
        }
        PortSet lost = asked.minus(seen);
        PortSet undefined = may.intersection(mayNot).union(lost);
        PortSet allowed = may.minus(mayNot);
        PortSet denied = denies.minus(may).minus(lost);
        PortSet noRoute = asked.minus(undefined).minus(allowed).minus(denied);
        return new Answer(allowed, denied, undefined, noRoute, alternatives);
    }

    private static PortSet mayAllow(Alternative one) {
        boolean lost = one.ending().filter(e -> e != Ending.UNDEFINED).isPresent();
        return lost ? PortSet.NONE : one.ports().minus(one.denied());
    }

    private static PortSet mayFail(Alternative one) {
        return one.ending().isPresent() ? one.ports() : one.denied().union(one.unsure());
    }

    /// The first alternative in which the ports do not go through for certain.
    Optional<Alternative> failing(PortSet ports) {
        return alternatives.stream()
                .filter(one -> !mayFail(one).intersection(ports).isEmpty())
                .findFirst();
    }

    Optional<Alternative> passing(PortSet ports) {
        return alternatives.stream()
                .filter(one -> !mayAllow(one).intersection(ports).isEmpty())
                .findFirst();
    }

    /// The first alternative in which some stage denies the ports.
    Optional<Alternative> denying(PortSet ports) {
        return alternatives.stream()
                .filter(one -> !one.denied().union(one.unsure()).intersection(ports).isEmpty())
                .findFirst();
    }

    /// The ports on which some alternative goes through.
    PortSet possible() {
        return allowed.union(undefined);
    }
}
