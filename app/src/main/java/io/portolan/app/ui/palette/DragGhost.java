package io.portolan.app.ui.palette;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;

/// What hangs at the pointer while something is dragged. It lies over the whole window and takes no
/// mouse events, so that the drawing below gets them.
public final class DragGhost extends Pane {
    private static final double OFFSET = 10;

    private final EventHandler<MouseEvent> watch = this::watch;

    private final ReadOnlyBooleanWrapper dragging = new ReadOnlyBooleanWrapper();

    public DragGhost() {
        setMouseTransparent(true);
        setManaged(false);
        setPickOnBounds(false);
    }

    /// True while something is dragged.
    ReadOnlyBooleanProperty dragging() {
        return dragging.getReadOnlyProperty();
    }

    /// Shows a picture until the mouse is released, wherever that is.
    void show(Node picture) {
        getChildren().setAll(picture);
        picture.setOpacity(0.85);
        dragging.set(true);
        getScene().addEventFilter(MouseEvent.ANY, watch);
    }

    private void watch(MouseEvent event) {
        if (event.getEventType() == MouseEvent.MOUSE_RELEASED
                || event.getEventType() == MouseEvent.MOUSE_MOVED) {
            hide();
        } else {
            moveTo(event.getSceneX(), event.getSceneY());
        }
    }

    void moveTo(double sceneX, double sceneY) {
        getChildren().forEach(n -> n.relocate(sceneX + OFFSET, sceneY + OFFSET));
        getChildren().forEach(Node::autosize);
    }

    private void hide() {
        dragging.set(false);
        getScene().removeEventFilter(MouseEvent.ANY, watch);
        getChildren().clear();
    }
}
