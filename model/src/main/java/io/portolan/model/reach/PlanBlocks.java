package io.portolan.model.reach;

import io.portolan.model.net.Cidr;
import io.portolan.model.net.Protocol;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Forwarding;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.NatTable;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Relay;
import io.portolan.model.policy.Rewrite;
import io.portolan.model.policy.Target;
import io.portolan.model.policy.Traffic;

import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/// Collects every address block and protocol that a plan mentions where it decides something.
final class PlanBlocks {
    private final NavigableSet<Cidr> found = new TreeSet<>();

    private final NavigableSet<Integer> protocols = new TreeSet<>();

    private PlanBlocks() {}

    /// The blocks of everything: policies, translations, routes.
    static NavigableSet<Cidr> all(EnforcementPlan plan) {
        return of(plan).found;
    }

    /// The blocks of one point.
    static NavigableSet<Cidr> of(EnforcementPoint point) {
        PlanBlocks blocks = new PlanBlocks();
        point.blocks().forEach(blocks::block);
        return blocks.found;
    }

    /// The blocks of some policies.
    static NavigableSet<Cidr> of(List<Policy> policies) {
        PlanBlocks blocks = new PlanBlocks();
        policies.forEach(blocks::policy);
        return blocks.found;
    }

    /// The protocols that are named, by number.
    static NavigableSet<Integer> protocols(EnforcementPlan plan) {
        return of(plan).protocols;
    }

    private static PlanBlocks of(EnforcementPlan plan) {
        PlanBlocks blocks = ofPolicies(plan);
        plan.natTables().forEach(blocks::table);
        plan.captures().forEach(c -> blocks.peers(c.members()));
        plan.captures().forEach(c -> blocks.match(c.outbound()));
        plan.captures().forEach(c -> blocks.match(c.inbound()));
        plan.legs().forEach(leg -> blocks.match(leg.identified()));
        plan.relays().forEach(blocks::relay);
        plan.routers().stream()
                .flatMap(router -> router.entries().stream())
                .map(Forwarding.Entry::prefix)
                .forEach(blocks.found::add);
        return blocks;
    }

    private static PlanBlocks ofPolicies(EnforcementPlan plan) {
        PlanBlocks blocks = new PlanBlocks();
        plan.points()
                .forEach(point -> {
                    if (point.position() instanceof Position.AtEndpoint at) {
                        blocks.peers(at.governed());
                    }
                    point.blocks().forEach(blocks::block);
                });
        return blocks;
    }

    private void block(Block block) {
        action(block.otherwise());
        block.policies().forEach(this::policy);
    }

    private void policy(Policy policy) {
        peers(policy.subject());
        policy.rules()
                .forEach(rule -> {
                    match(rule.match());
                    action(rule.action());
                });
    }

    private void action(Action action) {
        switch (action) {
            case Action.Enter(var block) -> block(block);
            case Action.Either(_, var possible) -> possible.forEach(this::action);
            case Action.Allow(), Action.Deny(_), Action.Pass(), Action.Continue() -> {}
        }
    }

    private void table(NatTable table) {
        peers(table.clients());
        table.translations()
                .forEach(t -> {
                    match(t.match());
                    rewrite(t.source());
                    rewrite(t.destination());
                });
    }

    private void relay(Relay relay) {
        relay.listeners().forEach(listener -> traffic(listener.ports()));
        match(relay.interposes());
        relay.listeners().stream()
                .flatMap(listener -> listener.routes().stream())
                .flatMap(route -> route.to().stream())
                .forEach(this::rewrite);
    }

    private void rewrite(Rewrite rewrite) {
        target(rewrite.address());
    }

    private void target(Target target) {
        switch (target) {
            case Target.SameOffset(var from, var to) -> {
                found.add(from);
                found.add(to);
            }
            case Target.OneOf(var several) -> several.forEach(this::target);
            case Target.Backends(var members) -> peers(members);
            case Target.Unchanged(), Target.Pool(_), Target.Own() -> {}
        }
    }

    private void match(Match match) {
        peers(match.source());
        peers(match.destination());
        traffic(match.traffic());
    }

    private void traffic(Expr<Traffic> expr) {
        switch (expr) {
            case Expr.Is<Traffic>(Traffic.Icmp(int family, _, _)) ->
                    protocols.add((family == 4 ? Protocol.ICMP : Protocol.ICMPV6).number());
            case Expr.Is<Traffic>(Traffic.IpProtocol(int number)) -> protocols.add(number);
            case Expr.AnyOf<Traffic>(var terms) -> terms.forEach(this::traffic);
            case Expr.AllOf<Traffic>(var terms) -> terms.forEach(this::traffic);
            case Expr.Not<Traffic>(var term) -> traffic(term);
            case Expr.Named<Traffic>(_, var meaning) -> traffic(meaning);
            case Expr.Any<Traffic>(), Expr.Is<Traffic>(_), Expr.Unknown<Traffic>(_) -> {}
        }
    }

    private void peers(Expr<Peer> expr) {
        switch (expr) {
            case Expr.Is<Peer>(Peer.At(var blocks)) -> found.addAll(blocks);
            case Expr.AnyOf<Peer>(var terms) -> terms.forEach(this::peers);
            case Expr.AllOf<Peer>(var terms) -> terms.forEach(this::peers);
            case Expr.Not<Peer>(var term) -> peers(term);
            case Expr.Named<Peer>(_, var meaning) -> peers(meaning);
            case Expr.Any<Peer>(), Expr.Is<Peer>(_), Expr.Unknown<Peer>(_) -> {}
        }
    }
}
