package io.portolan.model.reach;

import io.portolan.model.net.AddressSet;
import io.portolan.model.net.PortSet;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Estate.Member;
import io.portolan.model.policy.Hook;
import io.portolan.model.policy.NatTable;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Rewrite;
import io.portolan.model.policy.Translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/// Rewrites one end of a packet; several targets are several alternatives.
final class Translating {
    private static final int WORTH_INDEXING = 4;

    private final PlanIndex plan;
    private final Roster roster;
    private final AddressClasses classes;
    private final Targets targets;
    private final PeerIndex peers;
    private final Map<Client, List<NatTable>> serving = new ConcurrentHashMap<>();

    private record Client(Hook hook, int number) {}

    Translating(PlanIndex plan, Roster roster, AddressClasses classes, PeerIndex peers) {
        this.plan = plan;
        this.roster = roster;
        this.classes = classes;
        this.peers = peers;
        this.targets = new Targets(this, peers);
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

    /// The tables of the cluster, carried out at the client's node.
    List<Alternative> atSource(Alternative alternative, Hook hook) {
        Optional<Member> source = alternative.packet().source().member();
        List<NatTable> tables = source.map(s -> tables(hook, s)).orElse(List.of());
        boolean own = hook == Hook.SERVICE && isDialledAtItsOwn(alternative.packet().destination());
        if (tables.isEmpty() || source.isEmpty() || own) {
            return List.of(alternative);
        }
        Stand stand =
                new Stand(
                        source.get().node().map(this::node).orElse(List.of()),
                        source.get().realm());
        List<Alternative> all = List.of(alternative);
        for (NatTable table : tables) {
            all =
                    Alternative.each(
                            all,
                            a ->
                                    translated(
                                            a,
                                            table,
                                            Sight.of(
                                                    Site.workload(Direction.OUT, Place.NIC),
                                                    a.packet()),
                                            (b, t) -> rewritten(b, t, stand)));
        }
        return all;
    }

    /// Whoever is dialled at an address that nobody knows is still dialled at an address of its
    /// own, and an address is given out once: it is not the address of a service.
    static boolean isDialledAtItsOwn(Party destination) {
        return destination.member().isPresent() && destination.addresses().isEmpty();
    }

    /// Those of which a member may be a client.
    private List<NatTable> tables(Hook hook, Member member) {
        Optional<Integer> number = roster.number(member.name());
        return number.isEmpty() || plan.tables(hook).size() < WORTH_INDEXING
                ? plan.tables(hook)
                : serving.computeIfAbsent(new Client(hook, number.get()), this::serving);
    }

    private List<NatTable> serving(Client client) {
        return plan.tables(client.hook()).stream()
                .filter(table -> peers.of(table.clients()).possibly().has(client.number()))
                .toList();
    }

    private List<Party> node(String name) {
        return self(name, PortView.chosen()).stream().map(p -> p.as(Party.Role.NODE)).toList();
    }

    /// The first translation that matches applies; one that may match is followed both ways.
    static List<Alternative> translated(
            Alternative alternative,
            NatTable table,
            Sight sight,
            BiFunction<Alternative, Translation, List<Alternative>> apply) {
        Truth client = Matching.governs(table.clients(), alternative.packet().source(), sight);
        if (client.isNever()) {
            return List.of(alternative);
        }
        List<Alternative> all = new ArrayList<>();
        PortSet left = alternative.ports();
        for (Translation translation : table.translations()) {
            if (left.isEmpty()) {
                break;
            }
            Truth truth = client.and(Matching.matches(translation.match(), sight));
            PortSet may = left.intersection(truth.possibly());
            if (!may.isEmpty()) {
                all.addAll(apply.apply(alternative.on(may), translation));
                left = left.minus(truth.surely());
            }
        }
        if (!left.isEmpty()) {
            all.add(alternative.on(left));
        }
        return all;
    }

    private List<Alternative> rewritten(Alternative alternative, Translation t, Stand stand) {
        return Alternative.each(redirected(alternative, t, stand), a -> resourced(a, t, stand));
    }

    List<Alternative> redirected(Alternative alternative, Translation t, Stand stand) {
        if (t.destination().equals(Rewrite.NONE)) {
            return List.of(alternative);
        }
        List<Party> parties = targets(alternative.packet().destination(), t.destination(), stand);
        return parties.isEmpty()
                ? alternative.ending(stage(t), Alternative.Ending.NO_ROUTE, "no backend")
                : parties.stream()
                        .map(p -> alternative.packet().to(p).translated(Optional.of(t.name())))
                        .map(packet -> noted(alternative.with(packet), t))
                        .toList();
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

    private static Alternative.Stage stage(Translation t) {
        return new Alternative.Stage(t.name(), "", Optional.of(t.remark().origin()));
    }
}
