package io.portolan.model.reach;

import io.portolan.model.policy.Origin;

import java.util.Optional;

/// Which stage speaks: its id, whose it is, and where its rule is written.
record Stage(String point, String owner, Optional<Origin> origin) {
    static Stage of(String point, String owner) {
        return new Stage(point, owner, Optional.empty());
    }
}
