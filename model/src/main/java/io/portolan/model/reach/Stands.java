package io.portolan.model.reach;

import io.portolan.model.net.AddressSet;
import io.portolan.model.policy.Estate.Member;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// The ends of connections, numbered: everybody of a population once for every class of their
/// addresses, then whoever else translations put into headers. All addresses of one end behave
/// alike.
final class Stands {
    private static final int NOBODY = -1;
    private static final int EITHER = 2;

    private final Population population;
    private final List<Party> parties = new ArrayList<>();
    private final Map<String, int[]> byMember = new HashMap<>();
    private final int[][] ofNumber;
    private final int firstOutside;
    private final int[] nodes;
    private final int[][] siblings;
    private final Bits nodeEnds;
    private final Map<Integer, Bits> onNode;
    private final boolean plain;
    private final Map<Other, Integer> others = new HashMap<>();

    /// An address that nobody in particular is known to have, or a part of a member's.
    private record Other(AddressSet addresses, String member) {}

    Stands(Parts parts, Population population) {
        this.population = population;
        ofNumber = new int[population.size()][];
        for (int i = 0; i < population.size(); i++) {
            ofNumber[i] = ends(parts, i);
        }
        firstOutside =
                population.known() < ofNumber.length
                        ? ofNumber[population.known()][0]
                        : parties.size();
        nodes = new int[parties.size()];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = node(parties.get(i));
        }
        nodeEnds = nodeEnds();
        plain =
                IntStream.range(0, ofNumber.length)
                        .allMatch(i -> ofNumber[i].length == 1 && ofNumber[i][0] == i);
        onNode = onNodes();
        NatParties.of(parts).forEach(this::addOther);
        siblings = new int[parties.size()][];
        for (int i = 0; i < siblings.length; i++) {
            int[] ends = byMember.get(parties.get(i).name());
            siblings[i] = ends == null ? new int[] {i} : ends;
        }
    }

    private Map<Integer, Bits> onNodes() {
        Map<Integer, Bits.Builder> builders = new HashMap<>();
        for (int i = 0; i < nodes.length; i++) {
            if (nodes[i] != NOBODY) {
                builders.computeIfAbsent(nodes[i], _ -> new Bits.Builder()).add(i);
            }
        }
        Map<Integer, Bits> all = new HashMap<>();
        builders.forEach((node, builder) -> all.put(node, builder.build()));
        return all;
    }

    /// A pod in its node's network is its node.
    private int[] ends(Parts parts, int number) {
        Member member = population.members().get(number);
        Member seen = population.isOutside(number) ? member : parts.roster().asSeen(member);
        int[] known = byMember.get(seen.name());
        if (known != null) {
            return known;
        }
        List<AddressSet> classes =
                population.isOutside(number)
                        ? List.of(AddressSet.of(member.addresses()))
                        : parts.classes().of(parts.roster().own(seen));
        int first = parties.size();
        classes.forEach(c -> parties.add(new Party(c, PortView.chosen(), Optional.of(seen))));
        int[] ends = IntStream.range(first, parties.size()).toArray();
        byMember.put(seen.name(), ends);
        return ends;
    }

    private int node(Party end) {
        return end.member()
                .flatMap(Member::node)
                .flatMap(name -> Optional.ofNullable(byMember.get(name)))
                .filter(ends -> ends.length > 0)
                .map(ends -> ends[0])
                .orElse(NOBODY);
    }

    private Bits nodeEnds() {
        Bits.Builder all = new Bits.Builder();
        for (int node : nodes) {
            if (node != NOBODY) {
                all.add(node);
            }
        }
        return all.build();
    }

    /// 0 for IPv4, 1 for IPv6, 2 where no address is known, which may be of either.
    int family(int end) {
        return family(parties.get(end));
    }

    private static int family(Party party) {
        return party.addresses().isEmpty() ? EITHER : party.addresses().first().v6() ? 1 : 0;
    }

    private void addOther(Party party) {
        if (number(party) == NOBODY) {
            others.put(new Other(party.addresses(), party.name()), parties.size());
            parties.add(party);
        }
    }

    List<Party> parties() {
        return parties;
    }

    /// Everybody who is one of these ends.
    Bits owners(Bits ends) {
        if (plain) {
            return ends;
        }
        Bits.Builder all = new Bits.Builder();
        for (int i = 0; i < ofNumber.length; i++) {
            if (Arrays.stream(ofNumber[i]).anyMatch(ends::has)) {
                all.add(i);
            }
        }
        return all.build();
    }

    /// The first end that is no member but an outside address; only such follow.
    int firstOutside() {
        return firstOutside;
    }

    /// How many ends are somebody of the population; the others follow.
    int known() {
        return nodes.length;
    }

    /// True if everybody is one end, with the same number.
    boolean isPlain() {
        return plain;
    }

    int[] of(int number) {
        return ofNumber[number];
    }

    /// The first end of the node that an end is on, or -1.
    int node(int end) {
        return end < nodes.length ? nodes[end] : NOBODY;
    }

    /// Whether somebody is on this node; of a node with several ends the first.
    boolean isNode(int end) {
        return nodeEnds.has(end);
    }

    /// All ends of one member, this one included.
    int[] siblings(int end) {
        return siblings[end];
    }

    /// Who is on a node.
    Bits on(int node) {
        return onNode.getOrDefault(node, Bits.NONE);
    }

    /// Every node that somebody is on.
    Bits nodes() {
        return nodeEnds;
    }

    /// Whether two ends are of one member.
    boolean isSame(int one, int other) {
        return siblings(one)[0] == siblings(other)[0];
    }

    /// Whether two ends are of one address family, as far as that is known.
    boolean meet(int one, int other) {
        int family = family(one);
        int wanted = family(other);
        return family == EITHER || wanted == EITHER || family == wanted;
    }

    /// The end that a party of a header is, or -1 if it is none of them.
    int number(Party party) {
        int[] ends = byMember.get(party.name());
        if (party.member().isEmpty() || ends == null) {
            return others.getOrDefault(new Other(party.addresses(), party.name()), NOBODY);
        }
        return Arrays.stream(ends).filter(i -> holds(i, party)).findFirst().orElse(NOBODY);
    }

    private boolean holds(int end, Party party) {
        AddressSet own = parties.get(end).addresses();
        return party.addresses().isEmpty() ? own.isEmpty() : own.containsAll(party.addresses());
    }
}
