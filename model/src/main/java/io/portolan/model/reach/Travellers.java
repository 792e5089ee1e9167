package io.portolan.model.reach;

import io.portolan.model.net.AddressSet;
import io.portolan.model.policy.Estate.Member;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Hook;
import io.portolan.model.policy.NatTable;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PeerKind;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Ends by how connections from and to them travel: two ends of one class go the same ways, through
/// the same proxies, translations and devices. What filters say on the way is not part of it.
final class Travellers {
    static final int NONE = -1;

    private final int[] classes;
    private final Bits[] members;
    private final BitSet external = new BitSet();

    /// Ends that nobody asks about (`ignored`) are in no class.
    Travellers(Parts parts, Views views, Bits ignored) {
        TravelTerms terms = new TravelTerms(parts.plan().plan());
        classes = new Classifying(parts, views, terms, ignored).classes();
        int count = Arrays.stream(classes).max().orElse(-1) + 1;
        Bits.Builder[] builders = new Bits.Builder[count];
        Arrays.setAll(builders, _ -> new Bits.Builder());
        for (int i = 0; i < classes.length; i++) {
            if (classes[i] != NONE) {
                builders[classes[i]].add(i);
            }
        }
        for (int i = 0; i < classes.length; i++) {
            if (classes[i] != NONE && isExternal(views.stands().parties().get(i))) {
                external.set(classes[i]);
            }
        }
        members = new Bits[count];
        Arrays.setAll(members, i -> builders[i].build());
    }

    private static boolean isExternal(Party end) {
        return end.member().filter(m -> m.kind() == PeerKind.EXTERNAL).isPresent();
    }

    int count() {
        return members.length;
    }

    int of(int end) {
        return classes[end];
    }

    /// Whether a class is of outside addresses; nobody asks what those do among themselves.
    boolean isExternal(int known) {
        return external.get(known);
    }

    Bits members(int known) {
        return members[known];
    }

    /// Collects what tells ends apart.
    private record Classifying(Parts parts, Views views, TravelTerms terms, Bits ignored) {
        /// What is asked about an end directly.
        private record Facts(
                String realm,
                Optional<String> segment,
                int family,
                boolean isExternal,
                boolean isProven,
                Object names) {}

        int[] classes() {
            Stands stands = views.stands();
            int size = stands.known();
            Bits known = Bits.range(0, size);
            Facets facets = new Facets(size);
            List<Facts> facts = new ArrayList<>();
            List<Integer> alone = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                facts.add(facts(i, stands.parties().get(i)));
                alone.add(isAlone(stands.parties().get(i)) ? i : -1);
            }
            facets.add(facts);
            facets.add(alone);
            terms.atoms().forEach(atom -> facets.add(extent(atom).within(known)));
            terms.blocks()
                    .forEach(
                            block -> facets.add(extent(new Peer.At(List.of(block))).within(known)));
            facets.add(nodes(facets.classes()));
            return numbered(facets.classes());
        }

        private int[] numbered(int[] all) {
            Map<Integer, Integer> numbers = new HashMap<>();
            int[] numbered = new int[all.length];
            for (int i = 0; i < all.length; i++) {
                numbered[i] =
                        ignored.has(i)
                                ? NONE
                                : numbers.computeIfAbsent(all[i], _ -> numbers.size());
            }
            return numbered;
        }

        private Extent extent(Peer atom) {
            return views.proven().of(Expr.is(atom));
        }

        private Facts facts(int number, Party end) {
            return new Facts(
                    end.member().map(Member::realm).orElse(""),
                    end.member().map(Member::segment),
                    views.stands().family(number),
                    isExternal(end),
                    end.identity().isPresent(),
                    terms.namesPorts() ? AxisRules.names(end.member()) : "");
        }

        /// Relays, devices that can be dialled, and addresses that are translated one by one.
        private boolean isAlone(Party end) {
            String name = end.name();
            return parts.plan().relayAt(name).isPresent()
                    || parts.plan().table(name, Hook.PREROUTING).isPresent()
                    || terms.shifted().stream()
                            .anyMatch(block -> AddressSet.of(block).overlaps(end.addresses()));
        }

        /// Where the address of the client's node is put in, it matters which kind of node that is.
        private List<List<Integer>> nodes(int[] known) {
            boolean matters =
                    parts.plan().plan().natTables().stream()
                            .map(NatTable::hook)
                            .anyMatch(this::isAtSource);
            Stands stands = views.stands();
            List<List<Integer>> nodes = new ArrayList<>();
            for (int i = 0; i < known.length; i++) {
                int node = matters ? stands.node(i) : -1;
                nodes.add(
                        node < 0
                                ? List.of()
                                : Arrays.stream(stands.siblings(node))
                                        .mapToObj(n -> known[n])
                                        .toList());
            }
            return nodes;
        }

        private boolean isAtSource(Hook hook) {
            return switch (hook) {
                case SERVICE, EGRESS -> true;
                case PREROUTING, POSTROUTING -> false;
            };
        }
    }
}
