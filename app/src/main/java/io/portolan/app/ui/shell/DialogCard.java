package io.portolan.app.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A dialog on the overlay: title, content, buttons with the important one last.
class DialogCard extends VBox {
    private final Label refusal = new Label();
    private final VBox content = new VBox(10);
    private final HBox buttons = new HBox(8);

    DialogCard(String id, String title) {
        setId(id);
        getStyleClass().add("dialog-card");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        Label head = new Label(title);
        head.getStyleClass().add("dialog-title");
        refusal.getStyleClass().add("refusal");
        refusal.setWrapText(true);
        say("");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(head, content, refusal, buttons);
    }

    final void add(Node... nodes) {
        content.getChildren().addAll(nodes);
    }

    final Button button(String id, String title, Runnable action) {
        Button button = new Button(title);
        button.setId(id);
        button.setOnAction(_ -> action.run());
        buttons.getChildren().add(button);
        return button;
    }

    /// The button that Enter presses.
    final Button mainButton(String id, String title, Runnable action) {
        Button button = button(id, title, action);
        button.getStyleClass().add("accent");
        button.setDefaultButton(true);
        return button;
    }

    /// Says why something cannot be done; nothing clears it.
    final void say(String why) {
        refusal.setText(why);
        refusal.setVisible(!why.isEmpty());
        refusal.setManaged(!why.isEmpty());
    }

    static Label text(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMaxWidth(420);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add("muted");
        return label;
    }
}
