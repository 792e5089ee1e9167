package io.portolan.app.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

/// The layer over the window that dialogs and the command palette lie on. Escape and a click beside
/// them close them.
public final class Overlay extends StackPane {
    private final Region scrim = new Region();
    private @Nullable Node before;

    public Overlay() {
        getStyleClass().add("overlay");
        setVisible(false);
        scrim.getStyleClass().add("scrim");
        scrim.setOnMousePressed(_ -> hide());
        addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        hide();
                        event.consume();
                    }
                });
    }

    /// Shows a card in the middle, and gives it the keyboard.
    public void show(Node card) {
        show(card, Pos.CENTER);
    }

    public void show(Node card, Pos where) {
        before = getScene().getFocusOwner();
        setAlignment(card, where);
        getChildren().setAll(scrim, card);
        setVisible(true);
        card.requestFocus();
    }

    public void hide() {
        if (isVisible()) {
            setVisible(false);
            getChildren().clear();
            if (before != null) {
                before.requestFocus();
            }
        }
    }

    public boolean isOpen() {
        return isVisible();
    }
}
