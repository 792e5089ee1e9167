package io.portolan.app.ui.flows;

import io.portolan.app.service.Words;
import io.portolan.app.ui.theme.EmptyState;
import io.portolan.app.ui.theme.IconView;
import io.portolan.app.ui.theme.VerdictLook;
import io.portolan.model.design.Intent;
import io.portolan.model.reach.Verdict;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.Function;

/// The flows as a table, each with its verdict by shape and by word.
public final class FlowsView extends StackPane {
    private final FlowsViewModel model;
    private final TableView<FlowRow> table = new TableView<>();
    private boolean following;

    public FlowsView(FlowsViewModel model) {
        this.model = model;
        table.setId("flowsTable");
        table.setItems(model.rows());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(
                new EmptyState(
                        "flow",
                        "No flows yet",
                        "Select an element and press L to say what it shall be able to reach."));
        table.getColumns().add(column("Flow", 96, row -> row.flow().id()));
        table.getColumns().add(column("From", 130, FlowRow::from));
        table.getColumns().add(column("To", 130, FlowRow::to));
        table.getColumns().add(column("Traffic", 110, FlowRow::traffic));
        table.getColumns().add(column("Wanted", 80, FlowRow::intent));
        table.getColumns().add(verdicts());
        table.getColumns().add(column("Why", 320, FlowsView::why));
        table.getSelectionModel().selectedItemProperty().subscribe(this::picked);
        model.model().selection().subscribe(this::follow);
        model.rows().subscribe(this::follow);
        getChildren().add(table);
    }

    private static String why(FlowRow row) {
        return row.verdict().map(v -> Words.verdict(row.flow().intent(), v)).orElse("");
    }

    private static TableColumn<FlowRow, String> column(
            String title, double width, Function<FlowRow, String> text) {
        TableColumn<FlowRow, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(f -> new ReadOnlyObjectWrapper<>(text.apply(f.getValue())));
        return column;
    }

    private static TableColumn<FlowRow, FlowRow> verdicts() {
        TableColumn<FlowRow, FlowRow> column = new TableColumn<>("Verdict");
        column.setPrefWidth(130);
        column.setCellValueFactory(f -> new ReadOnlyObjectWrapper<>(f.getValue()));
        column.setCellFactory(_ -> new VerdictCell());
        column.setComparator((a, b) -> word(a).compareTo(word(b)));
        return column;
    }

    private static String word(FlowRow row) {
        return row.verdict()
                .map(v -> VerdictLook.wordFor(row.flow().intent(), v))
                .orElse("checking");
    }

    private void picked(@Nullable FlowRow row) {
        if (row != null && !following) {
            model.choose(row);
        }
    }

    private void follow() {
        following = true;
        Optional<String> id = model.model().selection().get().flow();
        table.getSelectionModel().clearSelection();
        model.rows().stream()
                .filter(row -> id.filter(row.flow().id()::equals).isPresent())
                .findFirst()
                .ifPresent(row -> {
                    table.getSelectionModel().select(row);
                    table.scrollTo(Math.max(0, table.getItems().indexOf(row) - 2));
                });
        following = false;
    }

    /// Icon and word of a verdict.
    private static final class VerdictCell extends TableCell<FlowRow, FlowRow> {
        @Override
        protected void updateItem(@Nullable FlowRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            setGraphic(
                    empty || row == null
                            ? null
                            : row.verdict().map(v -> box(row.flow().intent(), v)).orElse(null));
        }

        private static HBox box(Intent wanted, Verdict verdict) {
            VerdictLook look = VerdictLook.of(wanted, verdict);
            Label word = new Label(VerdictLook.wordFor(wanted, verdict));
            HBox box = new HBox(6, IconView.of(look.icon(), 16), word);
            box.getStyleClass().addAll("verdict", look.styleClass());
            box.setAlignment(Pos.CENTER_LEFT);
            return box;
        }
    }
}
