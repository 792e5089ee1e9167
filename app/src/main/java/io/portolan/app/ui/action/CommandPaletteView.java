package io.portolan.app.ui.action;

import io.portolan.app.ui.theme.IconView;
import io.portolan.app.ui.theme.SearchField;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/// Every command by typing some of its name.
public final class CommandPaletteView extends VBox {
    private final ActionRegistry registry;
    private final Runnable close;
    private final ListView<Command> list = new ListView<>();
    private final SearchField search = new SearchField("commandSearch", "Type what you want to do");

    public CommandPaletteView(ActionRegistry registry, Runnable close) {
        this.registry = registry;
        this.close = close;
        setId("commandPalette");
        getStyleClass().add("command-palette");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        list.setId("commandList");
        list.setPrefSize(560, 380);
        list.setFocusTraversable(false);
        list.setPlaceholder(new Label("No command has these words."));
        list.setCellFactory(_ -> new CommandCell());
        list.setOnMouseClicked(_ -> run());
        getChildren().addAll(search, list);
        search.text().subscribe(this::find);
        search.field().addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    @Override
    public void requestFocus() {
        search.field().requestFocus();
    }

    private void find(String text) {
        list.getItems().setAll(registry.search(text));
        list.getSelectionModel().selectFirst();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN) {
            list.getSelectionModel().selectNext();
            list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 5));
            event.consume();
        } else if (event.getCode() == KeyCode.UP) {
            list.getSelectionModel().selectPrevious();
            list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 5));
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            run();
            event.consume();
        }
    }

    private void run() {
        Command command = list.getSelectionModel().getSelectedItem();
        if (command != null && command.enabled().get()) {
            close.run();
            command.run();
        }
    }

    /// A command with its menu and its key.
    private static final class CommandCell extends ListCell<Command> {
        @Override
        protected void updateItem(@Nullable Command command, boolean empty) {
            super.updateItem(command, empty);
            setText(null);
            setGraphic(empty || command == null ? null : row(command));
        }

        private static Node row(Command command) {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            HBox row =
                    new HBox(
                            10,
                            IconView.of(command.icon().orElse("chevron-right"), 16),
                            new Label(command.title()),
                            muted(command.section().title()),
                            gap,
                            muted(key(command)));
            row.setAlignment(Pos.CENTER_LEFT);
            row.setOpacity(command.enabled().get() ? 1 : 0.5);
            return row;
        }

        private static String key(Command command) {
            return command.key()
                    .map(k -> KeyCombination.keyCombination(k).getDisplayText())
                    .orElse("");
        }

        private static Label muted(String text) {
            Label label = new Label(text);
            label.getStyleClass().add("muted");
            return label;
        }
    }
}
