package io.portolan.app.layout;

import io.portolan.model.design.Design;
import io.portolan.model.design.Layout;

import java.util.List;
import java.util.concurrent.CancellationException;

/// Positions for designs that have none, or not for all elements. The same design gives the same
/// positions, siblings never overlap, and containers hold what is in them.
public final class DesignLayout {
    /// Where the drawing begins.
    private static final int MARGIN = 24;

    private DesignLayout() {}

    /// Lays out the whole design; positions that it has do not count.
    ///
    /// @throws CancellationException if `progress` says so
    public static Layout layOut(Design design, LayoutProgress progress) {
        Hierarchy hierarchy = new Hierarchy(design);
        List<Connection> connections = Connections.of(design, hierarchy);
        progress.done(0);
        var boxes = new NestedLayout(hierarchy, connections, progress).all();
        boxes.replaceAll((id, box) -> box.movedBy(MARGIN, MARGIN));
        progress.done(1);
        return new Layout(boxes);
    }

    /// Gives places to the elements that have none. Those that have one keep it; the containers
    /// around new elements grow where they must.
    ///
    /// @throws CancellationException if `progress` says so
    public static Layout placeNew(Design design, LayoutProgress progress) {
        boolean nothingPlaced =
                design.elements().keySet().stream()
                        .allMatch(id -> design.layout().find(id).isEmpty());
        return nothingPlaced ? layOut(design, progress) : new NewPlaces(design, progress).all();
    }
}
