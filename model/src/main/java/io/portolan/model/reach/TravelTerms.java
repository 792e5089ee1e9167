package io.portolan.model.reach;

import io.portolan.model.net.Cidr;
import io.portolan.model.policy.Capture;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.NatTable;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PortTarget;
import io.portolan.model.policy.Relay;
import io.portolan.model.policy.Rewrite;
import io.portolan.model.policy.Target;
import io.portolan.model.policy.Traffic;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/// What a plan asks about the ends of a connection to decide how it travels, filters aside:
/// translations, proxies, relays, routes.
final class TravelTerms {
    private final Set<Peer> atoms = new LinkedHashSet<>();
    private final NavigableSet<Cidr> blocks = new TreeSet<>();
    private final List<Cidr> shifted = new ArrayList<>();
    private final Set<Expr<Traffic>> traffic = new LinkedHashSet<>();
    private boolean names;

    TravelTerms(EnforcementPlan plan) {
        plan.natTables().forEach(this::table);
        plan.captures().forEach(this::capture);
        plan.legs().forEach(leg -> match(leg.identified()));
        plan.relays().forEach(this::relay);
        plan.routers().stream()
                .flatMap(router -> router.entries().stream())
                .forEach(entry -> blocks.add(entry.prefix()));
    }

    /// Atoms about who somebody is.
    Set<Peer> atoms() {
        return atoms;
    }

    /// Blocks that addresses are compared with.
    NavigableSet<Cidr> blocks() {
        return blocks;
    }

    /// Blocks whose addresses are translated one to one: each of them travels its own way.
    List<Cidr> shifted() {
        return shifted;
    }

    /// Whether names of ports matter.
    boolean namesPorts() {
        return names;
    }

    Set<Expr<Traffic>> traffic() {
        return traffic;
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

    private void capture(Capture capture) {
        peers(capture.members());
        match(capture.outbound());
        match(capture.inbound());
    }

    private void relay(Relay relay) {
        match(relay.interposes());
        relay.listeners()
                .forEach(listener -> {
                    traffic(listener.ports());
                    listener.routes().forEach(route -> route.to().forEach(this::rewrite));
                });
    }

    private void rewrite(Rewrite rewrite) {
        names |= rewrite.port() instanceof PortTarget.ToName;
        target(rewrite.address());
    }

    private void target(Target target) {
        switch (target) {
            case Target.SameOffset(var from, var to) -> {
                shifted.add(from);
                blocks.add(from);
                blocks.add(to);
            }
            case Target.OneOf(var several) -> several.forEach(this::target);
            case Target.Unchanged(), Target.Pool(_), Target.Own(), Target.Backends(_) -> {}
        }
    }

    private void match(Match match) {
        peers(match.source());
        peers(match.destination());
        traffic(match.traffic());
    }

    private void traffic(Expr<Traffic> expr) {
        if (!(expr instanceof Expr.Any<Traffic>)) {
            traffic.add(expr);
        }
        names |= AxisTraffic.namesPorts(expr);
    }

    private void peers(Expr<Peer> expr) {
        switch (expr) {
            case Expr.Is<Peer>(Peer.At(var at)) -> blocks.addAll(at);
            case Expr.Is<Peer>(Peer.Relative _) -> {}
            case Expr.Is<Peer>(var atom) -> atoms.add(atom);
            case Expr.AnyOf<Peer>(var terms) -> terms.forEach(this::peers);
            case Expr.AllOf<Peer>(var terms) -> terms.forEach(this::peers);
            case Expr.Not<Peer>(var term) -> peers(term);
            case Expr.Named<Peer>(_, var meaning) -> peers(meaning);
            case Expr.Any<Peer>(), Expr.Unknown<Peer>(_) -> {}
        }
    }
}
