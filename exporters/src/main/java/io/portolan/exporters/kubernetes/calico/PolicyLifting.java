package io.portolan.exporters.kubernetes.calico;

import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// One policy of Calico in the words of the plan, for endpoints of one sort: `subjects` are those
/// of them that it governs.
record PolicyLifting(KnownPeers known, Function<CalicoPolicy, Expr<Peer>> subjects) {

    Policy policy(CalicoPolicy policy, Direction direction) {
        return new Policy(
                policy.title(),
                policy.orderOrLast(),
                subjects.apply(policy),
                policy.staged() ? PolicyMode.SHADOW : PolicyMode.ISOLATES,
                new RuleLifting(known, policy.namespace())
                        .rules(policy.title(), policy.rules(direction).orElse(List.of())),
                policy.remark());
    }

    /// The labels that the governed endpoint must have.
    static Selector subject(CalicoPolicy policy) {
        CalicoPolicy.Subject subject = policy.subject();
        Optional<Selector> home =
                policy.namespace()
                        .map(Selectors::inNamespace)
                        .or(() -> subject.namespaces().map(Selectors::namespaces));
        Optional<Selector> accounts = subject.accounts().map(Selectors::accounts);
        return Selectors.both(Selectors.both(home, accounts), Optional.of(subject.selector()))
                .orElseGet(Selector.All::new);
    }
}
