package io.portolan.model.reach;

import io.portolan.model.net.PortSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Which of several that are asked in turn take a packet, on which ports: the first that surely
/// does, and any before it that may. `left` are the ports that none surely takes; `doubtful` is the
/// first that takes some of its ports or not.
record Turns<T>(List<Turn<T>> turns, PortSet left, Optional<T> doubtful) {
    record Turn<T>(T taking, PortSet ports) {}

    static <T> Turns<T> of(List<T> asked, PortSet ports, Function<T, Truth> takes) {
        List<Turn<T>> turns = new ArrayList<>();
        Optional<T> doubtful = Optional.empty();
        PortSet left = ports;
        for (T one : asked) {
            if (left.isEmpty()) {
                break;
            }
            Truth truth = takes.apply(one);
            PortSet may = left.intersection(truth.possibly());
            if (!may.isEmpty()) {
                turns.add(new Turn<>(one, may));
                left = left.minus(truth.surely());
                boolean sure = doubtful.isPresent() || left.intersection(may).isEmpty();
                doubtful = sure ? doubtful : Optional.of(one);
            }
        }
        return new Turns<>(turns, left, doubtful);
    }
}
