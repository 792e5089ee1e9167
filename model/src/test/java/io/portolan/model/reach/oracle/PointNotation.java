package io.portolan.model.reach.oracle;

import static io.portolan.model.reach.oracle.TermNotation.lower;

import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Replies;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.View;

/// A point with its blocks, policies and rules, a line for each.
final class PointNotation {
    private final StringBuilder out = new StringBuilder();

    private PointNotation() {}

    static String of(EnforcementPoint point) {
        PointNotation notation = new PointNotation();
        notation.point(point);
        return notation.out.toString();
    }

    private void line(int depth, String words) {
        out.append("  ".repeat(depth)).append(words).append('\n');
    }

    private void point(EnforcementPoint point) {
        line(
                0,
                "point %s of %s: %s%s"
                        .formatted(
                                point.id(),
                                point.owner(),
                                position(point.position()),
                                point.replies() == Replies.FILTERED ? ", replies filtered" : ""));
        point.blocks().forEach(b -> block(b, 1));
    }

    private static String position(Position position) {
        return switch (position) {
            case Position.AtEndpoint(var direction, var place, var governed) ->
                    lower(place) + " " + lower(direction) + " of " + TermNotation.peers(governed);
            case Position.AtBorder(var direction, var segment) ->
                    "border " + lower(direction) + " of " + segment;
            case Position.AtDevice(var device, var slot, var view, var through) ->
                    "%s %s%s, passing %s"
                            .formatted(
                                    device,
                                    lower(slot),
                                    view == View.ORIGINAL ? ", original header" : "",
                                    TermNotation.passage(through));
            case Position.AtRelay(var relay) -> "relay " + relay;
        };
    }

    private void block(Block block, int depth) {
        line(
                depth,
                "block %s: %s, otherwise %s"
                        .formatted(
                                block.name(),
                                discipline(block.discipline()),
                                TermNotation.action(block.otherwise())));
        entered(block.otherwise(), depth + 1);
        block.policies().forEach(p -> policy(p, depth + 1));
    }

    private static String discipline(Discipline discipline) {
        return switch (discipline) {
            case Discipline.FirstMatch(var ties) -> "first match, ties " + lower(ties);
            case Discipline.DenyOverrides() -> "deny overrides";
            case Discipline.AllowOverrides() -> "allow overrides";
        };
    }

    private void policy(Policy policy, int depth) {
        line(
                depth,
                "policy %s for %s, order %s%s"
                        .formatted(
                                policy.name(),
                                TermNotation.peers(policy.subject()),
                                policy.order(),
                                policy.mode() == PolicyMode.ISOLATES
                                        ? ""
                                        : ", " + lower(policy.mode())));
        policy.rules().forEach(r -> rule(r, depth + 1));
    }

    private void rule(Rule rule, int depth) {
        line(
                depth,
                "%s: %s %s"
                        .formatted(
                                rule.name(),
                                TermNotation.action(rule.action()),
                                TermNotation.match(rule.match())));
        entered(rule.action(), depth + 1);
    }

    private void entered(Action action, int depth) {
        switch (action) {
            case Action.Enter(var block) -> block(block, depth);
            case Action.Either(_, var possible) -> possible.forEach(a -> entered(a, depth));
            case Action.Allow(), Action.Deny(_), Action.Pass(), Action.Continue() -> {}
        }
    }
}
