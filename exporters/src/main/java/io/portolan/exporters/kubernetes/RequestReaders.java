package io.portolan.exporters.kubernetes;

import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Request;
import io.portolan.model.policy.Rule;

import java.util.List;

/// Whether policies of a mesh ask for anything in a request.
final class RequestReaders {
    private RequestReaders() {}

    static boolean areAmong(List<EnforcementPoint> points) {
        return points.stream()
                .filter(point -> point.layer() == Layer.MESH || point.layer() == Layer.GATEWAY)
                .flatMap(point -> point.blocks().stream())
                .anyMatch(RequestReaders::reads);
    }

    private static boolean reads(Block block) {
        return block.policies().stream()
                .flatMap(policy -> policy.rules().stream())
                .anyMatch(RequestReaders::reads);
    }

    private static boolean reads(Rule rule) {
        return !(rule.match().request() instanceof Expr.Any<Request>) || reads(rule.action());
    }

    private static boolean reads(Action action) {
        return switch (action) {
            case Action.Enter(var block) -> reads(block);
            case Action.Either(_, var possible) ->
                    possible.stream().anyMatch(RequestReaders::reads);
            case Action.Allow(), Action.Deny(_), Action.Pass(), Action.Continue() -> false;
        };
    }
}
