package io.portolan.app.ui.canvas;

import io.portolan.app.picture.Area;

import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import java.util.function.Consumer;

/// The field for a name, over the element that gets it. Enter and leaving it keep the text, Escape
/// does not.
final class RenameField extends TextField {
    private static final double HEIGHT = 28;
    private static final double LEAST = 120;

    private Consumer<String> onDone = _ -> {};
    private boolean closing;

    RenameField() {
        setId("canvasRename");
        setManaged(false);
        setVisible(false);
        focusedProperty().subscribe(now -> finish(!now));
        setOnAction(_ -> finish(true));
        setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                close();
            }
            e.consume();
        });
    }

    void open(String text, Area screen, Consumer<String> done) {
        onDone = done;
        setText(text);
        double wide = Math.max(LEAST, screen.width() - 44);
        resizeRelocate(screen.x() + 40, screen.y() + 4, wide, HEIGHT);
        setVisible(true);
        requestFocus();
        selectAll();
    }

    private void finish(boolean keep) {
        if (keep && isVisible() && !closing) {
            close();
            onDone.accept(getText());
        }
    }

    /// Gives the focus away first: hiding who has it lets it wander to a dock, which scrolls there.
    private void close() {
        closing = true;
        if (isFocused()) {
            getParent().requestFocus();
        }
        setVisible(false);
        closing = false;
    }
}
