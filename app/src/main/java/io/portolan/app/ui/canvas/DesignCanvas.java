package io.portolan.app.ui.canvas;

import io.portolan.app.picture.DisplayList;
import io.portolan.app.picture.EdgeId;
import io.portolan.app.picture.Lens;
import io.portolan.app.picture.Palette;
import io.portolan.app.picture.Point;
import io.portolan.model.change.Change;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.reach.Verdict;

import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// The drawing in the window. It paints what its view model holds, once a pulse, and hands every
/// gesture on as one change; it never edits the design itself.
public final class DesignCanvas extends Region {
    private final CanvasViewModel model;
    private final CanvasEvents events = new CanvasEvents();
    private final Overlay overlay = new Overlay();
    private final DrawingNote note = new DrawingNote();
    private final CanvasLayers layers;
    private final Camera camera;
    private final Aim aim;
    private final Naming naming;
    private final Linking linking;
    private Optional<Class<? extends Element>> armed = Optional.empty();
    private CanvasTool tool = CanvasTool.SELECT;

    public DesignCanvas() {
        this(Studio.ofWindow());
    }

    DesignCanvas(Studio studio) {
        model = new CanvasViewModel(studio);
        layers = new CanvasLayers(model, overlay, this::requestLayout);
        camera = new Camera(model);
        aim = new Aim(model, this::look);
        setId("canvas");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.NODE);
        setAccessibleText("Drawing, empty");
        getChildren().addAll(layers.nodes());
        TargetPicker picker = new TargetPicker();
        RenameField field = new RenameField();
        getChildren().addAll(note, field, picker);
        naming = new Naming(this, field);
        linking = new Linking(this, picker, (from, to) -> events.connect.accept(from, to));
        Gestures gestures = new Gestures(model, overlay, events, this::requestLayout);
        new KeyInput(this, gestures, new MouseInput(this, gestures));
        model.setOnChange(this::changed);
        model.setOnDrawn(this::drawn);
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

    /// What stands out; everything else is faded. Absent: everything stands out.
    public void setLens(Optional<Lens> lens) {
        model.lookThrough(lens);
    }

    /// The flow whose path is marked with who decided and what was not reached.
    public void setTraced(Optional<String> flowId) {
        model.trace(flowId);
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
        aim.at(() -> camera.on(id));
    }

    /// Shows everything.
    public void fit() {
        aim.at(camera::onEverything);
    }

    public void fitSelection() {
        camera.onSelection().ifPresent(this::look);
    }

    /// Zooms round the middle; 1 is 100 %.
    public void zoomTo(double zoom) {
        look(camera.zoomed(zoom));
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
        armed.ifPresent(kind -> naming.place(kind, screen));
    }

    /// Opens the field for the name of an element.
    public void rename(ElementId id) {
        naming.rename(id);
    }

    /// Lists what a flow from the selected element may lead to.
    void connectByKey() {
        linking.begin();
    }

    /// Selects and tells about it.
    void choose(Collection<ElementId> ids) {
        model.select(ids);
        events.selection.accept(selection());
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
        return camera.boundsOf(id);
    }

    /// Whether any part of an element is in sight.
    public boolean isVisible(ElementId id) {
        return camera.sees(id);
    }

    private void drawn() {
        aim.again();
        events.viewport.accept(viewport());
    }

    private void changed() {
        setAccessibleText(Speech.of(model));
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        Viewport sized = viewport().sized(getWidth(), getHeight());
        if (!sized.equals(viewport())) {
            look(sized);
        }
        layers.paint(this);
        note.arrange(model);
    }
}
