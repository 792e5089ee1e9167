package io.portolan.app.picture;

import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Enforcer;
import io.portolan.model.design.Flow;
import io.portolan.model.reach.Hop;
import io.portolan.model.reach.Verdict;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/// What the drawing says about a flow: the verdict, who decided (if one element did) and the
/// elements that the flow passes between its ends.
public record FlowMark(Kind kind, Optional<ElementId> decider, List<ElementId> stations) {
    public FlowMark {
        stations = List.copyOf(stations);
    }

    /// How a flow came out.
    public enum Kind {
        ALLOWED,
        DENIED,
        PARTLY,
        NO_ROUTE,
        UNDEFINED,
        /// Nobody has asked yet.
        UNCHECKED
    }

    /// A flow that nobody has looked at.
    public static FlowMark unchecked(Flow flow) {
        return new FlowMark(Kind.UNCHECKED, Optional.empty(), flow.via());
    }

    /// The mark of a verdict.
    public static FlowMark of(Design design, Flow flow, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Allowed v -> mark(Kind.ALLOWED, Optional.empty(), design, flow, v);
            case Verdict.Denied v -> mark(Kind.DENIED, decider(design, v.by()), design, flow, v);
            case Verdict.Partly v -> mark(Kind.PARTLY, decider(design, v.by()), design, flow, v);
            case Verdict.NoRoute v -> mark(Kind.NO_ROUTE, last(design, v), design, flow, v);
            case Verdict.Undefined v -> mark(Kind.UNDEFINED, last(design, v), design, flow, v);
        };
    }

    private static FlowMark mark(
            Kind kind, Optional<ElementId> decider, Design design, Flow flow, Verdict verdict) {
        return new FlowMark(kind, decider, stations(design, flow, verdict));
    }

    private static List<ElementId> stations(Design design, Flow flow, Verdict verdict) {
        SequencedSet<ElementId> passed = new LinkedHashSet<>();
        for (Hop hop : verdict.path()) {
            owner(design, hop).filter(id -> isBetween(design, flow, id)).ifPresent(passed::add);
        }
        flow.via().stream().filter(id -> isBetween(design, flow, id)).forEach(passed::add);
        return List.copyOf(passed);
    }

    private static boolean isBetween(Design design, Flow flow, ElementId id) {
        return !id.equals(flow.from())
                && !id.equals(flow.to())
                && design.find(id, Enforcer.class).isPresent();
    }

    /// The end whose policies decided, where they sit beside one: the cluster that they belong to
    /// is far too big a place. Else whoever decided.
    private static Optional<ElementId> decider(Design design, Hop hop) {
        return hop.subject().flatMap(end -> element(design, end)).or(() -> owner(design, hop));
    }

    private static Optional<ElementId> owner(Design design, Hop hop) {
        return element(design, hop.owner());
    }

    private static Optional<ElementId> element(Design design, String name) {
        return name.matches("[a-z0-9]([a-z0-9._/-]*[a-z0-9])?")
                ? Optional.of(new ElementId(name)).filter(id -> design.find(id).isPresent())
                : Optional.empty();
    }

    private static Optional<ElementId> last(Design design, Verdict verdict) {
        return verdict.path().isEmpty()
                ? Optional.empty()
                : owner(design, verdict.path().getLast());
    }
}
