package io.portolan.app.ui.canvas;

import io.portolan.app.picture.Area;
import io.portolan.app.picture.DisplayList;
import io.portolan.app.picture.EdgeId;
import io.portolan.app.picture.Item;
import io.portolan.app.picture.Lens;
import io.portolan.app.picture.Palette;
import io.portolan.app.picture.Point;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.reach.Verdict;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/// What the canvas shows, without any control: design, verdicts, problems, selection, viewport. The
/// drawing is made when it is next asked for, once for any number of changes; while much of it is
/// new, the one before is shown.
public final class CanvasViewModel {
    private static final double REACH = 6;

    private static final Scene2d BLANK = new Scene2d(DisplayList.EMPTY, Palette.LIGHT);

    private final Studio studio;
    private Design design = Design.EMPTY;
    private Map<String, Verdict> verdicts = Map.of();
    private Map<ElementId, Integer> problems = Map.of();
    private Optional<Lens> lens = Optional.empty();
    private Optional<String> traced = Optional.empty();
    private Palette palette = Palette.LIGHT;
    private SequencedSet<ElementId> selection = new LinkedHashSet<>();
    private Optional<EdgeId> selectedEdge = Optional.empty();
    private Viewport viewport = Viewport.START;
    private Detail detail = Detail.FULL;
    private Scene2d scene = BLANK;
    private double drawn = 1;
    private boolean stale;
    private boolean asking;
    private Runnable onChange = () -> {};
    private Runnable onDrawn = () -> {};

    CanvasViewModel(Studio studio) {
        this.studio = studio;
    }

    /// Who is told that something looks different now.
    void setOnChange(Runnable listener) {
        onChange = listener;
    }

    /// Who is told that another drawing has come out of the background.
    void setOnDrawn(Runnable listener) {
        onDrawn = listener;
    }

    public Design design() {
        return design;
    }

    /// Shows another design; what is no longer in it is no longer selected.
    public void show(Design next) {
        if (!next.equals(design)) {
            design = next;
            selection.removeIf(id -> next.find(id).isEmpty());
            redraw();
        }
    }

    /// Shows the verdicts on flows, by flow id.
    public void judge(Map<String, Verdict> next) {
        if (!next.equals(verdicts)) {
            verdicts = Map.copyOf(next);
            redraw();
        }
    }

    public Optional<Verdict> verdictOf(String flowId) {
        return Optional.ofNullable(verdicts.get(flowId));
    }

    /// Shows the number of problems of elements.
    public void mark(Map<ElementId, Integer> next) {
        if (!next.equals(problems)) {
            problems = Map.copyOf(next);
            redraw();
        }
    }

    /// Shows what stands out; everything else is faded.
    public void lookThrough(Optional<Lens> next) {
        if (!next.equals(lens)) {
            lens = next;
            redraw();
        }
    }

    /// The flow whose path is marked, by its id.
    public Optional<String> traced() {
        return traced;
    }

    public void trace(Optional<String> flow) {
        traced = flow;
        onChange.run();
    }

    int problemsOf(ElementId id) {
        return problems.getOrDefault(id, 0);
    }

    public Palette palette() {
        return palette;
    }

    public void paintIn(Palette next) {
        if (next != palette) {
            palette = next;
            redraw();
        }
    }

    public SequencedSet<ElementId> selection() {
        return Collections.unmodifiableSequencedSet(selection);
    }

    /// Selects these elements and no line.
    public void select(Iterable<ElementId> ids) {
        selection = new LinkedHashSet<>();
        ids.forEach(selection::add);
        selectedEdge = Optional.empty();
        onChange.run();
    }

    public Optional<EdgeId> selectedEdge() {
        return selectedEdge;
    }

    /// Selects a line and no element.
    public void select(EdgeId edge) {
        selection = new LinkedHashSet<>();
        selectedEdge = Optional.of(edge);
        onChange.run();
    }

    public Viewport viewport() {
        return viewport;
    }

    /// Looks at another part of the drawing.
    public void look(Viewport next) {
        viewport = next;
        detail = Detail.at(next.zoom(), detail);
        onChange.run();
    }

    public Detail detail() {
        return detail;
    }

    public DisplayList displayList() {
        return scene().list();
    }

    Scene2d scene() {
        if (stale) {
            stale = false;
            if (Collections.disjoint(design.elements().keySet(), scene.list().byId().keySet())) {
                scene = BLANK;
            }
            asking = true;
            studio.draw(new Order(design, verdicts, problems, palette, lens), this::take);
            asking = false;
        }
        return scene;
    }

    /// Boxes alone are better than nothing, but not than the drawing before.
    private void take(Sheet sheet) {
        drawn = sheet.done();
        boolean better = sheet.isWhole() || scene.list().edges().isEmpty();
        Optional<Scene2d> next = sheet.scene().filter(_ -> better);
        next.ifPresent(s -> scene = s);
        if (!asking) {
            onChange.run();
            next.ifPresent(_ -> onDrawn.run());
        }
    }

    /// The theme of what is shown: that of the drawing before until the next one is made.
    Palette shownIn() {
        return displayList().byId().isEmpty() ? palette : scene.palette();
    }

    /// How much of the drawing is made, from 0 to 1.
    public double drawn() {
        return drawn;
    }

    /// Whether the drawing of the design as it is has still to come.
    public boolean isDrawing() {
        scene();
        return drawn < 1;
    }

    /// The element at a point of the drawing.
    Optional<ElementId> elementAt(Point p) {
        return scene().elementAt(p)
                .flatMap(CanvasViewModel::idOf)
                .filter(id -> design.find(id).isPresent());
    }

    /// The line at a point, within a few pixels.
    Optional<EdgeId> edgeAt(Point p) {
        return scene().edgeAt(p, REACH / viewport.zoom()).filter(this::exists);
    }

    private boolean exists(EdgeId edge) {
        return switch (edge) {
            case EdgeId.OfFlow(var id) -> design.flows().containsKey(id);
            case EdgeId.OfLink(var id) -> design.links().containsKey(id);
        };
    }

    /// Whether an element is a box that others sit in.
    boolean isContainer(ElementId id) {
        return displayList().find(id).filter(i -> i instanceof Item.Container).isPresent();
    }

    /// The containers at a point, innermost first.
    List<ElementId> containersAt(Point p) {
        return scene().containersIn(Area.around(p, 0, 0)).reversed().stream()
                .map(Item.Container::id)
                .toList();
    }

    /// The containers around an element.
    List<ElementId> around(ElementId id) {
        return design.ancestors(id).stream().map(Element::id).toList();
    }

    /// All nodes that lie within an area.
    List<ElementId> nodesWithin(Area area) {
        return scene().nodesIn(area).stream()
                .filter(n -> area.contains(n.area()))
                .map(Item.Node::id)
                .toList();
    }

    static Optional<ElementId> idOf(Item item) {
        return switch (item) {
            case Item.Node n -> Optional.of(n.id());
            case Item.Container c -> Optional.of(c.id());
            case Item.Edge _ -> Optional.empty();
        };
    }

    private void redraw() {
        stale = true;
        onChange.run();
    }
}
