package io.portolan.model.reach;

import io.portolan.model.policy.Direction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/// What decides at one end of connections, for the ends of one class: the other classes by the way
/// that leads to them. Gates beside endpoints and gates on devices are kept apart, since many ends
/// share what devices say.
final class SideFactors {
    private final Direction direction;
    private final Stands stands;
    private final List<Group> groups = new ArrayList<>();

    /// Rows that are looked up for the end, or for its node.
    private record Asked(Gate gate, Ref subject) {}

    /// A factor and where it counts.
    private record Part(Factor factor, Axis.Places taken) {}

    /// Some factors towards the same peers, with the rows that are known.
    private record Parts(
            List<Part> all, SequencedSet<Asked> asked, Map<List<Integer>, Rows> known) {
        Parts() {
            this(new ArrayList<>(), new LinkedHashSet<>(), new HashMap<>());
        }

        void add(Factor factor, Axis.Places taken) {
            all.add(new Part(factor, taken));
            if (!(factor.subject() instanceof Ref.Fixed)) {
                asked.add(new Asked(factor.gate(), factor.subject()));
            }
        }
    }

    /// Peers that are reached alike.
    private record Group(Transit transit, Bits peers, Parts near, Parts far) {}

    SideFactors(Direction direction, Stands stands) {
        this.direction = direction;
        this.stands = stands;
    }

    static Map<Transit, Bits> grouped(Direction direction, Transits transits, int known) {
        Map<Transit, Bits> grouped = new LinkedHashMap<>();
        Travellers travellers = transits.travellers();
        for (int other = 0; other < travellers.count(); other++) {
            if (travellers.isExternal(known) && travellers.isExternal(other)) {
                continue;
            }
            Transit transit =
                    direction == Direction.IN
                            ? transits.of(other, known)
                            : transits.of(known, other);
            if (transit.isRegular() && !transit.certain().isEmpty()) {
                grouped.merge(transit, travellers.members(other), Bits::or);
            }
        }
        return grouped;
    }

    void add(Transit transit, Bits peers) {
        Group group = new Group(transit, peers, new Parts(), new Parts());
        groups.add(group);
        for (Course course : transit.courses()) {
            for (Factor factor : course.factors()) {
                if (isHere(factor)) {
                    Parts parts = factor.gate().peers().areEnds() ? group.near() : group.far();
                    parts.add(factor, course.taken());
                }
            }
        }
    }

    /// Whether this end decides about the factor: each is decided at exactly one.
    private boolean isHere(Factor factor) {
        boolean in =
                switch (factor.subject()) {
                    case Ref.Destination() -> true;
                    case Ref.Source(), Ref.Node(_) -> false;
                    case Ref.Fixed(_) -> !(factor.peer() instanceof Ref.Destination);
                };
        return in == (direction == Direction.IN);
    }

    /// What tells apart the ends of the class.
    List<Integer> profile(int end) {
        SequencedSet<Asked> asked = new LinkedHashSet<>();
        groups.forEach(group -> asked.addAll(group.near().asked()));
        groups.forEach(group -> asked.addAll(group.far().asked()));
        return profile(asked, end);
    }

    private List<Integer> profile(SequencedSet<Asked> asked, int end) {
        List<Integer> profile = new ArrayList<>(asked.size());
        for (Asked one : asked) {
            profile.add(one.gate().classOf(one.subject().end(stands, end, end)));
        }
        return profile;
    }

    Rows rows(int end) {
        Rows all = Rows.always(Extent.NONE);
        for (Group group : groups) {
            Rows near = rows(group, group.near(), end);
            if (!near.isNobody()) {
                all = all.or(near.and(start(group)).and(rows(group, group.far(), end)));
            }
        }
        return all;
    }

    private Rows rows(Group group, Parts parts, int end) {
        return parts.known()
                .computeIfAbsent(profile(parts.asked(), end), _ -> made(group, parts, end));
    }

    private Rows made(Group group, Parts parts, int end) {
        Rows rows = Rows.always(Extent.of(group.peers()));
        for (Part part : parts.all()) {
            rows = rows.and(part.taken(), passing(part.factor(), group.peers(), end));
        }
        return rows;
    }

    /// Where every way that is taken may work; said at the destination alone.
    private Rows start(Group group) {
        Extent peers = Extent.of(group.peers());
        return direction == Direction.OUT
                ? Rows.always(peers)
                : Rows.on(group.transit().certain(), peers);
    }

    /// The peers that a factor lets pass, as ends, at the places that are asked for.
    private Rows passing(Factor factor, Bits peers, int end) {
        int example = peers.first();
        boolean in = direction == Direction.IN;
        Rows rows = in ? factor.rows(stands, example, end) : factor.rows(stands, end, example);
        Rows seen =
                factor.port() instanceof PortView.Fixed(int number) ? rows.seenAs(number) : rows;
        return seen.mapped(row -> among(factor, peers, row.surely(), end));
    }

    private Bits among(Factor factor, Bits peers, Bits row, int end) {
        return switch (factor.peer()) {
            case Ref.Source(), Ref.Destination() -> factor.gate().peers().among(peers, row);
            case Ref.Node(int part) -> onNodes(factor, part, peers, row);
            case Ref.Fixed(_) -> row.has(factor.peer(stands, end, end)) ? peers : Bits.NONE;
        };
    }

    /// Everybody whose node is in a row.
    private Bits onNodes(Factor factor, int part, Bits peers, Bits row) {
        GatePeers numbers = factor.gate().peers();
        Bits[] all = {Bits.NONE};
        stands.nodes()
                .forEach(node -> {
                    int[] ends = stands.siblings(node);
                    Bits on = stands.on(node);
                    if (part < ends.length
                            && row.has(numbers.number(ends[part]))
                            && on.overlaps(peers)) {
                        all[0] = all[0].or(on);
                    }
                });
        return all[0].and(peers);
    }
}
