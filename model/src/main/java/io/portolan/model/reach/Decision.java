package io.portolan.model.reach;

import io.portolan.model.net.PortSet;
import io.portolan.model.policy.Origin;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a block may say about these ports, and why. Where decisions with different effects overlap,
/// the design leaves open which.
record Decision(Effect effect, String because, Optional<Origin> origin, PortSet ports) {
    enum Effect {
        ALLOW,
        DENY,
        PASS
    }

    Decision on(PortSet others) {
        return new Decision(effect, because, origin, others);
    }

    Decision within(String outer) {
        return new Decision(effect, outer + " > " + because, origin, ports);
    }

    /// The ports for which one of the decisions has this effect.
    static PortSet ports(List<Decision> decisions, Effect effect) {
        PortSet ports = PortSet.NONE;
        for (Decision decision : decisions) {
            if (decision.effect == effect) {
                ports = ports.union(decision.ports);
            }
        }
        return ports;
    }

    /// For every effect and port only the first reason.
    static List<Decision> firstReasons(List<Decision> decisions) {
        if (decisions.size() < 2) {
            return decisions;
        }
        Map<Effect, PortSet> given = new EnumMap<>(Effect.class);
        List<Decision> first = new ArrayList<>();
        for (Decision decision : decisions) {
            PortSet before = given.getOrDefault(decision.effect, PortSet.NONE);
            PortSet ports = decision.ports.minus(before);
            if (!ports.isEmpty()) {
                first.add(decision.on(ports));
                given.put(decision.effect, before.union(ports));
            }
        }
        return first;
    }
}
