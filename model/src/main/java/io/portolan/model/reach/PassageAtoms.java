package io.portolan.model.reach;

import io.portolan.model.policy.Forwarding.Interface;
import io.portolan.model.policy.Passage;

import java.util.Optional;
import java.util.Set;

/// Tests on how a packet passes a device.
final class PassageAtoms {
    private PassageAtoms() {}

    static Truth test(Passage atom, Sight sight) {
        return switch (atom) {
            case Passage.Enters(var names) ->
                    sight.site() instanceof Site.Device d ? through(names, d.in()) : Truth.MAYBE;
            case Passage.Leaves(var names) ->
                    sight.site() instanceof Site.Device d ? through(names, d.out()) : Truth.MAYBE;
            case Passage.InState(var states) -> Truth.of(states.contains(sight.packet().state()));
            case Passage.Translated(var by) -> translated(by, sight.packet().translatedBy());
        };
    }

    private static Truth through(Set<String> names, Optional<Interface> at) {
        return at.map(i -> Truth.of(names.contains(i.name()) || names.contains(i.zone())))
                .orElse(Truth.MAYBE);
    }

    private static Truth translated(Optional<String> by, Optional<String> actual) {
        return Truth.of(actual.isPresent() && (by.isEmpty() || by.equals(actual)));
    }
}
