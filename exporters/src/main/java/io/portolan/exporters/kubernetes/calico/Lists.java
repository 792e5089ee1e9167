package io.portolan.exporters.kubernetes.calico;

import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Refusal;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Ties;

import java.util.List;

/// Blocks and rules that Calico brings itself.
final class Lists {
    static final Action ALLOW = new Action.Allow();
    static final Action DENY = new Action.Deny(Refusal.DROP);
    static final Action PASS = new Action.Pass();

    private Lists() {}

    /// Policies that are asked as listed.
    static Block block(String name, List<Policy> policies, Action otherwise) {
        return new Block(name, new Discipline.FirstMatch(Ties.AS_LISTED), policies, otherwise);
    }

    static Policy policy(String name, Expr<Peer> subject, List<Rule> rules) {
        return new Policy(
                name, Double.POSITIVE_INFINITY, subject, PolicyMode.ISOLATES, rules, builtIn(name));
    }

    static Rule rule(String name, Match match, Action action) {
        return new Rule(name, match, action, builtIn(name));
    }

    private static Remark builtIn(String words) {
        return new Remark(new Origin.BuiltIn(words), "", false);
    }

    /// The profile of every namespace allows both ways.
    static Block podProfiles() {
        Rule allow = rule("profile kns.<namespace>", Match.any(), ALLOW);
        return block("profiles", List.of(policy("kns", Expr.any(), List.of(allow))), DENY);
    }
}
