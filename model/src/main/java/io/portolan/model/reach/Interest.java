package io.portolan.model.reach;

import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Passage;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.Rule;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// What rules ask beyond addresses, labels and ports: it decides how connections are told apart.
enum Interest {
    /// Who proves which identity.
    IDENTITY,
    /// What is requested.
    REQUESTS,
    /// By which interface a device is entered and left.
    INTERFACES,
    /// The subject itself, or its node.
    RELATIVES,
    /// Ports by name.
    PORT_NAMES,
    /// Policies inside of an action.
    NESTED;

    static Set<Interest> of(EnforcementPoint point) {
        Set<Interest> all = EnumSet.noneOf(Interest.class);
        point.blocks().forEach(block -> add(block, all));
        return all;
    }

    static Set<Interest> of(List<Policy> policies) {
        Set<Interest> all = EnumSet.noneOf(Interest.class);
        policies.forEach(policy -> add(policy, all));
        return all;
    }

    private static void add(Block block, Set<Interest> into) {
        add(block.otherwise(), into);
        block.policies().forEach(policy -> add(policy, into));
    }

    private static void add(Policy policy, Set<Interest> into) {
        for (Rule rule : policy.rules()) {
            add(rule.match(), into);
            add(rule.action(), into);
        }
    }

    private static void add(Action action, Set<Interest> into) {
        switch (action) {
            case Action.Enter(var block) -> {
                into.add(NESTED);
                add(block, into);
            }
            case Action.Either(_, var possible) -> possible.forEach(one -> add(one, into));
            case Action.Allow(), Action.Deny(_), Action.Pass(), Action.Continue() -> {}
        }
    }

    private static void add(Match match, Set<Interest> into) {
        for (Expr<Peer> peer : List.of(match.source(), match.destination())) {
            if (asks(peer, atom -> atom instanceof Peer.Principal)) {
                into.add(IDENTITY);
            }
            if (Kin.matters(peer)) {
                into.add(RELATIVES);
            }
        }
        if (asks(match.passage(), Interest::isInterface)) {
            into.add(INTERFACES);
        }
        if (asks(match.request(), _ -> true)) {
            into.add(REQUESTS);
        }
        if (AxisTraffic.namesPorts(match.traffic())) {
            into.add(PORT_NAMES);
        }
    }

    private static boolean isInterface(Passage atom) {
        return atom instanceof Passage.Enters || atom instanceof Passage.Leaves;
    }

    /// Whether an atom of some kind occurs in an expression.
    static <A> boolean asks(Expr<A> expr, Predicate<A> wanted) {
        return switch (expr) {
            case Expr.Is<A>(var atom) -> wanted.test(atom);
            case Expr.AnyOf<A>(var terms) -> terms.stream().anyMatch(term -> asks(term, wanted));
            case Expr.AllOf<A>(var terms) -> terms.stream().anyMatch(term -> asks(term, wanted));
            case Expr.Not<A>(var term) -> asks(term, wanted);
            case Expr.Named<A>(_, var meaning) -> asks(meaning, wanted);
            case Expr.Any<A>(), Expr.Unknown<A>(_) -> false;
        };
    }
}
