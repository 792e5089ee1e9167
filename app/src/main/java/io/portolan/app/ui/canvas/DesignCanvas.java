package io.portolan.app.ui.canvas;

import io.portolan.app.picture.Area;
import io.portolan.app.picture.DisplayList;
import io.portolan.app.picture.EdgeId;
import io.portolan.app.picture.Item;
import io.portolan.app.picture.Palette;
import io.portolan.model.change.Change;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.reach.Verdict;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.layout.Region;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// The drawing in the window. It paints what its view model holds and hands every gesture on as one
/// change; it never edits the design itself.
public final class DesignCanvas extends Region {
    private final CanvasViewModel model = new CanvasViewModel();
    private final CanvasEvents events = new CanvasEvents();
    private Optional<Class<? extends Element>> armed = Optional.empty();
    private CanvasTool tool = CanvasTool.SELECT;

    public DesignCanvas() {
        setId("canvas");
        setFocusTraversable(true);
    }

    public CanvasViewModel viewModel() {
        return model;
    }

    public void setDesign(Design design) {
        model.show(design);
    }

    /// The verdicts on the flows, by flow id.
    public void setVerdicts(Map<String, Verdict> verdicts) {
        model.judge(verdicts);
    }

    /// The number of problems of elements.
    public void setProblems(Map<ElementId, Integer> problems) {
        model.mark(problems);
    }

    public void setPalette(Palette palette) {
        model.paintIn(palette);
    }

    /// Who gets the change that a gesture made; one for each gesture.
    public void setOnChange(Consumer<Change> handler) {
        events.change = handler;
    }

    /// Who hears that other elements are selected.
    public void setOnSelection(Consumer<SequencedSet<ElementId>> handler) {
        events.selection = handler;
    }

    /// Who hears that a flow or link was clicked.
    public void setOnEdgeSelected(Consumer<EdgeId> handler) {
        events.edge = handler;
    }

    /// Who gets the two ends of a line drawn with the connect tool.
    public void setOnConnect(BiConsumer<ElementId, ElementId> handler) {
        events.connect = handler;
    }

    /// Who hears that another tool is in use.
    public void setOnTool(Consumer<CanvasTool> handler) {
        events.tool = handler;
    }

    /// Who hears that the visible part changed (zoom label, minimap).
    public void setOnViewport(Consumer<Viewport> handler) {
        events.viewport = handler;
    }

    public void select(Collection<ElementId> ids) {
        model.select(ids);
    }

    public void centreOn(ElementId id) {
        displayList()
                .find(id)
                .map(Item::bounds)
                .map(Area::centre)
                .ifPresent(p -> model.look(model.viewport().centredOn(p)));
    }

    public void fit() {
        model.look(model.viewport().fitting(displayList().bounds()));
    }

    public void setTool(CanvasTool next) {
        tool = next;
    }

    public CanvasTool tool() {
        return tool;
    }

    /// The next click or drop on the canvas places an element of this kind.
    public void armPlacement(Class<? extends Element> kind) {
        armed = Optional.of(kind);
        setTool(CanvasTool.PLACE);
    }

    /// The kind that the next click places.
    public Optional<Class<? extends Element>> armed() {
        return armed;
    }

    public DisplayList displayList() {
        return model.displayList();
    }

    public SequencedSet<ElementId> selection() {
        return model.selection();
    }

    public Viewport viewport() {
        return model.viewport();
    }

    /// Where an element is, in the canvas's own coordinates.
    public Optional<Bounds> boundsOf(ElementId id) {
        return displayList()
                .find(id)
                .map(i -> viewport().toScreen(i.bounds()))
                .map(a -> new BoundingBox(a.x(), a.y(), a.width(), a.height()));
    }
}
