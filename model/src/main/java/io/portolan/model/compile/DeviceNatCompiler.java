package io.portolan.model.compile;

import io.portolan.model.design.Design;
import io.portolan.model.design.Firewall;
import io.portolan.model.design.NatRule;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Hook;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.NatTable;
import io.portolan.model.policy.Passage;
import io.portolan.model.policy.PortTarget;
import io.portolan.model.policy.Rewrite;
import io.portolan.model.policy.Target;
import io.portolan.model.policy.Translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The address translation of firewalls: destinations before routing, sources after it. A static
/// rule does both.
final class DeviceNatCompiler {
    private final Design design;

    DeviceNatCompiler(Design design) {
        this.design = design;
    }

    List<NatTable> tables() {
        List<NatTable> tables = new ArrayList<>();
        for (Firewall firewall : design.all(Firewall.class).toList()) {
            add(tables, firewall, "/prerouting", Hook.PREROUTING);
            add(tables, firewall, "/postrouting", Hook.POSTROUTING);
        }
        return tables;
    }

    private static void add(List<NatTable> tables, Firewall firewall, String name, Hook hook) {
        String id = firewall.id().value();
        List<Translation> translations =
                firewall.nat().stream().flatMap(r -> translation(r, hook).stream()).toList();
        if (!translations.isEmpty()) {
            tables.add(new NatTable(id + name, id, hook, Expr.any(), translations));
        }
    }

    private static Optional<Translation> translation(NatRule rule, Hook hook) {
        boolean before = hook == Hook.PREROUTING;
        return switch (rule.kind()) {
            case SOURCE -> before ? Optional.empty() : Optional.of(source(rule));
            case DESTINATION -> before ? Optional.of(destination(rule)) : Optional.empty();
            case STATIC -> Optional.of(before ? staticIn(rule) : staticOut(rule));
            case NONE -> Optional.of(with(rule, match(rule, hook), Rewrite.NONE, Rewrite.NONE));
        };
    }

    private static Translation source(NatRule rule) {
        Target target =
                rule.to()
                        .<Target>map(to -> new Target.Pool(List.of(to)))
                        .orElseGet(Target.Own::new);
        return with(rule, match(rule, Hook.POSTROUTING), keep(target), Rewrite.NONE);
    }

    private static Translation destination(NatRule rule) {
        Target target =
                rule.to()
                        .<Target>map(to -> new Target.Pool(List.of(to)))
                        .orElseGet(Target.Unchanged::new);
        PortTarget port =
                rule.toPort()
                        .<PortTarget>map(PortTarget.ToNumber::new)
                        .orElseGet(PortTarget.Keep::new);
        return with(rule, match(rule, Hook.PREROUTING), Rewrite.NONE, new Rewrite(target, port));
    }

    /// `sources` are the real addresses behind `in`, `to` the mapped ones that `out` shows.
    private static Translation staticOut(NatRule rule) {
        Target target = oneToOne(rule.sources(), rule.to());
        return with(rule, match(rule, Hook.POSTROUTING), keep(target), Rewrite.NONE);
    }

    private static Translation staticIn(NatRule rule) {
        Match match =
                Terms.any()
                        .to(rule.to().map(to -> Terms.at(List.of(to))).orElseGet(Expr::none))
                        .passing(rule.out().map(Terms::enters).orElseGet(Expr::any));
        Target target = oneToOne(rule.to().stream().toList(), rule.sources().stream().findFirst());
        return with(rule, match, Rewrite.NONE, keep(target));
    }

    private static Target oneToOne(List<Cidr> from, Optional<Cidr> to) {
        return from.size() == 1 && to.isPresent()
                ? new Target.SameOffset(from.getFirst(), to.get())
                : new Target.Unchanged();
    }

    private static Rewrite keep(Target target) {
        return new Rewrite(target, new PortTarget.Keep());
    }

    /// Before routing the outgoing interface is not known yet: there only the incoming one counts.
    private static Match match(NatRule rule, Hook hook) {
        List<Expr<Passage>> through = new ArrayList<>();
        rule.in().ifPresent(name -> through.add(Terms.enters(name)));
        if (hook == Hook.POSTROUTING) {
            rule.out().ifPresent(name -> through.add(Terms.leaves(name)));
        }
        return new Match(
                rule.sources().isEmpty() ? Expr.any() : Terms.at(rule.sources()),
                rule.destinations().isEmpty() ? Expr.any() : Terms.at(rule.destinations()),
                rule.protocol()
                        .map(p -> FilterRules.traffic(p, rule.ports().orElse(PortSet.ALL)))
                        .orElseGet(Expr::any),
                Expr.any(),
                through.isEmpty() ? Expr.any() : Terms.both(through));
    }

    private static Translation with(
            NatRule rule, Match match, Rewrite source, Rewrite destination) {
        return new Translation(
                rule.name(), match, source, destination, Terms.builtIn("nat " + rule.name()));
    }
}
