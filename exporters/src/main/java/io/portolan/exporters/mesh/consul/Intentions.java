package io.portolan.exporters.mesh.consul;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Request;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Ties;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// ServiceIntentions: the one of the highest precedence governs a pair alone. Exact destinations
/// come before `*`, then exact sources before `*` (Consul: intention precedence 9, 8, 6, 5).
final class Intentions {
    /// What Consul does where no intention speaks: a setting of its servers.
    static final Action DEFAULT =
            new Action.Either(
                    "the default policy of Consul is not in the manifests",
                    List.of(ConsulPolicies.DENY, new Action.Allow()));

    private final ConsulServices services;
    private final Protocols protocols;

    Intentions(ConsulServices services, Protocols protocols) {
        this.services = services;
        this.protocols = protocols;
    }

    Block block(List<Manifest> intentions) {
        return block(intentions, services::named, services.members());
    }

    /// Those for one service, where a gateway stands for it.
    Block at(String service, List<Manifest> intentions) {
        return block(
                intentions,
                name -> name.equals("*") || name.equals(service) ? Expr.any() : Expr.none(),
                Expr.any());
    }

    private Block block(
            List<Manifest> intentions, Function<String, Expr<Peer>> named, Expr<Peer> everybody) {
        List<Policy> policies = new ArrayList<>();
        intentions.forEach(intention -> policies.addAll(policies(intention, named)));
        policies.sort(Comparator.comparingDouble(Policy::order));
        policies.add(rest(everybody));
        return new Block(
                "intentions", new Discipline.FirstMatch(Ties.AS_LISTED), policies, DEFAULT);
    }

    /// Everybody is subject to the default.
    private static Policy rest(Expr<Peer> everybody) {
        return new Policy(
                "default policy",
                Double.POSITIVE_INFINITY,
                everybody,
                PolicyMode.ISOLATES,
                List.of(),
                ConsulPolicies.builtIn("default_intention_policy"));
    }

    private List<Policy> policies(Manifest intention, Function<String, Expr<Peer>> named) {
        String destination = intention.spec().get("destination", "name").text("");
        if (destination.isEmpty()) {
            throw new Part.Unfit(intention.spec(), "An intention must name its destination.");
        }
        return intention.spec().get("sources").items().stream()
                .map(source -> policy(intention, source, named.apply(destination)))
                .toList();
    }

    private Policy policy(Manifest intention, Part source, Expr<Peer> subject) {
        String destination = intention.spec().get("destination", "name").text("");
        Remark remark = new Remark(intention.at(source), "", false);
        String name = source.get("name").text("");
        Rule rule =
                new Rule(
                        "%s to %s".formatted(name, destination),
                        intention.spec().get("jwt").isPresent()
                                ? Match.any().from(from(source)).asking(Permissions.token())
                                : Match.any().from(from(source)),
                        action(destination, source),
                        remark);
        return new Policy(
                intention.namespace() + "/" + intention.name(),
                -precedence(name, destination),
                within(intention.spec().get("destination"), subject),
                PolicyMode.ISOLATES,
                List.of(rule),
                remark);
    }

    private Expr<Peer> from(Part source) {
        return source.get("peer").isPresent() || source.get("samenessGroup").isPresent()
                ? new Expr.Unknown<>("sources of other clusters are not analysed")
                : within(source, services.proven(source.get("name").text("")));
    }

    /// Which pods are in which namespace or partition of Consul is a setting of its installation.
    private static Expr<Peer> within(Part end, Expr<Peer> pods) {
        boolean elsewhere =
                Stream.of("namespace", "partition")
                        .map(key -> end.get(key).text("default"))
                        .anyMatch(name -> !name.equals("default") && !name.isEmpty());
        return elsewhere
                ? Expr.allOf(
                        pods,
                        new Expr.Unknown<>("namespaces and partitions of Consul are not analysed"))
                : pods;
    }

    private static int precedence(String source, String destination) {
        return (destination.equals("*") ? 5 : 8) + (source.equals("*") ? 0 : 1);
    }

    /// Permissions are for HTTP: at a destination of another protocol they admit nobody.
    private Action action(String destination, Part source) {
        Part permissions = source.get("permissions");
        if (permissions.isAbsent()) {
            return ConsulPolicies.action(source.get("action"));
        }
        return protocols.isHttp(destination)
                ? new Action.Enter(permissions(permissions))
                : ConsulPolicies.DENY;
    }

    private static Block permissions(Part permissions) {
        List<Rule> rules = new ArrayList<>();
        for (Part permission : permissions.items()) {
            rules.add(
                    new Rule(
                            "permission %d".formatted(rules.size()),
                            Match.any().asking(asked(permission)),
                            ConsulPolicies.action(permission.get("action")),
                            ConsulPolicies.builtIn("permissions in order")));
        }
        Policy policy =
                new Policy(
                        "permissions",
                        Double.POSITIVE_INFINITY,
                        Expr.any(),
                        PolicyMode.ISOLATES,
                        rules,
                        ConsulPolicies.builtIn("permissions in order"));
        return new Block(
                "permissions", new Discipline.FirstMatch(Ties.AS_LISTED), List.of(policy), DEFAULT);
    }

    private static Expr<Request> asked(Part permission) {
        List<Expr<Request>> terms = new ArrayList<>();
        permission
                .get("http")
                .fields()
                .forEach((key, value) -> terms.add(Permissions.term(key, value)));
        if (permission.get("jwt").isPresent()) {
            terms.add(Permissions.token());
        }
        return new Expr.AllOf<>(terms);
    }
}
