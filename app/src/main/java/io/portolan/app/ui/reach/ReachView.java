package io.portolan.app.ui.reach;

import io.portolan.app.ui.theme.EmptyState;
import io.portolan.app.ui.theme.IconView;
import io.portolan.app.ui.theme.SearchField;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/// The table of who reaches the selected element and what it reaches; what is allowed and what is
/// not defined stand in columns of their own, with their signs.
public final class ReachView extends VBox {
    private final ReachViewModel model;
    private final TableView<ReachRow> table = new TableView<>();

    public ReachView(ReachViewModel model) {
        this.model = model;
        setId("reach");
        table.setId("reachTable");
        table.setItems(model.rows());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(
                new EmptyState(
                        "target",
                        "Nobody to show",
                        "Select a workload, a host or a container of them to see who reaches it"
                                + " and what it reaches."));
        table.getColumns().add(column("", 110, row -> row.way().words()));
        table.getColumns().add(column("Who", 190, ReachRow::label));
        table.getColumns().add(column("Kind", 110, ReachRow::kind));
        table.getColumns().add(traffic("Allowed", "allowed", "verdict-allow", ReachRow::allowed));
        table.getColumns()
                .add(traffic("Not defined", "undefined", "verdict-undef", ReachRow::open));
        table.setRowFactory(_ -> row());
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(head(), table);
    }

    private HBox head() {
        Label title = new Label();
        title.setId("reachTitle");
        title.getStyleClass().add("muted");
        title.textProperty().bind(model.title());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        SearchField filter = new SearchField("reachFilter", "Filter by name, kind or port");
        filter.setPrefWidth(260);
        filter.text().bindBidirectional(model.filter());
        HBox head = new HBox(12, title, gap, filter);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("preview-bar");
        return head;
    }

    private TableRow<ReachRow> row() {
        TableRow<ReachRow> row = new TableRow<>();
        row.setOnMouseClicked(_ -> {
            if (!row.isEmpty()) {
                model.choose(row.getItem());
            }
        });
        return row;
    }

    private static TableColumn<ReachRow, String> column(
            String title, double width, Function<ReachRow, String> text) {
        TableColumn<ReachRow, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(f -> new ReadOnlyObjectWrapper<>(text.apply(f.getValue())));
        return column;
    }

    private static TableColumn<ReachRow, String> traffic(
            String title, String icon, String style, Function<ReachRow, String> text) {
        TableColumn<ReachRow, String> column = column(title, 250, text);
        column.setCellFactory(_ -> new TrafficCell(icon, style));
        return column;
    }

    /// Traffic with the sign of its verdict.
    private static final class TrafficCell extends TableCell<ReachRow, String> {
        private final String icon;
        private final String style;

        TrafficCell(String icon, String style) {
            this.icon = icon;
            this.style = style;
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(null);
            setGraphic(empty || text == null || text.isEmpty() ? null : box(text));
        }

        private HBox box(String text) {
            HBox box = new HBox(6, IconView.of(icon, 16), new Label(text));
            box.getStyleClass().addAll("verdict", style);
            box.setAlignment(Pos.CENTER_LEFT);
            return box;
        }
    }
}
