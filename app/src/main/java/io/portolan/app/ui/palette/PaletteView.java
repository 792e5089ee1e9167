package io.portolan.app.ui.palette;

import io.portolan.app.ui.theme.EmptyState;
import io.portolan.app.ui.theme.SearchField;
import io.portolan.model.design.Element;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The left dock's upper part: every kind, to be dragged into the drawing.
public final class PaletteView extends VBox {
    private final PaletteViewModel model;
    private final Placement placement;
    private final DragGhost ghost;
    private final VBox groups = new VBox();
    private List<PaletteViewModel.Group> shown = List.of();

    public PaletteView(PaletteViewModel model, Placement placement, DragGhost ghost) {
        this.model = model;
        this.placement = placement;
        this.ghost = ghost;
        setId("palette");
        getStyleClass().addAll("dock", "palette");
        ScrollPane scroll = new ScrollPane(groups);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        // While something is dragged, scroll bars on the way would take the drag for theirs.
        scroll.mouseTransparentProperty().bind(ghost.dragging());
        VBox.setVgrow(scroll, Priority.ALWAYS);
        groups.getStyleClass().add("palette-groups");
        getChildren().addAll(searchField(), scroll);
        model.search().subscribe(this::build);
        model.armed().subscribe(this::showArmed);
        build();
    }

    private SearchField searchField() {
        SearchField field = new SearchField("paletteSearch", "Find an element to add");
        field.text().bindBidirectional(model.search());
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                first().ifPresent(placement::place);
            }
        });
        return field;
    }

    private Optional<Class<? extends Element>> first() {
        return model.found().stream().flatMap(g -> g.kinds().stream()).findFirst();
    }

    /// Most letters narrow a search no further: then everything stays where it is.
    private void build() {
        List<PaletteViewModel.Group> found = model.found();
        if (!groups.getChildren().isEmpty() && found.equals(shown)) {
            return;
        }
        shown = found;
        groups.getChildren().clear();
        if (found.isEmpty()) {
            groups.getChildren()
                    .add(
                            new EmptyState(
                                    "search",
                                    "No such element",
                                    "Try another word, or clear the search to see all kinds."));
        }
        found.forEach(group -> groups.getChildren().addAll(heading(group), grid(group)));
    }

    private static Label heading(PaletteViewModel.Group group) {
        Label heading = new Label(group.title().toUpperCase(Locale.ROOT));
        heading.getStyleClass().add("section-head");
        return heading;
    }

    private GridPane grid(PaletteViewModel.Group group) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("palette-grid");
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        grid.getColumnConstraints().setAll(half, half);
        for (int i = 0; i < group.kinds().size(); i++) {
            grid.add(new PaletteItem(group.kinds().get(i), placement, ghost), i % 2, i / 2);
        }
        return grid;
    }

    private void showArmed(Optional<Class<? extends Element>> armed) {
        lookupAll(".palette-item").stream()
                .filter(PaletteItem.class::isInstance)
                .map(PaletteItem.class::cast)
                .forEach(item -> item.showArmed(armed.filter(item.kind()::equals).isPresent()));
    }
}
