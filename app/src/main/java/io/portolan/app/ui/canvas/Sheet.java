package io.portolan.app.ui.canvas;

import java.util.Optional;

/// What comes of an order: how much of the drawing is made (1: all), and the drawing as far as it
/// can be shown, unless that is what was shown before.
record Sheet(Optional<Scene2d> scene, double done) {
    static Sheet whole(Scene2d scene) {
        return new Sheet(Optional.of(scene), 1);
    }

    static Sheet share(double done) {
        return new Sheet(Optional.empty(), Math.min(done, 0.99));
    }

    /// There will be none.
    static Sheet nothing() {
        return new Sheet(Optional.empty(), 1);
    }

    boolean isWhole() {
        return done == 1;
    }
}
