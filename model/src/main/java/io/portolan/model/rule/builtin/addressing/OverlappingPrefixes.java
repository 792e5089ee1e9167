package io.portolan.model.rule.builtin.addressing;

import io.portolan.model.rule.DesignRule;
import io.portolan.model.rule.Finding;
import io.portolan.model.rule.RuleContext;
import io.portolan.model.rule.RuleInfo;
import io.portolan.model.rule.Severity;
import io.portolan.model.rule.builtin.addressing.Prefix.Use;
import io.portolan.model.rule.builtin.addressing.Prefixes.Pair;

import java.util.stream.Stream;

/// IPM-001: two prefixes of one routing domain share addresses.
final class OverlappingPrefixes implements DesignRule {
    @Override
    public RuleInfo info() {
        return new RuleInfo(
                "IPM-001", "Overlapping prefixes in one routing domain", Severity.ERROR);
    }

    @Override
    public Stream<Finding> check(RuleContext context) {
        Prefixes prefixes = new Prefixes(context.design());
        return Prefixes.meeting(prefixes.routed()).stream()
                .filter(pair -> !isMeant(prefixes, pair))
                .map(pair -> finding(context, pair));
    }

    /// Ranges of one cluster are IPM-002's, pods of two clusters IPM-003's; nodes live in the
    /// segments of their network, and clusters may share one.
    private static boolean isMeant(Prefixes prefixes, Pair pair) {
        Prefix a = pair.first();
        Prefix b = pair.second();
        return a.owner().equals(b.owner())
                || prefixes.nested(a.owner(), b.owner())
                || (a.use() == Use.PODS && b.use() == Use.PODS)
                || isNodesIn(a, b)
                || isNodesIn(b, a);
    }

    private static boolean isNodesIn(Prefix nodes, Prefix around) {
        return nodes.use() == Use.NODES
                && around.use() != Use.PODS
                && (around.use() == Use.NODES || around.range().contains(nodes.range()));
    }

    private Finding finding(RuleContext context, Pair pair) {
        String message =
                "In one routing domain %s and %s share the addresses %s, so routers cannot tell"
                                .formatted(pair.first(), pair.second(), pair.shared())
                        + " their hosts apart. Give one of them another block.";
        Finding finding =
                Finding.of(info(), message, pair.first().owner(), pair.second().owner())
                        .withWitness(pair.shared().toString());
        return Renumbering.offered(finding, context.design(), pair.second());
    }
}
