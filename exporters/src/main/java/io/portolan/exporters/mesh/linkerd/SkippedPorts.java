package io.portolan.exporters.mesh.linkerd;

import io.portolan.exporters.mesh.linkerd.LinkerdPolicies.Annotated;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Leg;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Ties;
import io.portolan.model.policy.Traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/// Ports that annotations keep from the proxy: of those who are dialled, and of those who dial. The
/// annotation of pods replaces that of their namespace: the first that speaks of a pod speaks
/// alone.
final class SkippedPorts {
    static final String INBOUND = "skip-inbound-ports";
    static final String OUTBOUND = "skip-outbound-ports";

    private final LinkerdScope scope;

    SkippedPorts(LinkerdScope scope) {
        this.scope = scope;
    }

    /// On those ports no policy of the proxy is met.
    Block block(List<Annotated> annotated, String key) {
        List<Policy> policies = new ArrayList<>();
        for (Annotated pods : annotated) {
            pods.said(key).ifPresent(ports -> policies.add(policy(pods, bypass(key, ports))));
        }
        return new Block(
                key, new Discipline.FirstMatch(Ties.AS_LISTED), policies, new Action.Pass());
    }

    /// Connections in plaintext between members: past the proxy of the client, or to ports of which
    /// clients are told that the server keeps them from its own.
    List<Leg> legs(List<Annotated> annotated) {
        Stream<Match> out = matches(annotated, OUTBOUND, (pods, on) -> on.from(pods));
        Stream<Match> in = matches(annotated, INBOUND, (pods, on) -> on.to(pods));
        return Stream.concat(out, in)
                .map(match -> new Leg(scope.mesh(), scope.mesh(), match, List.of()))
                .toList();
    }

    private Stream<Match> matches(
            List<Annotated> annotated, String key, BiFunction<Expr<Peer>, Match, Match> side) {
        List<Match> all = new ArrayList<>();
        List<Expr<Peer>> spoken = new ArrayList<>();
        for (Annotated pods : annotated) {
            Optional<String> said = pods.said(key);
            if (said.isPresent()) {
                Expr<Peer> who = scope.pods(pods);
                Expr<Peer> rest = Expr.not(new Expr.AnyOf<>(List.copyOf(spoken)));
                Match match = Match.any().on(traffic(key, said.get()));
                all.add(side.apply(spoken.isEmpty() ? who : Expr.allOf(who, rest), match));
                spoken.add(who);
            }
        }
        return all.stream();
    }

    private Policy policy(Annotated pods, Rule bypass) {
        Rule proxied =
                new Rule(
                        "other ports",
                        Match.any(),
                        new Action.Pass(),
                        builtIn("the proxy is not bypassed"));
        return new Policy(
                pods.namespace(),
                Double.POSITIVE_INFINITY,
                scope.pods(pods),
                PolicyMode.ISOLATES,
                List.of(bypass, proxied),
                bypass.remark());
    }

    private static Rule bypass(String key, String ports) {
        return new Rule(
                key,
                Match.any().on(traffic(key, ports)),
                new Action.Allow(),
                builtIn("the proxy is bypassed"));
    }

    private static Expr<Traffic> traffic(String key, String text) {
        String why = "the value (%s) of %s is no list of ports".formatted(text, key);
        return ports(text)
                .<Expr<Traffic>>map(ports -> Expr.is(Traffic.to(Transport.TCP, ports)))
                .orElseGet(() -> new Expr.Unknown<>(why));
    }

    private static Optional<PortSet> ports(String text) {
        try {
            return Optional.of(text.isBlank() ? PortSet.NONE : PortSet.parse(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Remark builtIn(String words) {
        return new Remark(new Origin.BuiltIn(words), "", false);
    }
}
