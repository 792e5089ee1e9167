package io.portolan.model.compile.device;

import io.portolan.model.compile.ground.Device;
import io.portolan.model.compile.ground.Vendor;
import io.portolan.model.compile.need.Terms;
import io.portolan.model.compile.route.NatOrder;
import io.portolan.model.compile.route.OutgoingNetworks;
import io.portolan.model.compile.route.Routing;
import io.portolan.model.design.Design;
import io.portolan.model.design.NatRule;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Hook;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.NatTable;
import io.portolan.model.policy.Passage;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PortTarget;
import io.portolan.model.policy.Rewrite;
import io.portolan.model.policy.Target;
import io.portolan.model.policy.Traffic;
import io.portolan.model.policy.Translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The address translation of devices: destinations before routing, sources after it; a static rule
/// does both. PAN-OS matches all of its rules on the packet as it arrives, so there they stand in
/// one table.
public final class DeviceNatCompiler {
    private final Design design;
    private final Routing routing;

    public DeviceNatCompiler(Design design, Routing routing) {
        this.design = design;
        this.routing = routing;
    }

    /// The tables of every device that translates anything.
    public List<NatTable> tables() {
        List<NatTable> tables = new ArrayList<>();
        for (Device device : Device.all(design).toList()) {
            if (device.vendor() == Vendor.PAN_OS) {
                add(tables, device, "/nat", Hook.PREROUTING, original(device));
            } else {
                add(tables, device, "/prerouting", Hook.PREROUTING, before(device));
                add(tables, device, "/postrouting", Hook.POSTROUTING, after(device));
            }
        }
        return tables;
    }

    private static void add(
            List<NatTable> tables, Device device, String name, Hook hook, List<Translation> all) {
        String id = device.id().value();
        if (!all.isEmpty()) {
            tables.add(new NatTable(id + name, id, hook, Expr.any(), all));
        }
    }

    private static List<Translation> before(Device device) {
        return NatOrder.of(device).stream().flatMap(r -> before(device, r).stream()).toList();
    }

    private static List<Translation> after(Device device) {
        return NatOrder.of(device).stream().flatMap(r -> after(device, r).stream()).toList();
    }

    /// Before routing the outgoing interface is not known yet: there only the incoming one counts.
    private static Optional<Translation> before(Device device, NatRule rule) {
        return switch (rule.kind()) {
            case SOURCE -> Optional.empty();
            case DESTINATION -> Optional.of(destination(device, rule, arriving(rule)));
            case STATIC -> Optional.of(staticIn(device, rule));
            case NONE -> Optional.of(exempt(rule, arriving(rule)));
        };
    }

    private static Optional<Translation> after(Device device, NatRule rule) {
        return switch (rule.kind()) {
            case SOURCE -> Optional.of(source(device, rule, leaving(rule)));
            case DESTINATION -> Optional.empty();
            case STATIC -> Optional.of(staticOut(device, rule, leaving(rule)));
            case NONE -> Optional.of(exempt(rule, leaving(rule)));
        };
    }

    /// The outgoing zone of a rule is that of the destination before translation.
    private List<Translation> original(Device device) {
        List<Translation> all = new ArrayList<>();
        for (NatRule rule : device.nat()) {
            Match match = towards(device, rule);
            switch (rule.kind()) {
                case SOURCE -> all.add(source(device, rule, match));
                case DESTINATION -> all.add(destination(device, rule, match));
                case STATIC -> {
                    all.add(staticOut(device, rule, match));
                    all.add(staticIn(device, rule));
                }
                case NONE -> all.add(exempt(rule, match));
            }
        }
        return all;
    }

    private Match towards(Device device, NatRule rule) {
        Match match = arriving(rule);
        return rule.out()
                .map(zone -> match.to(both(match.destination(), behind(device, zone))))
                .orElse(match);
    }

    private Expr<Peer> behind(Device device, String zone) {
        return routing.of(device.id().value())
                .map(table -> OutgoingNetworks.behind(table, zone))
                .orElseGet(Expr::none);
    }

    private static Expr<Peer> both(Expr<Peer> first, Expr<Peer> second) {
        return first instanceof Expr.Any<Peer> ? second : Expr.allOf(first, second);
    }

    // ---------------------------------------------------------------- rewrites

    private static Translation source(Device device, NatRule rule, Match match) {
        Target target =
                rule.to()
                        .<Target>map(to -> new Target.Pool(List.of(to)))
                        .orElseGet(Target.Own::new);
        return with(rule, match, keep(known(device, target)), Rewrite.NONE);
    }

    private static Translation destination(Device device, NatRule rule, Match match) {
        Target target =
                rule.to()
                        .<Target>map(to -> new Target.Pool(List.of(to)))
                        .orElseGet(Target.Unchanged::new);
        return with(rule, match, Rewrite.NONE, new Rewrite(known(device, target), port(rule)));
    }

    private static PortTarget port(NatRule rule) {
        return rule.toPort()
                .<PortTarget>map(PortTarget.ToNumber::new)
                .orElseGet(PortTarget.Keep::new);
    }

    private static Translation exempt(NatRule rule, Match match) {
        return with(rule, match, Rewrite.NONE, Rewrite.NONE);
    }

    /// `sources` are the real addresses behind `in`, `to` the mapped ones that `out` shows. Of a
    /// port only that port is translated: `ports` as dialled, `toPort` as the real one.
    private static Translation staticOut(Device device, NatRule rule, Match match) {
        Target target = oneToOne(rule.sources().stream().findFirst(), rule.to(), rule);
        PortSet real = rule.toPort().map(PortSet::of).or(rule::ports).orElse(PortSet.ALL);
        return with(
                rule,
                match.on(WrittenRules.traffic(rule.protocol(), PortSet.ALL, real)),
                keep(known(device, target)),
                Rewrite.NONE);
    }

    /// Seen from the other side `destinations` are who dials the mapped address.
    private static Translation staticIn(Device device, NatRule rule) {
        Match match =
                Terms.any()
                        .from(diallers(device, rule))
                        .to(rule.to().map(to -> Terms.at(List.of(to))).orElseGet(Expr::none))
                        .on(traffic(rule))
                        .passing(rule.out().map(Terms::enters).orElseGet(Expr::any));
        Target target = oneToOne(rule.to(), rule.sources().stream().findFirst(), rule);
        return with(rule, match, Rewrite.NONE, new Rewrite(known(device, target), port(rule)));
    }

    /// PAN-OS writes the reverse of a bi-directional rule by itself.
    private static Expr<Peer> diallers(Device device, NatRule rule) {
        Expr<Peer> named = WrittenRules.peers(rule.destinations());
        return device.vendor() == Vendor.PAN_OS && !rule.destinations().isEmpty()
                ? Expr.anyOf(
                        named,
                        new Expr.Unknown<>(
                                "whether the reverse of a bi-directional rule asks who dials is not"
                                        + " known"))
                : named;
    }

    /// One block for one block of the same size; what else a rule may mean is open.
    private static Target oneToOne(Optional<Cidr> from, Optional<Cidr> to, NatRule rule) {
        if (from.isEmpty() || to.isEmpty()) {
            return new Target.Unchanged();
        }
        boolean sameSize = rule.sources().size() == 1 && from.get().length() == to.get().length();
        return sameSize
                ? new Target.SameOffset(from.get(), to.get())
                : undecided(new Target.Pool(List.of(to.get())));
    }

    private static Target known(Device device, Target target) {
        return switch (device.vendor()) {
            case JUNOS_FILTERS, UNKNOWN -> undecided(target);
            case LINUX, ASA, ACCESS_LISTS, SRX, PAN_OS, FORTI_OS -> target;
        };
    }

    private static Target undecided(Target target) {
        return new Target.OneOf(List.of(new Target.Unchanged(), target));
    }

    private static Rewrite keep(Target target) {
        return new Rewrite(target, new PortTarget.Keep());
    }

    // ---------------------------------------------------------------- matches

    private static Match arriving(NatRule rule) {
        return match(rule, rule.in().map(Terms::enters).stream().toList());
    }

    private static Match leaving(NatRule rule) {
        List<Expr<Passage>> through = new ArrayList<>();
        rule.in().ifPresent(name -> through.add(Terms.enters(name)));
        rule.out().ifPresent(name -> through.add(Terms.leaves(name)));
        return match(rule, through);
    }

    private static Expr<Traffic> traffic(NatRule rule) {
        return WrittenRules.traffic(rule.protocol(), rule.ports().orElse(PortSet.ALL), PortSet.ALL);
    }

    private static Match match(NatRule rule, List<Expr<Passage>> through) {
        return new Match(
                WrittenRules.peers(rule.sources()),
                WrittenRules.peers(rule.destinations()),
                traffic(rule),
                Expr.any(),
                through.isEmpty() ? Expr.any() : Terms.both(through));
    }

    private static Translation with(
            NatRule rule, Match match, Rewrite source, Rewrite destination) {
        return new Translation(
                rule.name(), match, source, destination, Terms.builtIn("nat " + rule.name()));
    }
}
