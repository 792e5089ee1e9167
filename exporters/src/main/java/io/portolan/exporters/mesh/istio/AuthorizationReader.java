package io.portolan.exporters.mesh.istio;

import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Refusal;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Reads AuthorizationPolicies as policies of the plan.
final class AuthorizationReader {
    private static final Action DENY = new Action.Deny(Refusal.REJECT);

    private final MeshScope scope;

    AuthorizationReader(MeshScope scope) {
        this.scope = scope;
    }

    /// A policy of a namespace with its action.
    record Read(String namespace, AuthorizationAction action, Policy policy) {
        /// The same without a selector.
        Read aboutEverybody() {
            return with(Expr.any(), policy.rules());
        }

        /// The same where rules see something else.
        Read seeing(Function<Match, Stream<Match>> seen) {
            return with(
                    policy.subject(),
                    policy.rules().stream()
                            .flatMap(r ->
                                    seen.apply(r.match())
                                            .map(m ->
                                                    new Rule(r.name(), m, r.action(), r.remark())))
                            .toList());
        }

        private Read with(Expr<Peer> subject, List<Rule> rules) {
            return new Read(
                    namespace,
                    action,
                    new Policy(
                            policy.name(),
                            policy.order(),
                            subject,
                            policy.mode(),
                            rules,
                            policy.remark()));
        }
    }

    /// Empty for AUDIT, which decides nothing.
    Optional<Read> read(Manifest manifest) {
        Part spec = manifest.spec();
        if (spec.get("action").text("ALLOW").equals("AUDIT")) {
            return Optional.empty();
        }
        AuthorizationAction action = action(spec.get("action"));
        boolean dryRun = manifest.annotations().getOrDefault("istio.io/dry-run", "").equals("true");
        LabelSelector selector = LabelSelector.read(spec.get("selector"));
        return Optional.of(
                new Read(
                        manifest.namespace(),
                        action,
                        new Policy(
                                manifest.namespace() + "/" + manifest.name(),
                                Double.POSITIVE_INFINITY,
                                scope.governed(manifest.namespace(), selector),
                                dryRun ? PolicyMode.SHADOW : PolicyMode.ISOLATES,
                                rules(manifest, action),
                                remark(manifest, manifest.root()))));
    }

    private static AuthorizationAction action(Part part) {
        return switch (part.text("ALLOW")) {
            case "ALLOW" -> AuthorizationAction.ALLOW;
            case "DENY" -> AuthorizationAction.DENY;
            case "CUSTOM" -> AuthorizationAction.CUSTOM;
            case String other ->
                    throw new Part.Unfit(
                            part,
                            "The action (%s) must be ALLOW, DENY, AUDIT or CUSTOM."
                                    .formatted(other));
        };
    }

    private static Remark remark(Manifest manifest, Part part) {
        return new Remark(manifest.at(part), "", false);
    }

    private List<Rule> rules(Manifest manifest, AuthorizationAction action) {
        List<Rule> rules = new ArrayList<>();
        String name = manifest.namespace() + "/" + manifest.name();
        int index = 0;
        for (Part rule : manifest.spec().get("rules").items()) {
            for (List<Clause> clauses : combinations(rule, manifest.namespace())) {
                String title = "%s[%d]".formatted(name, index);
                match(clauses, action)
                        .map(m ->
                                new Rule(title, m, plan(action, manifest), remark(manifest, rule)))
                        .ifPresent(rules::add);
            }
            index++;
        }
        return rules;
    }

    private Optional<Match> match(List<Clause> clauses, AuthorizationAction action) {
        return switch (scope.path()) {
            case SIDECAR -> Optional.of(Clause.together(clauses, action));
            case ZTUNNEL -> Clause.withoutHttp(clauses, action);
        };
    }

    private static Action plan(AuthorizationAction action, Manifest manifest) {
        return switch (action) {
            case ALLOW -> new Action.Allow();
            case DENY -> DENY;
            case CUSTOM ->
                    new Action.Either(
                            "provider " + manifest.spec().get("provider", "name").text("?"),
                            List.of(DENY, new Action.Pass()));
        };
    }

    /// One of `from`, one of `to`, and all of `when`.
    private static List<List<Clause>> combinations(Part rule, String own) {
        List<Clause> when = rule.get("when").items().stream().map(RuleClauses::condition).toList();
        List<Clause> from =
                rule.get("from").items().stream()
                        .map(entry -> RuleClauses.source(entry.get("source"), own))
                        .toList();
        List<Clause> to =
                rule.get("to").items().stream()
                        .map(entry -> RuleClauses.operation(entry.get("operation")))
                        .toList();
        List<List<Clause>> all = new ArrayList<>();
        for (Clause source : orAny(from)) {
            for (Clause operation : orAny(to)) {
                List<Clause> clauses = new ArrayList<>(List.of(source, operation));
                clauses.addAll(when);
                all.add(clauses);
            }
        }
        return all;
    }

    private static List<Clause> orAny(List<Clause> clauses) {
        return clauses.isEmpty() ? List.of(new Clause()) : clauses;
    }
}
