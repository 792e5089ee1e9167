package io.portolan.model.compile;

import io.portolan.model.design.Design;
import io.portolan.model.policy.Estate;

import java.util.LinkedHashMap;
import java.util.List;

/// Reads from a design who exists and where it is attached.
final class EstateBuilder {
    private EstateBuilder() {}

    static Estate build(Design design) {
        return new Estate(List.of(), new LinkedHashMap<>());
    }
}
