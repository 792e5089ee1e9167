package io.portolan.model.reach;

import io.portolan.model.net.AddressSet;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Estate.Member;
import io.portolan.model.policy.Hook;
import io.portolan.model.policy.NatTable;
import io.portolan.model.policy.PeerKind;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Replies;
import io.portolan.model.policy.Rewrite;
import io.portolan.model.policy.Translation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which pairs are more than the policies at their two ends: those that cross devices, are
/// translated, captured by a proxy or end in a relay. They go through the path evaluator.
final class Irregular {
    private static final int NOBODY = -1;
    private static final byte IPV4 = 1;
    private static final byte IPV6 = 2;

    private final Parts parts;
    private final Population population;
    private final PeerIndex open;
    private final Bits special;
    private final Bits served;
    private final Bits services;
    private final int[] nodes;
    private final byte[] families;
    private final boolean everyoneMeets;
    private final List<Extent[]> egress = new ArrayList<>();

    Irregular(Parts parts, Population population, PeerIndex open) {
        this.parts = parts;
        this.population = population;
        this.open = open;
        Bits.Builder builder = new Bits.Builder(population.members().size());
        parts.plan().plan().captures().forEach(c -> builder.add(open.of(c.members()).possibly()));
        for (EnforcementPoint point : parts.plan().plan().points()) {
            if (point.replies() == Replies.FILTERED
                    && point.position() instanceof Position.AtEndpoint at) {
                builder.add(open.of(at.governed()).possibly());
            }
        }
        families = new byte[population.members().size()];
        for (int i = 0; i < population.members().size(); i++) {
            families[i] = family(population.members().get(i));
            if (isSpecial(population.members().get(i))) {
                builder.add(i);
            }
        }
        special = builder.build();
        served = touched(Hook.SERVICE).and(addressed());
        services = surelyTouched(Hook.SERVICE);
        nodes = nodes(population.members());
        everyoneMeets = !parts.plan().hasRouters() && !parts.roster().hasGateways();
        for (NatTable table : parts.plan().tables(Hook.EGRESS)) {
            table.translations().stream()
                    .filter(Irregular::changes)
                    .forEach(t -> egress.add(sides(t)));
        }
    }

    private boolean isSpecial(Member member) {
        boolean host = member.kind() == PeerKind.HOST_POD;
        boolean relay = parts.plan().relayAt(member.name()).isPresent();
        boolean device = parts.plan().table(member.name(), Hook.PREROUTING).isPresent();
        return host || relay || device || isSpread(member);
    }

    /// Several addresses that some block tells apart, or of both families.
    private boolean isSpread(Member member) {
        AddressSet addresses = AddressSet.of(member.addresses());
        return parts.classes().of(addresses).size() > 1;
    }

    /// Those whose addresses are known; the others are not at the address of a service.
    private Bits addressed() {
        Bits.Builder builder = new Bits.Builder(population.members().size());
        for (int i = 0; i < population.members().size(); i++) {
            if (!population.members().get(i).addresses().isEmpty()) {
                builder.add(i);
            }
        }
        return builder.build();
    }

    private Bits touched(Hook hook) {
        Bits.Builder builder = new Bits.Builder(population.members().size());
        for (NatTable table : parts.plan().tables(hook)) {
            table.translations()
                    .forEach(t -> builder.add(open.of(t.match().destination()).possibly()));
        }
        return builder.build();
    }

    private Bits surelyTouched(Hook hook) {
        Bits.Builder builder = new Bits.Builder(population.members().size());
        for (NatTable table : parts.plan().tables(hook)) {
            table.translations()
                    .forEach(t -> builder.add(open.of(t.match().destination()).surely()));
        }
        return builder.build();
    }

    private Extent[] sides(Translation t) {
        return new Extent[] {open.of(t.match().source()), open.of(t.match().destination())};
    }

    /// True for addresses that a cluster translates when one of its members dials them.
    boolean isService(int number) {
        return services.has(number);
    }

    boolean is(int from, int to) {
        if (special.has(from) || special.has(to) || served.has(to) || relates(from, to)) {
            return true;
        }
        return !meets(from, to) || isTranslated(from, to);
    }

    private boolean relates(int from, int to) {
        return from == to || nodes[from] == to || nodes[to] == from;
    }

    private static int[] nodes(List<Member> members) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < members.size(); i++) {
            numbers.putIfAbsent(members.get(i).name(), i);
        }
        return members.stream()
                .mapToInt(m ->
                        m.node().map(node -> numbers.getOrDefault(node, NOBODY)).orElse(NOBODY))
                .toArray();
    }

    private boolean meets(int from, int to) {
        return everyoneMeets
                || population
                        .members()
                        .get(from)
                        .segment()
                        .equals(population.members().get(to).segment());
    }

    private boolean isTranslated(int from, int to) {
        for (Extent[] sides : egress) {
            if (sides[0].possibly().has(from) && sides[1].possibly().has(to)) {
                return true;
            }
        }
        return false;
    }

    private static boolean changes(Translation t) {
        return !t.source().equals(Rewrite.NONE) || !t.destination().equals(Rewrite.NONE);
    }

    /// Both of one address family, as far as that is known.
    boolean haveAFamilyInCommon(int from, int to) {
        return (families[from] & families[to]) != 0;
    }

    private static byte family(Member member) {
        if (member.addresses().isEmpty()) {
            return IPV4 | IPV6;
        }
        return member.addresses().getFirst().first().v6() ? IPV6 : IPV4;
    }
}
