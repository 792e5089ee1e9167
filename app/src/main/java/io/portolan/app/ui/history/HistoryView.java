package io.portolan.app.ui.history;

import io.portolan.app.ui.theme.IconView;

import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

/// The list of steps; a double click or Enter goes to one.
public final class HistoryView extends StackPane {
    private final ListView<HistoryViewModel.Step> list = new ListView<>();
    private final HistoryViewModel model;

    public HistoryView(HistoryViewModel model) {
        this.model = model;
        list.setId("history");
        list.setItems(model.steps());
        list.setCellFactory(_ -> new StepCell());
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                go();
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                go();
            }
        });
        getChildren().add(list);
    }

    private void go() {
        HistoryViewModel.Step step = list.getSelectionModel().getSelectedItem();
        if (step != null) {
            model.goTo(step);
        }
    }

    /// A step, with a mark at the present one; what was undone is faint.
    private static final class StepCell extends ListCell<HistoryViewModel.Step> {
        @Override
        protected void updateItem(HistoryViewModel.@Nullable Step step, boolean empty) {
            super.updateItem(step, empty);
            getStyleClass().remove("undone");
            if (empty || step == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            setText(step.distance() == 0 ? step.title() + "   (now)" : step.title());
            setGraphic(IconView.of(icon(step), 16));
            if (step.distance() > 0) {
                getStyleClass().add("undone");
            }
        }

        private static String icon(HistoryViewModel.Step step) {
            return step.distance() > 0 ? "redo" : step.distance() == 0 ? "chevron-right" : "check";
        }
    }
}
