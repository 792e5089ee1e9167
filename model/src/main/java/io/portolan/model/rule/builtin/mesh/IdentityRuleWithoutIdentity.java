package io.portolan.model.rule.builtin.mesh;

import io.portolan.model.design.ElementId;
import io.portolan.model.design.Namespace;
import io.portolan.model.design.Workload;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Text;
import io.portolan.model.rule.DesignRule;
import io.portolan.model.rule.Finding;
import io.portolan.model.rule.Finding.Evidence;
import io.portolan.model.rule.Names;
import io.portolan.model.rule.PolicyTable.Entry;
import io.portolan.model.rule.RuleContext;
import io.portolan.model.rule.RuleInfo;
import io.portolan.model.rule.Severity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// MSH-004: a rule allows an identity that its bearers cannot prove.
final class IdentityRuleWithoutIdentity implements DesignRule {
    private static final String DEFAULT_ACCOUNT = "default";

    @Override
    public RuleInfo info() {
        return new RuleInfo(
                "MSH-004", "Identity ALLOW for client without identity", Severity.ERROR);
    }

    private record Named(Entry entry, Rule rule, Peer.Principal principal) {}

    @Override
    public Stream<Finding> check(RuleContext context) {
        return context.index().observed().entries().stream()
                .filter(entry -> entry.point().layer() == Layer.MESH)
                .flatMap(IdentityRuleWithoutIdentity::named)
                .flatMap(named -> check(context, named).stream());
    }

    private static Stream<Named> named(Entry entry) {
        return entry.policy().rules().stream()
                .filter(rule -> rule.action() instanceof Action.Allow)
                .flatMap(rule ->
                        principals(rule.match().source())
                                .map(principal -> new Named(entry, rule, principal)));
    }

    private static Stream<Peer.Principal> principals(Expr<Peer> source) {
        return switch (source) {
            case Expr.Is<Peer>(Peer.Principal principal) -> Stream.of(principal);
            case Expr.AnyOf<Peer>(List<Expr<Peer>> terms) ->
                    terms.stream().flatMap(IdentityRuleWithoutIdentity::principals);
            case Expr.AllOf<Peer>(List<Expr<Peer>> terms) ->
                    terms.stream().flatMap(IdentityRuleWithoutIdentity::principals);
            case Expr.Named<Peer>(String _, Expr<Peer> meaning) -> principals(meaning);
            case Expr.Is<Peer> _, Expr.Any<Peer> _, Expr.Not<Peer> _, Expr.Unknown<Peer> _ ->
                    Stream.empty();
        };
    }

    /// Only if nobody who bears the name is in a mesh: a namespace may hold both.
    private Optional<Finding> check(RuleContext context, Named named) {
        List<ElementId> bearers = bearers(context, named.principal());
        return bearers.isEmpty()
                        || bearers.stream().anyMatch(id -> context.index().meshOf(id).isPresent())
                ? Optional.empty()
                : Optional.of(finding(named, bearers));
    }

    private static List<ElementId> bearers(RuleContext context, Peer.Principal principal) {
        return context.design()
                .all(Namespace.class)
                .filter(namespace -> isExactly(principal.namespace(), namespace.label()))
                .flatMap(namespace -> context.index().children(namespace.id()).stream())
                .filter(Workload.class::isInstance)
                .map(Workload.class::cast)
                .filter(w -> matches(principal.account(), w.serviceAccount()))
                .map(Workload::id)
                .toList();
    }

    private static boolean isExactly(Text text, String value) {
        return switch (text) {
            case Text.Exact exact -> exact.value().equals(value);
            case Text.OneOf oneOf -> oneOf.values().contains(value);
            case Text.Prefix _,
                    Text.Suffix _,
                    Text.Contains _,
                    Text.Present _,
                    Text.Under _,
                    Text.Regex _ ->
                    false;
        };
    }

    private static boolean matches(Text account, Optional<String> own) {
        return account instanceof Text.Present || isExactly(account, own.orElse(DEFAULT_ACCOUNT));
    }

    private Finding finding(Named named, List<ElementId> bearers) {
        String policy = named.entry().policy().name();
        String message =
                "The rule %s of policy %s allows an identity that only %s could have, but no mesh"
                                .formatted(named.rule().name(), policy, Names.some(bearers))
                        + " gives it to them, so it never matches. Bring them into the mesh, or"
                        + " allow their addresses.";
        return Finding.of(info(), message, bearers.toArray(ElementId[]::new))
                .withWitness(policy + " " + named.rule().name())
                .withEvidence(
                        List.of(
                                new Evidence(
                                        "rule %s of policy %s"
                                                .formatted(named.rule().name(), policy),
                                        Optional.of(named.rule().remark().origin()))));
    }
}
