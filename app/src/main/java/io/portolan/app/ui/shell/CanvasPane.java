package io.portolan.app.ui.shell;

import io.portolan.app.picture.EdgeId;
import io.portolan.app.picture.Lens;
import io.portolan.app.picture.Palette;
import io.portolan.app.ui.canvas.CanvasTool;
import io.portolan.app.ui.canvas.DesignCanvas;
import io.portolan.app.ui.editor.EditorModel;
import io.portolan.app.ui.editor.Problems;
import io.portolan.app.ui.editor.Selection;
import io.portolan.app.ui.flows.FlowBarView;
import io.portolan.app.ui.flows.FlowBarViewModel;
import io.portolan.app.ui.palette.PaletteViewModel;
import io.portolan.app.ui.theme.EmptyState;
import io.portolan.app.ui.theme.Theme;
import io.portolan.app.ui.trace.TraceViewModel;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The drawing with what belongs to it: where one is and what lines mean above it, flow bar,
/// minimap and the advice on an empty sheet over it. Keeps drawing and model the same.
final class CanvasPane extends BorderPane {
    private final DesignCanvas canvas = new DesignCanvas();
    private final EditorModel model;
    private final Minimap minimap;
    private Consumer<CanvasTool> onTool = _ -> {};
    private boolean telling;

    CanvasPane(EditorModel model, PaletteViewModel palette, FlowBarViewModel flowBar) {
        this.model = model;
        getStyleClass().add("canvas-pane");
        setMinSize(200, 120);
        Minimap minimap = new Minimap(canvas);
        FlowBarView bar = new FlowBarView(flowBar);
        StackPane sheet = new StackPane(canvas, emptySheet());
        sheet.getChildren().add(placed(minimap, Pos.BOTTOM_RIGHT));
        sheet.getChildren().add(placed(bar, Pos.TOP_CENTER));
        setCenter(sheet);
        setTop(head());
        listen(palette, flowBar);
        model.history().subscribe(history -> canvas.setDesign(history.present()));
        model.history().subscribe(minimap::draw);
        model.verdicts().subscribe(canvas::setVerdicts);
        model.analysis().subscribe(now -> canvas.setProblems(Problems.perElement(now)));
        model.selection().subscribe(this::follow);
        model.onReveal(canvas::centreOn);
        this.minimap = minimap;
        canvas.setOnViewport(_ -> minimap.draw());
    }

    private Node head() {
        Breadcrumb crumbs = new Breadcrumb(model);
        HBox.setHgrow(crumbs, Priority.ALWAYS);
        HBox head = new HBox(16, crumbs, new Legend());
        head.getStyleClass().add("canvas-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private static Node placed(Node node, Pos where) {
        StackPane.setAlignment(node, where);
        StackPane.setMargin(node, new Insets(14));
        return node;
    }

    private Node emptySheet() {
        EmptyState advice =
                new EmptyState(
                        "select",
                        "An empty sheet",
                        "Drag a site, a cluster or a VLAN from the left and drop it here. Press L"
                                + " on an element to draw a flow.");
        advice.setMouseTransparent(true);
        model.history().subscribe(h -> advice.setVisible(h.present().elements().isEmpty()));
        return advice;
    }

    private void listen(PaletteViewModel palette, FlowBarViewModel flowBar) {
        canvas.setOnChange(model::apply);
        canvas.setOnSelection(ids -> tell(Selection.of(List.copyOf(ids))));
        canvas.setOnEdgeSelected(edge -> tell(selectionOf(edge)));
        canvas.setOnConnect(flowBar::begin);
        onTool =
                tool -> {
                    if (tool != CanvasTool.PLACE) {
                        palette.armed().set(Optional.empty());
                    }
                };
        canvas.setOnTool(onTool);
    }

    private static Selection selectionOf(EdgeId edge) {
        return switch (edge) {
            case EdgeId.OfFlow(var id) -> new Selection.OfFlow(id);
            case EdgeId.OfLink(var id) -> new Selection.OfLink(id);
        };
    }

    private void tell(Selection selection) {
        if (selection.equals(model.selection().get())) {
            return;
        }
        telling = true;
        model.selection().set(selection);
        telling = false;
    }

    private void follow(Selection selection) {
        if (telling) {
            return;
        }
        switch (selection) {
            case Selection.Nothing _ -> canvas.select(List.of());
            case Selection.Elements(var ids) -> canvas.select(ids);
            case Selection.OfFlow(var id) -> canvas.selectEdge(new EdgeId.OfFlow(id));
            case Selection.OfLink(var id) -> canvas.selectEdge(new EdgeId.OfLink(id));
        }
    }

    /// Shows tool and zoom in the tool bar.
    void watch(Toolbar toolbar) {
        canvas.setOnTool(onTool.andThen(toolbar::use));
        canvas.setOnViewport(viewport -> {
            minimap.draw();
            toolbar.showZoom(viewport.zoom());
        });
    }

    /// Shows what stands out.
    void focusOn(ObservableValue<Optional<Lens>> lens) {
        lens.subscribe(canvas::setLens);
    }

    /// Marks the path of the traced flow.
    void follow(ObservableValue<Optional<TraceViewModel.Trace>> trace) {
        trace.subscribe(now -> canvas.setTraced(now.map(t -> t.flow().id())));
    }

    void paintIn(ObservableValue<Theme> theme) {
        theme.subscribe(now -> {
            canvas.setPalette(
                    switch (now) {
                        case LIGHT -> Palette.LIGHT;
                        case DARK -> Palette.DARK;
                    });
            minimap.draw();
        });
    }

    DesignCanvas canvas() {
        return canvas;
    }
}
