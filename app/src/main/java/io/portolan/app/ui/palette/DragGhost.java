package io.portolan.app.ui.palette;

import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// What hangs at the pointer while something is dragged. It lies over the whole window and takes no
/// mouse events, so that the drawing below gets them.
public final class DragGhost extends Pane {
    private static final double OFFSET = 10;

    public DragGhost() {
        setMouseTransparent(true);
        setManaged(false);
        setPickOnBounds(false);
    }

    void show(Node picture) {
        getChildren().setAll(picture);
        picture.setOpacity(0.85);
    }

    void moveTo(double sceneX, double sceneY) {
        getChildren().forEach(n -> n.relocate(sceneX + OFFSET, sceneY + OFFSET));
        getChildren().forEach(Node::autosize);
    }

    void hide() {
        getChildren().clear();
    }
}
