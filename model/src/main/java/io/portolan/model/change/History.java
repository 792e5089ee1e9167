package io.portolan.model.change;

import io.portolan.model.design.Design;

import java.util.ArrayList;
import java.util.List;

/// A design with the way to it and back. Steps keep the design before and after: undo cannot get an
/// inverse wrong, since there is none.
public record History(Design present, List<Step> past, List<Step> future) {
    public History {
        past = List.copyOf(past);
        future = List.copyOf(future);
    }

    /// One change with the designs on both sides of it.
    public record Step(Change change, Design before, Design after) {}

    /// A design without a past.
    public static History of(Design design) {
        return new History(design, List.of(), List.of());
    }

    /// Does a change. What was undone before is forgotten.
    public History apply(Change change) {
        Design after = change.applyTo(present);
        return new History(after, append(past, new Step(change, present, after)), List.of());
    }

    /// The design before the last change; the same history if there was none.
    public History undo() {
        if (past.isEmpty()) {
            return this;
        }
        Step last = past.getLast();
        return new History(last.before(), past.subList(0, past.size() - 1), append(future, last));
    }

    /// The design after the change undone last; the same history if there is none.
    public History redo() {
        if (future.isEmpty()) {
            return this;
        }
        Step next = future.getLast();
        return new History(next.after(), append(past, next), future.subList(0, future.size() - 1));
    }

    private static List<Step> append(List<Step> steps, Step step) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(step);
        return longer;
    }
}
