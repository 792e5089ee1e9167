package io.portolan.app.ui.canvas;

import io.portolan.app.picture.Area;
import io.portolan.app.picture.DisplayList;
import io.portolan.app.picture.EdgeId;
import io.portolan.app.picture.Item;
import io.portolan.app.picture.Palette;
import io.portolan.app.picture.Point;
import io.portolan.model.change.Change;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.reach.Verdict;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// The drawing in the window. It paints what its view model holds, once a pulse, and hands every
/// gesture on as one change; it never edits the design itself.
public final class DesignCanvas extends Region {
    private final CanvasViewModel model = new CanvasViewModel();
    private final CanvasEvents events = new CanvasEvents();
    private final Overlay overlay = new Overlay();
    private final CanvasLayers layers = new CanvasLayers(model, overlay, this::requestLayout);
    private final RenameField field = new RenameField();
    private final Edits edits = new Edits(model);
    private final Gestures gestures = new Gestures(model, overlay, events, this::requestLayout);
    private Optional<Class<? extends Element>> armed = Optional.empty();
    private CanvasTool tool = CanvasTool.SELECT;

    public DesignCanvas() {
        setId("canvas");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.NODE);
        setAccessibleText("Drawing, empty");
        getChildren().addAll(layers.nodes());
        getChildren().add(field);
        new KeyInput(this, gestures, new MouseInput(this, gestures));
        model.setOnChange(this::changed);
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

    /// Shows a flow or link as selected and tells about it.
    public void selectEdge(EdgeId edge) {
        model.select(edge);
        events.edge.accept(edge);
    }

    /// Moves the view so that an element is in its middle, near enough to be read.
    public void centreOn(ElementId id) {
        displayList()
                .find(id)
                .map(Item::bounds)
                .ifPresent(a -> {
                    Viewport near = viewport().zoom() < 0.6 ? zoomed(1) : viewport();
                    look(near.centredOn(a.centre()));
                });
    }

    private Viewport zoomed(double zoom) {
        return viewport()
                .zoomedTo(zoom, new Point(viewport().width() / 2, viewport().height() / 2));
    }

    /// Shows everything.
    public void fit() {
        look(viewport().fitting(displayList().bounds()));
    }

    public void fitSelection() {
        List<Area> areas =
                selection().stream()
                        .flatMap(id -> displayList().find(id).stream())
                        .map(Item::bounds)
                        .toList();
        areas.stream().reduce(Area::union).ifPresent(a -> look(viewport().fitting(a)));
    }

    /// Zooms round the middle; 1 is 100 %.
    public void zoomTo(double zoom) {
        look(zoomed(zoom));
    }

    /// Looks at another part of the drawing and tells about it.
    public void look(Viewport next) {
        model.look(next);
        events.viewport.accept(viewport());
    }

    public void setTool(CanvasTool next) {
        tool = next;
        if (next != CanvasTool.PLACE) {
            armed = Optional.empty();
        }
        events.tool.accept(next);
    }

    public CanvasTool tool() {
        return tool;
    }

    /// The next click or drop on the canvas, or Enter, places an element of this kind.
    public void armPlacement(Class<? extends Element> kind) {
        armed = Optional.of(kind);
        tool = CanvasTool.PLACE;
        events.tool.accept(tool);
    }

    /// The kind that the next click places.
    public Optional<Class<? extends Element>> armed() {
        return armed;
    }

    /// Places an element of the armed kind at a pixel and asks for its name; nothing happens where
    /// it may not be.
    public void placeAt(Point screen) {
        Optional<Edits.Placed> placed =
                armed.flatMap(kind -> edits.place(kind, viewport().toDrawing(screen)));
        placed.ifPresent(p -> {
            setTool(CanvasTool.SELECT);
            hand(p.change());
            model.select(List.of(p.id()));
            events.selection.accept(selection());
            name(p.id(), true);
        });
    }

    /// Opens the field for the name of an element.
    public void rename(ElementId id) {
        name(id, false);
    }

    private void name(ElementId id, boolean fresh) {
        Optional<Item> item = displayList().find(id);
        Optional<Element> element = model.design().find(id);
        if (item.isPresent() && element.isPresent()) {
            Area at = viewport().toScreen(item.get().bounds());
            field.open(element.get().label(), at, text -> named(id, text, fresh));
        }
    }

    private void named(ElementId id, String text, boolean fresh) {
        Optional<ElementId> freshId =
                fresh ? NewElements.idFor(model.design(), text) : Optional.empty();
        edits.rename(id, text, freshId)
                .ifPresent(change -> {
                    hand(change);
                    select(List.of(freshId.orElse(id)));
                    events.selection.accept(selection());
                });
        requestFocus();
    }

    void hand(Change change) {
        events.change.accept(change);
    }

    /// Moves the view only if the element is not in it.
    void reveal(ElementId id) {
        if (!isVisible(id)) {
            centreOn(id);
        }
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

    /// How much is drawn at this zoom.
    public Detail lod() {
        return model.detail();
    }

    public Optional<Verdict> verdictOf(String flowId) {
        return model.verdictOf(flowId);
    }

    CanvasLayers layers() {
        return layers;
    }

    /// What the last frame took.
    public Tally tally() {
        return layers.tally();
    }

    /// Where an element is, in the canvas's own coordinates.
    public Optional<Bounds> boundsOf(ElementId id) {
        return displayList()
                .find(id)
                .map(i -> viewport().toScreen(i.bounds()))
                .map(a -> new BoundingBox(a.x(), a.y(), a.width(), a.height()));
    }

    /// Whether any part of an element is in sight.
    public boolean isVisible(ElementId id) {
        return displayList()
                .find(id)
                .filter(i -> i.bounds().overlaps(viewport().seen()))
                .isPresent();
    }

    private void changed() {
        setAccessibleText(spoken());
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        requestLayout();
    }

    private String spoken() {
        if (model.selectedEdge().isPresent()) {
            return model.selectedEdge()
                    .flatMap(displayList()::find)
                    .map(Item.Edge::spoken)
                    .orElse("");
        }
        return switch (selection().size()) {
            case 0 -> "Drawing, %d elements".formatted(model.design().elements().size());
            case 1 -> displayList().find(selection().getFirst()).map(Item::spoken).orElse("");
            default -> "%d elements selected".formatted(selection().size());
        };
    }

    @Override
    protected void layoutChildren() {
        Viewport before = viewport();
        if (before.width() != getWidth() || before.height() != getHeight()) {
            look(before.sized(getWidth(), getHeight()));
        }
        layers.paint(this);
    }
}
