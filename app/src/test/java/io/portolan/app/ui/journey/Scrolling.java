package io.portolan.app.ui.journey;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/// Brings a control into sight as the wheel would.
final class Scrolling {
    private Scrolling() {}

    static void into(Node node) {
        Node parent = node.getParent();
        while (parent != null && !(parent instanceof ScrollPane)) {
            parent = parent.getParent();
        }
        if (parent instanceof ScrollPane pane) {
            show(node, pane);
        }
    }

    private static void show(Node node, ScrollPane pane) {
        pane.applyCss();
        pane.layout();
        Node content = pane.getContent();
        Bounds inside = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double room = content.getLayoutBounds().getHeight() - pane.getViewportBounds().getHeight();
        if (room > 0) {
            double top = inside.getCenterY() - pane.getViewportBounds().getHeight() / 2;
            pane.setVvalue(Math.clamp(top / room, 0, 1));
        }
    }
}
