package io.portolan.model.reach;

import io.portolan.model.net.PortSet;
import io.portolan.model.policy.Origin;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What a block may say about these ports, and why. Where decisions with different effects overlap,
/// the design leaves open which.
record Decision(
        Effect effect, String because, Optional<Origin> origin, PortSet ports, List<Doubt> doubts) {
    enum Effect {
        ALLOW,
        DENY,
        PASS
    }

    Decision on(PortSet others) {
        return new Decision(effect, because, origin, others, doubts);
    }

    /// The same as what a rule came to that lets another block decide.
    Decision within(Deciding.Reason outer) {
        List<Doubt> both = new ArrayList<>(outer.doubts());
        both.addAll(doubts);
        return new Decision(
                effect, outer.words() + " > " + because, origin.or(outer::origin), ports, both);
    }

    /// Why it may not count, for a packet.
    Stream<String> doubts(Sight sight) {
        return doubts.stream().flatMap(doubt -> doubt.reasons(sight));
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
