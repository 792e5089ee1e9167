package io.portolan.model.reach;

import io.portolan.model.net.Address;
import io.portolan.model.net.AddressRange;
import io.portolan.model.net.AddressSet;
import io.portolan.model.net.Cidr;
import io.portolan.model.policy.Estate.Member;
import io.portolan.model.policy.PeerKind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Who owns which address, as seen from a realm: the realm's own members first, then the underlay;
/// the most specific block wins, and equal blocks own together (replicas of workloads take their
/// addresses from one range).
final class AddressOwners {
    private static final String UNDERLAY = "";

    /// Addresses with one and the same set of owners; none: nobody is known there.
    record Owned(AddressSet addresses, List<Member> owners) {}

    private record Span(AddressRange range, List<Member> owners) {}

    private final Map<String, List<Span>> spans = new LinkedHashMap<>();

    AddressOwners(List<Member> members) {
        Map<String, TreeMap<Cidr, List<Member>>> blocks = new LinkedHashMap<>();
        for (Member member : members) {
            if (member.kind() != PeerKind.HOST_POD) {
                TreeMap<Cidr, List<Member>> realm =
                        blocks.computeIfAbsent(member.realm(), _ -> new TreeMap<>());
                member.addresses()
                        .forEach(b -> realm.computeIfAbsent(b, _ -> new ArrayList<>()).add(member));
            }
        }
        blocks.forEach((realm, owned) -> spans.put(realm, new Sweep(owned).spans()));
    }

    /// The owners of these addresses, part by part, ascending within each realm.
    List<Owned> of(String realm, AddressSet addresses) {
        List<Owned> parts = new ArrayList<>();
        AddressSet left = claim(realm, addresses, parts);
        if (!realm.equals(UNDERLAY)) {
            left = claim(UNDERLAY, left, parts);
        }
        if (!left.isEmpty()) {
            parts.add(new Owned(left, List.of()));
        }
        return parts;
    }

    private AddressSet claim(String realm, AddressSet addresses, List<Owned> into) {
        List<Span> known = spans.getOrDefault(realm, List.of());
        Map<List<Member>, List<AddressRange>> byOwners = new LinkedHashMap<>();
        List<AddressRange> claimed = new ArrayList<>();
        for (AddressRange range : addresses.ranges()) {
            for (int i = firstEndingFrom(known, range.first()); i < known.size(); i++) {
                Span span = known.get(i);
                if (span.range().first().compareTo(range.last()) > 0) {
                    break;
                }
                AddressRange part = common(span.range(), range);
                byOwners.computeIfAbsent(span.owners(), _ -> new ArrayList<>()).add(part);
                claimed.add(part);
            }
        }
        byOwners.forEach((owners, parts) -> into.add(new Owned(new AddressSet(parts), owners)));
        return addresses.minus(new AddressSet(claimed));
    }

    private static AddressRange common(AddressRange one, AddressRange other) {
        return new AddressRange(
                one.first().compareTo(other.first()) > 0 ? one.first() : other.first(),
                one.last().compareTo(other.last()) < 0 ? one.last() : other.last());
    }

    private static int firstEndingFrom(List<Span> spans, Address address) {
        int low = 0;
        int high = spans.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (spans.get(middle).range().last().compareTo(address) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Blocks are nested or apart, so one pass with a stack finds the innermost owner of every
    /// address.
    private static final class Sweep {
        private record Open(Cidr block, Address last, List<Member> owners) {}

        private final List<Span> spans = new ArrayList<>();
        private final List<Open> open = new ArrayList<>();
        private Address next = Address.lowest(false);

        Sweep(SortedMap<Cidr, List<Member>> blocks) {
            blocks.forEach(this::enter);
            closeAll();
        }

        List<Span> spans() {
            return List.copyOf(spans);
        }

        private void enter(Cidr block, List<Member> owners) {
            while (!open.isEmpty() && !open.getLast().block().contains(block)) {
                close();
            }
            if (!open.isEmpty() && next.compareTo(block.first()) < 0) {
                add(next, block.first().previous());
            }
            next = block.first();
            open.add(new Open(block, block.last(), owners));
        }

        private void closeAll() {
            while (!open.isEmpty()) {
                close();
            }
        }

        private void close() {
            Address last = open.getLast().last();
            boolean wrapped = !spans.isEmpty() && spans.getLast().range().last().equals(last);
            if (!wrapped && next.compareTo(last) <= 0) {
                add(next, last);
            }
            open.removeLast();
            next = last.next();
        }

        private void add(Address first, Address last) {
            spans.add(
                    new Span(new AddressRange(first, last), List.copyOf(open.getLast().owners())));
        }
    }
}
