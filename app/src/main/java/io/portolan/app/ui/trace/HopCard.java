package io.portolan.app.ui.trace;

import io.portolan.model.reach.Hop;

import java.util.Optional;

/// One stage of the path as a card: `hop` is absent where the connection never came.
public record HopCard(String title, String stage, Role role, Optional<Hop> hop) {
    /// What the stage means for the answer.
    public enum Role {
        PASSED,
        /// Platforms differ here, or the design does not say enough.
        UNSURE,
        /// This one decided against the connection.
        DECIDING,
        /// Likewise, and the connection must never be possible.
        REFUSING,
        /// Behind the deciding stage.
        NOT_REACHED
    }
}
