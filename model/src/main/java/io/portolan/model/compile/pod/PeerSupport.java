package io.portolan.model.compile.pod;

import io.portolan.model.compile.need.Terms;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PeerKind;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.Rule;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// What a network plug-in understands of the peers of policies. Calico knows neither nodes nor
/// domain names, so that a rule with them fails closed; Cilium refuses the whole policy unless it
/// is configured for them, and its address blocks do not mean pods and nodes unless it is told so.
enum PeerSupport {
    CALICO,
    CILIUM;

    Policy clusterWide(Policy policy) {
        return switch (this) {
            case CALICO -> with(policy, rule -> isSpecial(rule) ? closed(rule) : rule);
            case CILIUM -> {
                Policy outside = with(with(policy, PeerSupport::named), PeerSupport::outside);
                yield policy.rules().stream().anyMatch(PeerSupport::isSpecial)
                        ? with(outside, PeerSupport::perhaps)
                        : outside;
            }
        };
    }

    /// NetworkPolicies.
    Policy ofNamespace(Policy policy) {
        return switch (this) {
            case CALICO -> policy;
            case CILIUM -> with(policy, PeerSupport::outside);
        };
    }

    static Policy with(Policy policy, UnaryOperator<Rule> change) {
        return policy.with(policy.rules().stream().map(change).toList());
    }

    private static boolean isSpecial(Rule rule) {
        return names(rule.match().source()) || names(rule.match().destination());
    }

    private static boolean names(Expr<Peer> expr) {
        return switch (expr) {
            case Expr.Is<Peer>(Peer.OfKind(var kind)) -> kind == PeerKind.NODE;
            case Expr.Is<Peer>(Peer.Domain _) -> true;
            case Expr.Is<Peer> _, Expr.Any<Peer> _, Expr.Unknown<Peer> _ -> false;
            case Expr.AnyOf<Peer>(var terms) -> terms.stream().anyMatch(PeerSupport::names);
            case Expr.AllOf<Peer>(var terms) -> terms.stream().anyMatch(PeerSupport::names);
            case Expr.Not<Peer>(var term) -> names(term);
            case Expr.Named<Peer>(_, var meaning) -> names(meaning);
        };
    }

    /// "Accept" then matches nothing, any other rule denies everything (network-policy-api).
    private static Rule closed(Rule rule) {
        String name = rule.name() + " (a peer is not supported)";
        return rule.action() instanceof Action.Allow
                ? new Rule(name, Match.any().from(Expr.none()), rule.action(), rule.remark())
                : new Rule(name, Match.any(), Terms.DENY, rule.remark());
    }

    private static Rule perhaps(Rule rule) {
        String why = "Cilium refuses the whole policy unless it is configured for its peers";
        return new Rule(
                rule.name(),
                rule.match(),
                new Action.Either(why, List.of(rule.action(), new Action.Continue())),
                rule.remark());
    }

    private static Rule outside(Rule rule) {
        return mapped(rule, e -> e instanceof Expr.Is<Peer>(Peer.At _));
    }

    /// Cluster-wide policies write every address of a family as a name for all pods.
    private static Rule named(Rule rule) {
        return mapped(rule, e -> e instanceof Expr.Named<Peer>);
    }

    private static Rule mapped(Rule rule, Predicate<Expr<Peer>> blocks) {
        Match match = rule.match();
        return new Rule(
                rule.name(),
                match.from(mapped(match.source(), blocks)).to(mapped(match.destination(), blocks)),
                rule.action(),
                rule.remark());
    }

    /// What `blocks` picks out, for whom it surely means.
    private static Expr<Peer> mapped(Expr<Peer> expr, Predicate<Expr<Peer>> blocks) {
        if (blocks.test(expr)) {
            return Expr.allOf(expr, outside());
        }
        return switch (expr) {
            case Expr.AnyOf<Peer>(var terms) ->
                    new Expr.AnyOf<>(terms.stream().map(t -> mapped(t, blocks)).toList());
            case Expr.AllOf<Peer>(var terms) ->
                    new Expr.AllOf<>(terms.stream().map(t -> mapped(t, blocks)).toList());
            case Expr.Is<Peer> _, Expr.Any<Peer> _, Expr.Unknown<Peer> _ -> expr;
            case Expr.Not<Peer> _, Expr.Named<Peer> _ -> expr;
        };
    }

    private static Expr<Peer> outside() {
        return Expr.anyOf(
                Expr.not(
                        Expr.anyOf(
                                Expr.is(new Peer.OfKind(PeerKind.POD)),
                                Expr.is(new Peer.OfKind(PeerKind.HOST_POD)),
                                Expr.is(new Peer.OfKind(PeerKind.NODE)))),
                new Expr.Unknown<>(
                        "Cilium's address blocks mean pods or nodes only if"
                                + " policy-cidr-match-mode says so"));
    }
}
