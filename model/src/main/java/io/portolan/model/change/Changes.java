package io.portolan.model.change;

import io.portolan.model.design.Box;
import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Finds what leads from one design to another, as when an undo has to be noted.
public final class Changes {
    private final Design from;
    private final Design to;
    private final String label;
    private final List<Change> found = new ArrayList<>();

    private Changes(String label, Design from, Design to) {
        this.label = label;
        this.from = from;
        this.to = to;
    }

    /// One change that makes `to` out of `from`. Boxes of the layout are moved, never taken away.
    public static Change between(String label, Design from, Design to) {
        Changes changes = new Changes(label, from, to);
        changes.elements();
        changes.lines();
        changes.rest();
        return new Change.All(label, changes.found);
    }

    private void elements() {
        List<ElementId> gone = new ArrayList<>();
        each(
                from.elements(),
                to.elements(),
                gone::add,
                (_, e) -> found.add(new Change.Put(label, e)));
        if (!gone.isEmpty()) {
            found.addFirst(new Change.Remove(label, gone));
        }
    }

    private void lines() {
        each(
                from.links(),
                to.links(),
                id -> found.add(new Change.RemoveLink(label, id)),
                (_, link) -> found.add(new Change.PutLink(label, link)));
        each(
                from.flows(),
                to.flows(),
                id -> found.add(new Change.RemoveFlow(label, id)),
                (_, flow) -> found.add(new Change.PutFlow(label, flow)));
    }

    private void rest() {
        if (!from.observed().equals(to.observed())) {
            found.add(new Change.Observe(label, to.observed()));
        }
        if (!from.governance().equals(to.governance())) {
            found.add(new Change.Govern(label, to.governance()));
        }
        if (!from.name().equals(to.name())) {
            found.add(new Change.RenameDesign(label, to.name()));
        }
        if (!from.layout().views().equals(to.layout().views())) {
            found.add(new Change.KeepViews(label, to.layout().views()));
        }
        moves(from.layout(), to.layout());
    }

    private void moves(Layout before, Layout after) {
        SequencedMap<ElementId, Box> moved = new LinkedHashMap<>();
        each(before.boxes(), after.boxes(), _ -> {}, moved::put);
        if (!moved.isEmpty()) {
            found.add(new Change.Move(label, moved));
        }
    }

    private static <K, V> void each(
            Map<K, V> before, Map<K, V> after, Consumer<K> gone, BiConsumer<K, V> changed) {
        before.keySet().stream().filter(key -> !after.containsKey(key)).forEach(gone);
        after.forEach((key, value) -> {
            if (!value.equals(before.get(key))) {
                changed.accept(key, value);
            }
        });
    }
}
