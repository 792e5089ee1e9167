package io.portolan.exporters.mesh.istio;

import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Refusal;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Request;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Ties;

import java.util.List;
import java.util.stream.Stream;

/// Requests inside of TLS that the client speaks itself: where policies read requests it is open
/// what they make of them.
final class OpaqueRequests {
    private static final String WHY = "requests in TLS of the client are not followed";
    private static final Action PASS = new Action.Pass();

    private final MeshScope scope;
    private final MeshFacts facts;

    OpaqueRequests(MeshScope scope, MeshFacts facts) {
        this.scope = scope;
        this.facts = facts;
    }

    /// What comes before the policies.
    Stream<Block> blocks(List<AuthorizationReader.Read> policies) {
        boolean reads =
                policies.stream()
                        .flatMap(read -> read.policy().rules().stream())
                        .anyMatch(rule -> !(rule.match().request() instanceof Expr.Any<Request>));
        return reads && !facts.opaque().isEmpty() ? Stream.of(block()) : Stream.of();
    }

    private Block block() {
        Remark remark = new Remark(new Origin.BuiltIn(WHY), "", false);
        Action either = new Action.Either(WHY, List.of(PASS, new Action.Deny(Refusal.REJECT)));
        Policy policy =
                new Policy(
                        "TLS of clients",
                        Double.POSITIVE_INFINITY,
                        scope.members(),
                        PolicyMode.OPEN,
                        facts.opaque().stream().map(m -> new Rule(WHY, m, either, remark)).toList(),
                        remark);
        return new Block(
                policy.name(), new Discipline.FirstMatch(Ties.AS_LISTED), List.of(policy), PASS);
    }
}
