package io.portolan.model.reach;

import io.portolan.model.net.AddressSet;
import io.portolan.model.net.PortSet;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Estate.Member;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Hook;
import io.portolan.model.policy.NatTable;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Rewrite;
import io.portolan.model.policy.Translation;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/// Rewrites one end of a packet; several targets are several alternatives.
final class Translating {
    private final Roster roster;
    private final AddressClasses classes;
    private final Targets targets;
    private final Concerning<NatTable> serving;
    private final Concerning<NatTable> leaving;
    private final IdentityHashMap<NatTable, NatIndex> indexes = new IdentityHashMap<>();

    Translating(PlanIndex plan, Roster roster, AddressClasses classes, PeerIndex peers) {
        this.roster = roster;
        this.classes = classes;
        this.targets = new Targets(this, peers);
        this.serving = clients(plan, Hook.SERVICE, roster, peers);
        this.leaving = clients(plan, Hook.EGRESS, roster, peers);
        plan.plan().natTables().forEach(table -> indexes.put(table, new NatIndex(table)));
    }

    private static Concerning<NatTable> clients(
            PlanIndex plan, Hook hook, Roster roster, PeerIndex peers) {
        return new Concerning<>(plan.tables(hook), NatTable::clients, roster, peers);
    }

    /// A member as the network sees it, once for every class of its addresses.
    List<Party> self(String name, PortView port) {
        return roster.find(name).map(m -> self(m, port)).orElse(List.of());
    }

    List<Party> self(Member member, PortView port) {
        Member seen = roster.asSeen(member);
        return classes.of(roster.own(seen)).stream()
                .map(part -> new Party(part, port, Optional.of(seen)))
                .toList();
    }

    /// Everyone at these addresses as seen from a realm, once for every class.
    List<Party> at(String realm, AddressSet addresses, PortView port) {
        return classes.of(addresses).stream()
                .flatMap(part -> roster.at(realm, part, port).stream())
                .toList();
    }

    List<Party> targets(Party party, Rewrite rewrite, Stand stand) {
        return targets.of(party, rewrite, stand);
    }

    /// The services of the cluster, carried out at the client's node; of a client outside, at a
    /// node that it may be routed to.
    List<Alternative> toBackends(Alternative alternative) {
        Predicate<Alternative> asks = a -> !isDialledAtItsOwn(a.packet().destination());
        return asks.test(alternative) ? atSource(alternative, serving, asks) : List.of(alternative);
    }

    /// How the cluster of the client changes the source of what leaves its node.
    List<Alternative> fromNode(Alternative alternative) {
        return atSource(alternative, leaving, _ -> true);
    }

    private List<Alternative> atSource(
            Alternative alternative, Concerning<NatTable> clients, Predicate<Alternative> asks) {
        Optional<Member> source = alternative.packet().source().member();
        List<NatTable> tables = clients.of(source);
        if (tables.isEmpty()) {
            return List.of(alternative);
        }
        Stand stand =
                new Stand(
                        source.flatMap(Member::node)
                                .map(node -> node(node, alternative.packet().source()))
                                .orElse(List.of()),
                        source.map(Member::realm).orElse(""));
        List<Alternative> all = List.of(alternative);
        for (NatTable table : tables) {
            all =
                    Alternative.each(
                            all, a -> asks.test(a) ? translated(a, table, stand) : List.of(a));
        }
        return all;
    }

    private List<Alternative> translated(Alternative a, NatTable table, Stand stand) {
        Sight sight = Sight.of(Site.workload(Direction.OUT, Place.NIC), a.packet());
        return translated(a, table, sight, (b, t) -> rewritten(b, t, stand));
    }

    /// Whoever is dialled at an address that nobody knows is still dialled at an address of its
    /// own, and an address is given out once: it is not the address of a service.
    static boolean isDialledAtItsOwn(Party destination) {
        return destination.member().isPresent() && destination.addresses().isEmpty();
    }

    /// What a relay sends on comes from its node, whoever asked it.
    private List<Party> node(String name, Party client) {
        List<Party> node = self(name, PortView.chosen());
        return client.role() == Party.Role.SOURCE
                ? node.stream().map(p -> p.as(Party.Role.NODE)).toList()
                : node;
    }

    /// The first translation that matches applies; one that may match is followed both ways.
    List<Alternative> translated(
            Alternative alternative,
            NatTable table,
            Sight sight,
            BiFunction<Alternative, Translation, List<Alternative>> apply) {
        Turns<Translation> turns = turns(table, sight, alternative.ports());
        if (turns.turns().isEmpty()) {
            return List.of(alternative);
        }
        Alternative told = doubting(alternative, table, turns, sight);
        List<Alternative> all = new ArrayList<>();
        turns.turns().forEach(t -> all.addAll(apply.apply(told.on(t.ports()), t.taking())));
        if (!turns.left().isEmpty()) {
            all.add(told.on(turns.left()));
        }
        return all;
    }

    Turns<Translation> turns(NatTable table, Sight sight, PortSet ports) {
        List<Translation> about = about(table, sight.packet());
        Truth client =
                about.isEmpty()
                        ? Truth.NO
                        : Matching.governs(table.clients(), sight.packet().source(), sight);
        return Turns.of(
                client.isNever() ? List.of() : about,
                ports,
                t -> client.and(Matching.matches(t.match(), sight)));
    }

    /// The translations of a table that may match a packet, by where it goes.
    List<Translation> about(NatTable table, Packet packet) {
        NatIndex index = indexes.get(table);
        return index == null ? table.translations() : index.of(packet.destination().addresses());
    }

    /// With a word about the translation that may apply or not.
    static Alternative doubting(
            Alternative alternative, NatTable table, Turns<Translation> turns, Sight sight) {
        return turns.doubtful()
                .map(t ->
                        alternative.doubting(
                                stage(t),
                                "it translates",
                                Doubts.matches(
                                        t.match()
                                                .from(
                                                        Expr.allOf(
                                                                table.clients(),
                                                                t.match().source())),
                                        sight)))
                .orElse(alternative);
    }

    private List<Alternative> rewritten(Alternative alternative, Translation t, Stand stand) {
        return Alternative.each(redirected(alternative, t, stand), a -> resourced(a, t, stand));
    }

    List<Alternative> redirected(Alternative alternative, Translation t, Stand stand) {
        if (t.destination().equals(Rewrite.NONE)) {
            return List.of(alternative);
        }
        List<Alternative> all = new ArrayList<>();
        for (Party party : targets(alternative.packet().destination(), t.destination(), stand)) {
            Packet packet = alternative.packet().to(party).translated(Optional.of(t.name()));
            all.add(noted(alternative.with(packet), t));
        }
        for (String why : Targets.unknown(t.destination().address())) {
            all.addAll(alternative.ending(stage(t), Alternative.Ending.UNDEFINED, why));
        }
        return all.isEmpty()
                ? alternative.ending(stage(t), Alternative.Ending.NO_ROUTE, "no backend")
                : all;
    }

    List<Alternative> resourced(Alternative alternative, Translation t, Stand stand) {
        if (t.source().equals(Rewrite.NONE)) {
            return List.of(alternative);
        }
        List<Party> parties = targets(alternative.packet().source(), t.source(), stand);
        return parties.isEmpty()
                ? alternative.ending(
                        stage(t),
                        Alternative.Ending.UNDEFINED,
                        "it is not known to which address the source is translated")
                : parties.stream()
                        .map(p -> noted(alternative.with(alternative.packet().from(p)), t))
                        .toList();
    }

    private static Alternative noted(Alternative alternative, Translation t) {
        return alternative.noting(stage(t), Outcome.TRANSLATES, "translates");
    }

    private static Stage stage(Translation t) {
        return new Stage(t.name(), "", Optional.of(t.remark().origin()));
    }
}
