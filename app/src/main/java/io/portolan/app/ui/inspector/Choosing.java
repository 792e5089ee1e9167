package io.portolan.app.ui.inspector;

import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.util.function.Consumer;

/// When something of a list is chosen: passing by an item with the arrow keys chooses nothing yet.
final class Choosing {
    private Choosing() {}

    /// Tells what was chosen: once when the open list closes, at once while it is closed. Escape
    /// goes back to what it was.
    static void whenDone(ComboBox<Object> box, Consumer<Object> chosen) {
        Object before = box.getValue();
        box.setOnAction(_ -> {
            if (!box.isShowing()) {
                tell(box, before, chosen);
            }
        });
        box.setOnHidden(_ -> tell(box, before, chosen));
        box.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE && box.isShowing()) {
                        box.setValue(before);
                    }
                });
    }

    private static void tell(ComboBox<Object> box, Object before, Consumer<Object> chosen) {
        if (!box.getValue().equals(before)) {
            chosen.accept(box.getValue());
        }
    }

    /// The arrow keys open the list first: where choosing adds something, a slip would add too.
    static void onlyInTheList(ComboBox<Object> box) {
        box.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    boolean arrow =
                            event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP;
                    if (arrow && !box.isShowing()) {
                        box.show();
                        event.consume();
                    }
                });
    }
}
