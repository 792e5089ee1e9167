package io.portolan.app.ui.export;

import io.portolan.app.service.TargetPreview;
import io.portolan.app.ui.theme.EmptyState;

import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// The targets, the file of the chosen one, and what it cannot say.
public final class TargetsView extends StackPane {
    private final ListView<TargetPreview> list = new ListView<>();
    private final TargetsViewModel model;

    public TargetsView(TargetsViewModel model, java.util.concurrent.Executor window) {
        this.model = model;
        list.setId("targets");
        list.setItems(model.targets());
        list.setCellFactory(_ -> new TargetCell());
        list.setMinWidth(220);
        list.getSelectionModel().selectedItemProperty().subscribe(this::picked);
        model.target().subscribe(this::follow);
        GapsView gaps = new GapsView(model);
        PreviewView preview = new PreviewView(model, window);
        SplitPane split = new SplitPane(list, preview, gaps);
        SplitPane.setResizableWithParent(list, false);
        SplitPane.setResizableWithParent(gaps, false);
        split.setDividerPositions(0.22, 0.74);
        EmptyState empty =
                new EmptyState(
                        "target",
                        "Nothing to export yet",
                        "Add elements and flows; what each target would be given appears here.");
        empty.visibleProperty().bind(model.targets().emptyProperty());
        split.visibleProperty().bind(empty.visibleProperty().not());
        getChildren().addAll(split, empty);
    }

    private void picked(@Nullable TargetPreview preview) {
        if (preview != null && !model.target().get().equals(Optional.of(preview))) {
            model.target().set(Optional.of(preview));
        }
    }

    private void follow(Optional<TargetPreview> target) {
        target.ifPresentOrElse(
                t -> {
                    list.getSelectionModel().select(t);
                    list.scrollTo(Math.max(0, list.getItems().indexOf(t) - 1));
                },
                () -> list.getSelectionModel().clearSelection());
    }
}
