package io.portolan.model.reach;

import io.portolan.model.policy.Origin;

import java.util.Optional;

/// One stage of a path: which point was asked (`point` is its id, `owner` the element it belongs
/// to), what it said, why (the deciding rule or default in words), where that rule comes from, and
/// the header as it was seen there (`10.244.3.17 -> 10.30.6.20:1414/tcp`).
public record Hop(
        String point,
        String owner,
        Outcome outcome,
        String because,
        Optional<Origin> origin,
        String seen) {}
