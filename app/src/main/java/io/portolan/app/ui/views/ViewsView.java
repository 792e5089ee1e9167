package io.portolan.app.ui.views;

import io.portolan.app.ui.theme.IconView;
import io.portolan.app.ui.theme.SearchField;
import io.portolan.model.design.View;

import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/// The views as a list, and the fields to save another one.
public final class ViewsView extends VBox {
    private final ViewsViewModel model;
    private final ListView<View> list = new ListView<>();
    private final SearchField filter = new SearchField("viewFilter", "owner:x kind:workload name*");
    private final TextField name = new TextField();
    private final Label refusal = new Label();

    /// `filter` is that of the outline: what is found there can be saved as a view.
    public ViewsView(ViewsViewModel model, StringProperty filter) {
        this.model = model;
        getStyleClass().addAll("dock", "views-dock");
        list.setId("viewsList");
        list.setItems(model.views());
        list.setCellFactory(_ -> new ViewCell());
        VBox.setVgrow(list, Priority.ALWAYS);
        list.getSelectionModel().selectedItemProperty().subscribe(this::picked);
        model.current().subscribe(view -> list.getSelectionModel().select(view));
        this.filter.text().bindBidirectional(filter);
        refusal.getStyleClass().add("refusal");
        refusal.setWrapText(true);
        refusal.managedProperty().bind(refusal.textProperty().isNotEmpty());
        getChildren().addAll(list, this.filter, saving(), refusal);
    }

    private HBox saving() {
        name.setId("viewName");
        name.setPromptText("Name of a new view");
        name.setOnAction(_ -> save());
        HBox.setHgrow(name, Priority.ALWAYS);
        Button save = new Button("Save");
        save.setId("viewSave");
        save.setMinWidth(USE_PREF_SIZE);
        save.setOnAction(_ -> save());
        return new HBox(6, name, save);
    }

    private void save() {
        try {
            model.keep(name.getText(), filter.text().get());
            name.clear();
            refusal.setText("");
        } catch (IllegalArgumentException e) {
            refusal.setText(e.getMessage());
        }
    }

    private void picked(@Nullable View view) {
        if (view != null) {
            model.current().set(view);
        }
    }

    /// Name of a view; saved ones can be deleted.
    private final class ViewCell extends ListCell<View> {
        @Override
        protected void updateItem(@Nullable View view, boolean empty) {
            super.updateItem(view, empty);
            setText(null);
            setGraphic(empty || view == null ? null : row(view));
        }

        private HBox row(View view) {
            Label words = new Label(view.name());
            words.setMinWidth(0);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            HBox row = new HBox(8, IconView.of("eye", 16), words, gap);
            row.setAlignment(Pos.CENTER_LEFT);
            if (model.isKept(view)) {
                Button cross = new Button("", IconView.of("close", 14));
                cross.getStyleClass().addAll("flat", "tool-button", "mini");
                cross.setAccessibleText("Delete the view " + view.name());
                cross.setOnAction(_ -> model.forget(view));
                row.getChildren().add(cross);
            }
            return row;
        }
    }
}
