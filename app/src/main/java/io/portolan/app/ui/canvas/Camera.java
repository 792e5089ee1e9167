package io.portolan.app.ui.canvas;

import io.portolan.app.picture.Area;
import io.portolan.app.picture.Item;
import io.portolan.app.picture.Point;
import io.portolan.model.design.ElementId;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;

import java.util.List;
import java.util.Optional;

/// Views on the drawing that are asked for by what they shall show.
record Camera(CanvasViewModel model) {
    /// Smaller than this an element that is looked for could not be read.
    private static final double LEAST_READ = 0.6;

    /// An element in the middle, near enough to be read.
    Optional<Viewport> on(ElementId id) {
        Viewport now = model.viewport();
        Viewport near = now.zoom() < LEAST_READ ? zoomed(1) : now;
        return model.displayList().find(id).map(Item::bounds).map(a -> near.centredOn(a.centre()));
    }

    /// Another zoom round the middle.
    Viewport zoomed(double zoom) {
        Viewport now = model.viewport();
        return now.zoomedTo(zoom, new Point(now.width() / 2, now.height() / 2));
    }

    Optional<Viewport> onEverything() {
        return Optional.of(model.viewport().fitting(model.displayList().bounds()));
    }

    Optional<Viewport> onSelection() {
        List<Area> areas =
                model.selection().stream()
                        .flatMap(id -> model.displayList().find(id).stream())
                        .map(Item::bounds)
                        .toList();
        return areas.stream().reduce(Area::union).map(model.viewport()::fitting);
    }

    /// Where an element is, in pixels of the canvas.
    Optional<Bounds> boundsOf(ElementId id) {
        return model.displayList()
                .find(id)
                .map(i -> model.viewport().toScreen(i.bounds()))
                .map(a -> new BoundingBox(a.x(), a.y(), a.width(), a.height()));
    }

    boolean sees(ElementId id) {
        return model.displayList()
                .find(id)
                .filter(i -> i.bounds().overlaps(model.viewport().seen()))
                .isPresent();
    }
}
