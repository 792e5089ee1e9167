package io.portolan.app.ui.canvas;

import io.portolan.app.picture.DisplayList;
import io.portolan.app.picture.Palette;
import io.portolan.app.picture.Picture;
import io.portolan.app.picture.PictureInput;
import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;
import io.portolan.model.reach.Verdict;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;

/// What the canvas shows, without any control: design, verdicts, problems, selection, viewport.
public final class CanvasViewModel {
    private Design design = Design.EMPTY;
    private Map<String, Verdict> verdicts = Map.of();
    private Map<ElementId, Integer> problems = Map.of();
    private Palette palette = Palette.LIGHT;
    private SequencedSet<ElementId> selection = new LinkedHashSet<>();
    private Viewport viewport = Viewport.START;
    private Picture picture = Picture.of(PictureInput.of(design), palette);

    public Design design() {
        return design;
    }

    public void show(Design next) {
        design = next;
        draw();
    }

    public void judge(Map<String, Verdict> next) {
        verdicts = Map.copyOf(next);
        draw();
    }

    public void mark(Map<ElementId, Integer> next) {
        problems = Map.copyOf(next);
        draw();
    }

    public void paintIn(Palette next) {
        palette = next;
        draw();
    }

    public SequencedSet<ElementId> selection() {
        return selection;
    }

    public void select(Iterable<ElementId> ids) {
        selection = new LinkedHashSet<>();
        ids.forEach(selection::add);
    }

    public Viewport viewport() {
        return viewport;
    }

    public void look(Viewport next) {
        viewport = next;
    }

    public DisplayList displayList() {
        return picture.list();
    }

    private void draw() {
        picture = Picture.of(PictureInput.of(design, verdicts, problems), palette);
    }
}
