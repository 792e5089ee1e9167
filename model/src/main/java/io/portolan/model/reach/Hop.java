package io.portolan.model.reach;

import io.portolan.model.policy.Origin;

import java.util.List;
import java.util.Optional;

/// One stage of a path: which point was asked (`point` is its id, `owner` the element it belongs
/// to), what it said, why (the deciding rule or default in words), where that rule comes from, and
/// the header as it was seen there (`10.244.3.17 -> 10.30.6.20:1414/tcp`). In an explanation also
/// which policies select the endpoint, and the smallest addition that would let it pass.
public record Hop(
        String point,
        String owner,
        Outcome outcome,
        String because,
        Optional<Origin> origin,
        String seen,
        List<String> selectedBy,
        Optional<String> remedy) {
    public Hop {
        selectedBy = List.copyOf(selectedBy);
    }

    public Hop(
            String point,
            String owner,
            Outcome outcome,
            String because,
            Optional<Origin> origin,
            String seen) {
        this(point, owner, outcome, because, origin, seen, List.of(), Optional.empty());
    }

    Hop explained(List<String> policies, Optional<String> addition) {
        return new Hop(point, owner, outcome, because, origin, seen, policies, addition);
    }
}
