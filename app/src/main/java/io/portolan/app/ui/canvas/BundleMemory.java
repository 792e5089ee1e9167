package io.portolan.app.ui.canvas;

import java.util.List;

/// The bundles of the last frame: they stay the same over a range of zooms.
final class BundleMemory {
    /// Containers wider than this on the screen stand for what is inside them.
    private static final double STANDS_FOR = 60;

    private List<Bundles.Bundle> bundles = List.of();
    private Object madeFor = List.of();

    List<Bundles.Bundle> of(ContentPainter.Frame frame) {
        // Powers of two: the same bundles over a range of zooms.
        double zoom = Math.pow(2, Math.floor(Math.log(frame.view().zoom()) / Math.log(2)));
        Object key = List.of(System.identityHashCode(frame.scene()), zoom, frame.palette());
        if (!key.equals(madeFor)) {
            madeFor = key;
            bundles =
                    Bundles.of(
                            frame.scene().list(),
                            frame.palette(),
                            c -> c.area().width() * zoom >= STANDS_FOR);
        }
        return bundles;
    }
}
