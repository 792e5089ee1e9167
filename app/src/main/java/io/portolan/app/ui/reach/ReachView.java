package io.portolan.app.ui.reach;

import io.portolan.app.ui.theme.EmptyState;
import io.portolan.app.ui.theme.IconView;
import io.portolan.app.ui.theme.SearchField;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
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
        SortedList<ReachRow> sorted = new SortedList<>(model.rows());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        placeholder();
        model.title().subscribe(this::placeholder);
        TableColumn<ReachRow, String> inside = column("Inside", 190, ReachRow::inside);
        inside.visibleProperty().bind(model.several());
        table.getColumns().add(inside);
        table.getColumns().add(column("Way", 110, row -> row.way().words()));
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
        keys(filter);
        HBox head = new HBox(12, title, gap, filter);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("preview-bar");
        return head;
    }

    /// Nothing selected and nobody found are different things.
    private void placeholder() {
        String about = model.title().get();
        table.setPlaceholder(
                about.isEmpty()
                        ? new EmptyState(
                                "target",
                                "Nobody to show",
                                "Select a workload, a host or a container of them to see who"
                                        + " reaches it and what it reaches.")
                        : new EmptyState("target", "Nobody", about + "."));
    }

    /// A row that is chosen shows the other end; a double click or Enter goes there.
    private TableRow<ReachRow> row() {
        TableRow<ReachRow> row = new TableRow<>();
        row.setOnMouseClicked(event -> {
            if (!row.isEmpty() && event.getClickCount() > 1) {
                model.choose(row.getItem());
            }
        });
        return row;
    }

    private void keys(SearchField filter) {
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(row -> Optional.ofNullable(row).ifPresent(model::show));
        table.setOnKeyPressed(event -> {
            ReachRow row = table.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && row != null) {
                event.consume();
                model.choose(row);
            }
        });
        // Before the field itself takes the arrow key for the end of its text.
        filter.addEventFilter(KeyEvent.KEY_PRESSED, this::leave);
    }

    private void leave(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            model.filter().set("");
        } else if (event.getCode() == KeyCode.DOWN && !model.rows().isEmpty()) {
            event.consume();
            table.requestFocus();
            table.getSelectionModel().selectFirst();
        }
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
