package io.portolan.model.rule.builtin.remedy;

import io.portolan.model.change.Change;
import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.design.Cluster;
import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.FilterAction;
import io.portolan.model.design.Firewall;
import io.portolan.model.design.Flow;
import io.portolan.model.design.RuleSource;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Layer;
import io.portolan.model.reach.Hop;
import io.portolan.model.reach.Outcome;
import io.portolan.model.reach.Verdict;
import io.portolan.model.rule.DesignIndex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The one source of what to do about a flow that is not as wanted: explanations list it, and the
/// quick fixes of findings and of the window apply it.
public record Remedies(CompiledDesign compiled, DesignIndex index) {
    /// What a flow needs, by the verdict of its explanation; nothing where it is as wanted.
    public Advice of(Flow flow, Verdict explained) {
        return switch (flow.intent()) {
            case ALLOW -> allowing(flow, explained);
            case NEVER -> isStopped(explained) ? Advice.NONE : stopping(flow, explained);
        };
    }

    private static boolean isStopped(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Denied _, Verdict.NoRoute _ -> true;
            case Verdict.Allowed _, Verdict.Partly _, Verdict.Undefined _ -> false;
        };
    }

    /// What a question needs to be allowed, of which no flow is drawn: in words alone.
    public List<Remedy> of(Verdict explained) {
        return denying(explained).stream().flatMap(hop -> words(hop).stream()).toList();
    }

    private static List<Hop> denying(Verdict verdict) {
        return verdict.path().stream().filter(hop -> hop.outcome() == Outcome.DENY).toList();
    }

    private Optional<Remedy> words(Hop hop) {
        return hop.header()
                .flatMap(_ -> point(hop))
                .map(point -> new Remedy(hop, Wording.of(point, hop), Optional.empty()));
    }

    private Optional<EnforcementPoint> point(Hop hop) {
        return compiled.plan().points().stream()
                .filter(point -> point.id().equals(hop.pointId()))
                .findFirst();
    }

    /// Every stage that denies needs one. They are made one after the other, each on what the ones
    /// before have made of the design; those behind one that cannot be made would be of no use yet.
    private Advice allowing(Flow flow, Verdict verdict) {
        List<Remedy> remedies = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        Design edited = compiled.design();
        boolean stuck = false;
        for (Hop hop : denying(verdict)) {
            Optional<Remedy> made =
                    stuck || hop.isReply() ? Optional.empty() : allowing(edited, flow, hop);
            made.or(() -> words(hop)).ifPresent(remedies::add);
            Optional<Change> change = made.flatMap(Remedy::change);
            stuck |= changes.isEmpty() && change.isEmpty();
            if (change.isPresent()) {
                changes.add(change.get());
                edited = change.get().applyTo(edited);
            }
        }
        return new Advice(remedies, together(flow, changes));
    }

    private static Optional<Change> together(Flow flow, List<Change> changes) {
        return switch (changes.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(changes.getFirst());
            default ->
                    Optional.of(
                            new Change.All("allow %s on its way".formatted(flow.id()), changes));
        };
    }

    private Optional<Remedy> allowing(Design design, Flow flow, Hop hop) {
        Optional<ElementId> owner = index.element(hop.owner());
        return owner.flatMap(id -> design.find(id, Firewall.class))
                .filter(firewall -> firewall.policy() == RuleSource.EXISTING)
                .flatMap(f -> new FirewallRemedy(index, flow).at(hop, f, FilterAction.PERMIT))
                .or(() ->
                        owner.flatMap(id -> design.find(id, Cluster.class))
                                .filter(c -> c.policy() == RuleSource.EXISTING)
                                .flatMap(c -> allowing(design, flow, hop, c)));
    }

    private Optional<Remedy> allowing(Design design, Flow flow, Hop hop, Cluster cluster) {
        return point(hop)
                .filter(point -> point.layer() == Layer.POD_POLICY)
                .flatMap(point ->
                        PolicyRemedy.of(index, flow, cluster, hop)
                                .flatMap(remedy -> remedy.change(design, point)))
                .flatMap(change -> words(hop).map(remedy -> remedy.with(change)));
    }

    /// A rule against the flow at the last firewall that lets it pass.
    private Advice stopping(Flow flow, Verdict verdict) {
        return verdict.path().reversed().stream()
                .filter(hop -> hop.outcome() == Outcome.ALLOW && !hop.isReply())
                .flatMap(hop -> stopping(flow, hop).stream())
                .findFirst()
                .map(remedy -> new Advice(List.of(remedy), remedy.change()))
                .orElse(Advice.NONE);
    }

    private Optional<Remedy> stopping(Flow flow, Hop hop) {
        return index.element(hop.owner())
                .flatMap(id -> compiled.design().find(id, Firewall.class))
                .flatMap(f -> new FirewallRemedy(index, flow).at(hop, f, FilterAction.DENY));
    }
}
