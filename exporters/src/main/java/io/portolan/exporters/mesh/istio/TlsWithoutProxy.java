package io.portolan.exporters.mesh.istio;

import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Refusal;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Replies;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Ties;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Clients whose DestinationRule sends mutual TLS of the mesh to a server without a proxy, or to a
/// port that its proxy does not take over: nobody ends it there, and the application expects
/// plaintext.
final class TlsWithoutProxy {
    private static final String NAME = "mutual TLS to a server without a proxy";
    private static final Action PASS = new Action.Pass();
    private static final Action DENY = new Action.Deny(Refusal.REJECT);

    private final MeshScope scope;
    private final MeshFacts facts;

    TlsWithoutProxy(MeshScope scope, MeshFacts facts) {
        this.scope = scope;
        this.facts = facts;
    }

    /// At the clients, behind their proxy, where it is known which pod they are sent to.
    Optional<EnforcementPoint> point() {
        return facts.mutual().isEmpty()
                ? Optional.empty()
                : Optional.of(point(block(DENY, this::withoutProxy)));
    }

    private EnforcementPoint point(Block block) {
        return new EnforcementPoint(
                scope.mesh() + "/tls-without-proxy",
                scope.mesh(),
                Layer.MESH,
                new Position.AtEndpoint(Direction.OUT, Place.NIC, scope.members()),
                Replies.ADMITTED,
                List.of(block));
    }

    private Match withoutProxy(Match sent) {
        return sent.to(Expr.allOf(sent.destination(), Expr.not(facts.proxied())));
    }

    /// What ports let in that a proxy does not take over; `alone` if that is sure.
    Optional<Block> atBypass(boolean alone) {
        Action refusal = alone ? DENY : new Action.Either(Bypass.ALIKE, List.of(PASS, DENY));
        return facts.mutual().isEmpty()
                ? Optional.empty()
                : Optional.of(block(refusal, m -> m.from(Expr.allOf(scope.members(), m.source()))));
    }

    private Block block(Action refusal, UnaryOperator<Match> where) {
        Remark remark = new Remark(new Origin.BuiltIn(NAME), "", false);
        Action either = new Action.Either(TlsToPlaintext.PAST, List.of(PASS, DENY));
        List<Rule> rules = new ArrayList<>();
        facts.mutual().stream()
                .flatMap(facts::past)
                .forEach(m -> rules.add(new Rule(NAME, where.apply(m), either, remark)));
        facts.mutual().forEach(m -> rules.add(new Rule(NAME, where.apply(m), refusal, remark)));
        Policy policy =
                new Policy(
                        NAME, Double.POSITIVE_INFINITY, Expr.any(), PolicyMode.OPEN, rules, remark);
        return new Block(NAME, new Discipline.FirstMatch(Ties.AS_LISTED), List.of(policy), PASS);
    }
}
