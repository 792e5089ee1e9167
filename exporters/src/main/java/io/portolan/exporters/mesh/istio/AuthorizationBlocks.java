package io.portolan.exporters.mesh.istio;

import io.portolan.exporters.mesh.istio.AuthorizationReader.Read;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.Refusal;
import io.portolan.model.policy.Ties;

import java.util.List;

/// AuthorizationPolicies in the order in which a proxy asks them: CUSTOM, DENY, ALLOW.
final class AuthorizationBlocks {
    private static final Action PASS = new Action.Pass();

    private AuthorizationBlocks() {}

    static List<Block> of(List<Read> authorizations) {
        return List.of(
                block(AuthorizationAction.CUSTOM, PASS, authorizations),
                block(AuthorizationAction.DENY, PASS, authorizations),
                block(AuthorizationAction.ALLOW, new Action.Deny(Refusal.REJECT), authorizations));
    }

    private static Block block(AuthorizationAction action, Action otherwise, List<Read> all) {
        return new Block(
                action.name(),
                action == AuthorizationAction.CUSTOM
                        ? new Discipline.FirstMatch(Ties.AS_LISTED)
                        : new Discipline.DenyOverrides(),
                all.stream().filter(read -> read.action() == action).map(Read::policy).toList(),
                otherwise);
    }
}
