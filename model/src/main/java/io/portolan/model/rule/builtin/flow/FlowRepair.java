package io.portolan.model.rule.builtin.flow;

import io.portolan.model.change.Change;
import io.portolan.model.design.Cluster;
import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.FilterAction;
import io.portolan.model.design.FilterRule;
import io.portolan.model.design.Firewall;
import io.portolan.model.design.Flow;
import io.portolan.model.design.RuleSource;
import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Layer;
import io.portolan.model.reach.Hop;
import io.portolan.model.reach.Outcome;
import io.portolan.model.reach.Verdict;
import io.portolan.model.rule.RuleContext;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The smallest additions that let a flow pass where it is denied, or deny it where it passes.
final class FlowRepair {
    private FlowRepair() {}

    /// One addition per stage that denies, if the first of them can be added to.
    static Optional<Change> allow(RuleContext context, Flow flow, Verdict verdict) {
        List<Hop> denying =
                verdict.path().stream().filter(hop -> hop.outcome() == Outcome.DENY).toList();
        List<Change> changes = new ArrayList<>();
        Design edited = context.design();
        for (Hop hop : denying) {
            Optional<Change> change = allow(edited, context, flow, hop);
            if (change.isPresent()) {
                changes.add(change.get());
                edited = change.get().applyTo(edited);
            } else if (changes.isEmpty()) {
                return Optional.empty();
            }
        }
        return together(flow, changes);
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

    private static Optional<Change> allow(Design design, RuleContext context, Flow flow, Hop hop) {
        Optional<ElementId> owner = Flows.element(design, hop.owner());
        return owner.flatMap(id -> design.find(id, Firewall.class))
                .filter(firewall -> firewall.policy() == RuleSource.EXISTING)
                .flatMap(firewall -> rule(context, flow, hop, FilterAction.PERMIT, firewall))
                .or(() ->
                        owner.flatMap(id -> design.find(id, Cluster.class))
                                .filter(c -> c.policy() == RuleSource.EXISTING)
                                .filter(_ -> isPodPolicy(context, hop))
                                .flatMap(c -> PodRepair.allow(design, context, flow, hop, c)));
    }

    private static boolean isPodPolicy(RuleContext context, Hop hop) {
        return context.plan().points().stream()
                .filter(point -> point.id().equals(hop.point()))
                .map(EnforcementPoint::layer)
                .anyMatch(Layer.POD_POLICY::equals);
    }

    /// A rule against the flow at the last firewall that lets it pass.
    static Optional<Change> deny(RuleContext context, Flow flow, Verdict verdict) {
        return verdict.path().reversed().stream()
                .filter(hop -> hop.outcome() == Outcome.ALLOW)
                .flatMap(hop ->
                        Flows.element(context.design(), hop.owner())
                                .flatMap(id -> context.design().find(id, Firewall.class))
                                .flatMap(f -> rule(context, flow, hop, FilterAction.DENY, f))
                                .stream())
                .findFirst();
    }

    private static Optional<Change> rule(
            RuleContext context, Flow flow, Hop hop, FilterAction action, Firewall firewall) {
        return Packet.of(hop)
                .map(packet -> rule(context, flow, packet, action))
                .flatMap(rule -> RulePlace.with(firewall, hop, rule))
                .map(changed -> new Change.Put(label(action, flow, firewall), changed));
    }

    /// The rule holds for the ends, protocol and ports of the flow alone.
    private static String label(FilterAction action, Flow flow, Firewall firewall) {
        String verb = action == FilterAction.PERMIT ? "permit" : "deny";
        return "%s %s on %s, most specific".formatted(verb, flow.id(), firewall.id());
    }

    private static String word(FilterAction action) {
        return action == FilterAction.PERMIT ? "allow" : "deny";
    }

    private static FilterRule rule(
            RuleContext context, Flow flow, Packet packet, FilterAction action) {
        return new FilterRule(
                word(action) + "-" + flow.id(),
                action,
                block(context, flow.from(), packet.source()),
                block(context, flow.to(), packet.destination()),
                Optional.of(packet.protocol()),
                packet.ports(),
                Optional.of(flow.id()),
                flow.justification(),
                flow.expires());
    }

    /// What stands for the end at that place: all of its addresses if this is one of them, those of
    /// the nodes if it wears a node's, else the address alone.
    private static List<Cidr> block(RuleContext context, ElementId end, Address seen) {
        List<Cidr> nodes =
                context.index().clusterOf(end).map(Cluster::nodeRanges).orElse(List.of());
        return Stream.concat(
                        context.index().answering(end).stream()
                                .flatMap(id -> context.index().member(id).stream())
                                .map(member -> member.addresses()),
                        Stream.of(nodes))
                .filter(blocks -> blocks.stream().anyMatch(block -> block.contains(seen)))
                .findFirst()
                .orElse(List.of(seen.asBlock()));
    }
}
