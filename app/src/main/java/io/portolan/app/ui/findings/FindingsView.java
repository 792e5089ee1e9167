package io.portolan.app.ui.findings;

import io.portolan.app.ui.theme.EmptyState;
import io.portolan.model.rule.Finding;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// The list of problems with the details of the chosen one beside it.
public final class FindingsView extends StackPane {
    private final FindingsViewModel model;
    private final ListView<FindingRow> list = new ListView<>();

    public FindingsView(FindingsViewModel model, FindingActions actions) {
        this.model = model;
        getStyleClass().add("findings");
        list.setId("problems");
        list.setItems(model.rows());
        list.setCellFactory(_ -> new FindingCell(model.model()::labelOf));
        list.getSelectionModel().selectedItemProperty().subscribe(this::picked);
        model.chosen().subscribe(this::follow);
        SplitPane split = new SplitPane(list, new FindingDetails(model, actions));
        split.setDividerPositions(0.6);
        EmptyState empty =
                new EmptyState(
                        "check",
                        "No problems",
                        "The design is checked after every edit. What is wrong with it will be"
                                + " listed here.");
        EmptyState waiting =
                new EmptyState(
                        "check",
                        "Not checked yet",
                        "What is wrong with the design will be listed here in a moment.");
        BooleanBinding unknown =
                Bindings.createBooleanBinding(
                        () -> model.model().analysis().get().isEmpty(), model.model().analysis());
        waiting.visibleProperty().bind(unknown);
        empty.visibleProperty().bind(model.rows().emptyProperty().and(unknown.not()));
        split.visibleProperty().bind(model.rows().emptyProperty().not());
        getChildren().addAll(split, empty, waiting);
    }

    private void picked(@Nullable FindingRow row) {
        if (row instanceof FindingRow.Item(var finding)
                && !model.chosen().get().equals(Optional.of(finding))) {
            model.choose(finding);
        }
    }

    private void follow(Optional<Finding> chosen) {
        chosen.map(FindingRow.Item::new)
                .ifPresentOrElse(
                        row -> {
                            list.getSelectionModel().select(row);
                            list.scrollTo(Math.max(0, list.getItems().indexOf(row) - 1));
                        },
                        () -> list.getSelectionModel().clearSelection());
    }
}
