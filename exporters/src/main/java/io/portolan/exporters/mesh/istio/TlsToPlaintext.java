package io.portolan.exporters.mesh.istio;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Refusal;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Ties;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Clients whose DestinationRule sends TLS to a server whose PeerAuthentication disables it: nobody
/// ends mutual TLS of the mesh there, and TLS of their own fails unless the application speaks it.
final class TlsToPlaintext {
    private static final Action PASS = new Action.Pass();
    private static final Action DENY = new Action.Deny(Refusal.REJECT);

    private final MeshScope scope;
    private final MeshFacts facts;

    TlsToPlaintext(MeshScope scope, MeshFacts facts) {
        this.scope = scope;
        this.facts = facts;
    }

    /// PeerAuthentications in the order in which they are asked: the first that says something
    /// decides.
    Stream<Block> blocks(List<Manifest> peers) {
        if (facts.mutual().isEmpty() && facts.opaque().isEmpty()) {
            return Stream.of();
        }
        Block block =
                new Block(
                        "TLS to plaintext",
                        new Discipline.FirstMatch(Ties.UNDEFINED),
                        new PeerAuthenticationReader(scope, this::rules)
                                .read(peers).stream().filter(p -> !p.rules().isEmpty()).toList(),
                        PASS);
        return Stream.of(block)
                .filter(b ->
                        b.policies().stream()
                                .flatMap(p -> p.rules().stream())
                                .anyMatch(r -> !r.action().equals(PASS)));
    }

    private List<Rule> rules(PeerAuthenticationReader.Said said) {
        List<Rule> rules = new ArrayList<>();
        if (said.mode().equals("DISABLE")) {
            encrypted().flatMap(facts::past).forEach(m -> rules.add(rule(said, m, either(PAST))));
            facts.mutual().forEach(m -> rules.add(rule(said, m, DENY)));
            facts.opaque().forEach(m -> rules.add(rule(said, m, either(OWN))));
        }
        rules.add(rule(said, Match.any(), PASS));
        return rules;
    }

    static final String PAST = "what clients send past their sidecar is in plaintext";
    private static final String OWN = "whether the application speaks TLS itself is not said";

    private Stream<Match> encrypted() {
        return Stream.concat(facts.mutual().stream(), facts.opaque().stream());
    }

    private static Action either(String why) {
        return new Action.Either(why, List.of(PASS, DENY));
    }

    private Rule rule(PeerAuthenticationReader.Said said, Match match, Action action) {
        Expr<Peer> clients = Expr.allOf(scope.members(), match.source());
        String name = said.name() + ", TLS of the client";
        return new Rule(
                name,
                match.from(clients).on(Expr.allOf(match.traffic(), said.traffic())),
                action,
                new Remark(new Origin.BuiltIn(name), "", false));
    }
}
