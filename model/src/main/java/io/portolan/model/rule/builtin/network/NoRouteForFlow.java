package io.portolan.model.rule.builtin.network;

import io.portolan.model.design.ElementId;
import io.portolan.model.design.Firewall;
import io.portolan.model.design.Flow;
import io.portolan.model.design.Router;
import io.portolan.model.reach.Hop;
import io.portolan.model.reach.Outcome;
import io.portolan.model.reach.Verdict;
import io.portolan.model.rule.DesignRule;
import io.portolan.model.rule.Finding;
import io.portolan.model.rule.Hops;
import io.portolan.model.rule.RuleContext;
import io.portolan.model.rule.RuleInfo;
import io.portolan.model.rule.Severity;

import java.util.Optional;
import java.util.stream.Stream;

/// NET-006: packets of a drawn flow reach a device that does not know where to send them.
final class NoRouteForFlow implements DesignRule {
    @Override
    public RuleInfo info() {
        return new RuleInfo("NET-006", "No route for a drawn flow", Severity.ERROR);
    }

    @Override
    public Stream<Finding> check(RuleContext context) {
        return context.index().intended().flatMap(flow -> check(context, flow).stream());
    }

    private Optional<Finding> check(RuleContext context, Flow flow) {
        return context.index().verdict(flow) instanceof Verdict.NoRoute stranded
                ? lost(context, stranded).map(hop -> finding(flow, stranded, hop))
                : Optional.empty();
    }

    /// The router or firewall that has no way on; other ends (no such host, no backend) are not
    /// about routing.
    private static Optional<Hop> lost(RuleContext context, Verdict.NoRoute verdict) {
        return verdict.path().stream()
                .filter(hop -> hop.outcome() == Outcome.NO_ROUTE)
                .filter(hop -> routes(context, hop.owner()))
                .findFirst();
    }

    private static boolean routes(RuleContext context, String owner) {
        return context.design().elements().values().stream()
                .filter(e -> e instanceof Router || e instanceof Firewall)
                .anyMatch(e -> e.id().value().equals(owner));
    }

    private Finding finding(Flow flow, Verdict.NoRoute verdict, Hop hop) {
        String message =
                "The flow %s (%s to %s) ends at %s, which has no way on for %s: %s. Add a route."
                        .formatted(
                                flow.id(),
                                flow.from(),
                                flow.to(),
                                hop.owner(),
                                hop.seen(),
                                Hops.withoutStop(verdict.reason()));
        return Finding.of(info(), message, ElementId.parse(hop.owner()), flow.from(), flow.to())
                .withFlow(flow.id())
                .withEvidence(Hops.obstacles(verdict));
    }
}
