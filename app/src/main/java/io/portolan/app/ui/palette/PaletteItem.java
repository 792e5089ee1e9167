package io.portolan.app.ui.palette;

import io.portolan.app.ui.theme.IconView;
import io.portolan.app.ui.theme.KindTitle;
import io.portolan.model.design.Element;
import io.portolan.model.design.Kinds;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;

/// One kind: to be dragged into the drawing, clicked and then placed by a click there, or placed in
/// the middle by Enter.
final class PaletteItem extends HBox {
    private static final PseudoClass ARMED = PseudoClass.getPseudoClass("armed");
    private static final double TILE = 26;

    private final Class<? extends Element> kind;
    private final Placement placement;
    private final DragGhost ghost;

    PaletteItem(Class<? extends Element> kind, Placement placement, DragGhost ghost) {
        this.kind = kind;
        this.placement = placement;
        this.ghost = ghost;
        setId("palette-" + Kinds.nameOf(kind));
        getStyleClass().add("palette-item");
        setAlignment(Pos.CENTER_LEFT);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText("Add " + Kinds.titleOf(kind));
        Label name = new Label(KindTitle.of(kind));
        name.setMouseTransparent(true);
        getChildren().addAll(IconView.tile(kind, TILE), name);
        Tooltip.install(this, new Tooltip(Kinds.titleOf(kind) + ": drag it, or click and click"));
        listen();
    }

    private void listen() {
        setOnMouseClicked(this::clicked);
        setOnDragDetected(this::startDrag);
        // On touch screens the list around it would pan.
        setOnMouseDragged(MouseEvent::consume);
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                event.consume();
                placement.place(kind);
            }
        });
    }

    private void clicked(MouseEvent event) {
        if (event.isStillSincePress()) {
            requestFocus();
            placement.arm(kind);
        }
    }

    private void startDrag(MouseEvent event) {
        placement.arm(kind);
        ghost.show(IconView.tile(kind, TILE));
        ghost.moveTo(event.getSceneX(), event.getSceneY());
        startFullDrag();
        event.consume();
    }

    void showArmed(boolean armed) {
        pseudoClassStateChanged(ARMED, armed);
    }

    Class<? extends Element> kind() {
        return kind;
    }
}
