package io.portolan.app.picture;

import io.portolan.app.layout.Measures;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where every element is drawn: at its box if it has one, else in rows below its neighbours.
/// Containers are as large as their box and hold all of their children.
final class Placement {
    private final Nesting nesting;
    private final Layout layout;
    private final Map<ElementId, Area> areas = new LinkedHashMap<>();

    private Placement(Design design, Nesting nesting) {
        this.nesting = nesting;
        this.layout = design.layout();
    }

    /// The area of every element, containers before what they hold.
    static Map<ElementId, Area> of(Design design, Nesting nesting) {
        Placement placement = new Placement(design, nesting);
        List<Placed> roots = nesting.roots().stream().map(placement::place).toList();
        Bounds fixed = new Bounds();
        roots.stream().filter(Placed::anchored).forEach(p -> fixed.add(p.area()));
        Area taken = fixed.area();
        Rows rows = new Rows(0, fixed.isEmpty() ? 0 : taken.bottom() + Measures.GAP);
        rows.add(roots.stream().filter(p -> !p.anchored()).toList(), taken.width());
        roots.forEach(p -> p.settle(placement.areas));
        return placement.areas;
    }

    private Placed place(Element element) {
        return Containment.isContainer(element.getClass()) ? container(element) : node(element);
    }

    private Placed node(Element element) {
        Area natural = new Area(0, 0, Measures.NODE_WIDTH, Measures.NODE_HEIGHT);
        Optional<Area> own = layout.find(element.id()).map(Area::of);
        return new Placed(element.id(), own.orElse(natural), own.isPresent(), List.of());
    }

    private Placed container(Element element) {
        List<Placed> inside = nesting.children(element.id()).stream().map(this::place).toList();
        Optional<Area> own = layout.find(element.id()).map(Area::of);
        boolean anchored = own.isPresent() || inside.stream().anyMatch(Placed::anchored);
        Bounds held = new Bounds();
        inside.stream().filter(Placed::anchored).forEach(p -> held.add(padded(p.area())));
        own.ifPresent(held::add);
        if (!anchored) {
            held.add(new Area(0, 0, Measures.EMPTY_WIDTH, Measures.EMPTY_HEIGHT));
        }
        addLoose(inside, held);
        return new Placed(element.id(), held.area(), anchored, inside);
    }

    /// Rows of the children without a box, under those with one.
    private static void addLoose(List<Placed> inside, Bounds held) {
        Area base = held.area();
        double top =
                inside.stream()
                        .filter(Placed::anchored)
                        .mapToDouble(p -> p.area().bottom() + Measures.GAP)
                        .max()
                        .orElse(base.y() + Measures.HEADER + Measures.GRID);
        Rows rows = new Rows(base.x() + Measures.PADDING, top);
        List<Placed> loose = inside.stream().filter(p -> !p.anchored()).toList();
        rows.add(loose, base.width() - 2 * Measures.PADDING);
        loose.forEach(p -> held.add(padded(p.area())));
    }

    private static Area padded(Area child) {
        double top = Measures.HEADER + (double) Measures.GRID;
        return new Area(
                child.x() - Measures.PADDING,
                child.y() - top,
                child.width() + 2 * Measures.PADDING,
                child.height() + top + Measures.PADDING);
    }

    /// An element with the elements inside it; those of a loose one move with it.
    private static final class Placed {
        private final ElementId id;
        private final boolean anchored;
        private final List<Placed> inside;
        private Area area;

        Placed(ElementId id, Area area, boolean anchored, List<Placed> inside) {
            this.id = id;
            this.area = area;
            this.anchored = anchored;
            this.inside = new ArrayList<>(inside);
        }

        Area area() {
            return area;
        }

        boolean anchored() {
            return anchored;
        }

        void moveTo(double x, double y) {
            double dx = x - area.x();
            double dy = y - area.y();
            shift(dx, dy);
        }

        private void shift(double dx, double dy) {
            area = area.movedBy(dx, dy);
            inside.forEach(p -> p.shift(dx, dy));
        }

        void settle(Map<ElementId, Area> into) {
            into.put(id, area);
            inside.forEach(p -> p.settle(into));
        }
    }

    /// Boxes side by side, in rows about as wide as all of them are high.
    private record Rows(double left, double top) {
        private static final double WIDER_THAN_HIGH = 1.6;

        void add(List<Placed> boxes, double room) {
            double total =
                    boxes.stream()
                            .mapToDouble(p ->
                                    (p.area().width() + Measures.GAP)
                                            * (p.area().height() + Measures.GAP))
                            .sum();
            double wide = Math.max(room, Math.sqrt(total * WIDER_THAN_HIGH));
            double x = left;
            double y = top;
            double deep = 0;
            for (Placed box : boxes) {
                if (x > left && x + box.area().width() > left + wide) {
                    x = left;
                    y += deep + Measures.GAP;
                    deep = 0;
                }
                box.moveTo(x, y);
                x += box.area().width() + Measures.GAP;
                deep = Math.max(deep, box.area().height());
            }
        }
    }
}
