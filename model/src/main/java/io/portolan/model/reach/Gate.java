package io.portolan.model.reach;

import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The points that packets of one kind meet at one site, with what they let pass: for every end
/// that rules are looked up for a row of peers along the axis. Ends that nothing here tells apart
/// share their rows.
final class Gate {
    private final Lens lens;
    private final GatePeers peers;
    private final PeerIndex subjects;
    private final List<GatePoint> points = new ArrayList<>();
    private final AxisRules rules;
    private final Stands stands;
    private final boolean kinMatters;
    private final int[] classes;
    private final int[] firsts;
    private final Rows[] rows;
    private final Map<Integer, Rows> exact = new HashMap<>();

    Gate(List<Gates.Governing> asked, Lens lens, Views views) {
        this.lens = lens;
        this.stands = views.stands();
        this.subjects = views.subjects();
        asked.forEach(g -> points.add(new GatePoint(g.point(), g.truth(), lens, subjects)));
        this.peers = GatePeers.of(lens, peerTerms(), views);
        this.rules = new AxisRules(lens, peers.index());
        this.kinMatters = peerTerms().stream().anyMatch(Kin::matters);
        this.classes = classify();
        this.firsts = firsts();
        this.rows = new Rows[firsts.length];
    }

    private List<Expr<Peer>> peerTerms() {
        return points.stream().flatMap(point -> point.peerTerms().stream()).distinct().toList();
    }

    /// Nobody sits here.
    boolean isOpen() {
        return points.isEmpty();
    }

    /// True if no point here says anything about this end, whoever is at the other one.
    boolean isOpenTo(int end) {
        return points.stream().noneMatch(point -> point.mayGovern(end));
    }

    /// True if rules here ask who proves which identity.
    boolean readsIdentity() {
        return peerTerms().stream().anyMatch(Gate::readsIdentity);
    }

    private static boolean readsIdentity(Expr<Peer> term) {
        return switch (term) {
            case Expr.Is<Peer>(var atom) -> atom instanceof Peer.Principal;
            case Expr.AnyOf<Peer>(var terms) -> terms.stream().anyMatch(Gate::readsIdentity);
            case Expr.AllOf<Peer>(var terms) -> terms.stream().anyMatch(Gate::readsIdentity);
            case Expr.Not<Peer>(var inner) -> readsIdentity(inner);
            case Expr.Named<Peer>(_, var meaning) -> readsIdentity(meaning);
            case Expr.Any<Peer>(), Expr.Unknown<Peer>(_) -> false;
        };
    }

    GatePeers peers() {
        return peers;
    }

    boolean isSubjectDestination() {
        return lens.isSubjectDestination();
    }

    int classOf(int end) {
        return classes[end];
    }

    int count() {
        return rows.length;
    }

    private int[] classify() {
        Facets facets = new Facets(subjects.size());
        points.forEach(point -> point.tellApart(facets));
        if (points.stream().anyMatch(GatePoint::namesPortsOfSubjects)) {
            List<Object> names = new ArrayList<>();
            for (int i = 0; i < subjects.size(); i++) {
                names.add(AxisRules.names(subjects.member(i)));
            }
            facets.add(names);
        }
        if (kinMatters) {
            facets.add(relatives());
        }
        return facets.classes();
    }

    /// Ends with the same node; a node itself is like nobody else.
    private List<Integer> relatives() {
        List<Integer> relatives = new ArrayList<>();
        for (int i = 0; i < subjects.size(); i++) {
            relatives.add(stands.isNode(i) ? -2 - i : stands.node(i));
        }
        return relatives;
    }

    private int[] firsts() {
        int count = 0;
        int[] first = new int[classes.length];
        for (int i = 0; i < classes.length; i++) {
            if (classes[i] == count) {
                first[count++] = i;
            }
        }
        int[] firsts = new int[count];
        System.arraycopy(first, 0, firsts, 0, count);
        Bits.Builder bits = new Bits.Builder(classes.length);
        for (int i : firsts) {
            bits.add(i);
        }
        Bits all = bits.build();
        points.forEach(point -> point.select(all));
        return firsts;
    }

    /// The peers that may and may not pass, for a class of ends.
    synchronized Rows rows(int known) {
        Rows of = rows[known];
        if (of == null) {
            int first = firsts[known];
            boolean isNode = kinMatters && stands.isNode(first);
            of = rowsOf(first, first, isNode ? itself(first) : Extent.NONE);
            rows[known] = of;
        }
        return of;
    }

    /// The rows of one end that may be its own peer, after translations.
    synchronized Rows exact(int end) {
        return kinMatters
                ? exact.computeIfAbsent(end, e -> rowsOf(e, firsts[classes[e]], itself(e)))
                : rows(classes[end]);
    }

    private Extent itself(int end) {
        return peers.extent(stands.siblings(end));
    }

    private Rows rowsOf(int end, int first, Extent itself) {
        int node = stands.node(end);
        Extent itsNode = node < 0 ? Extent.NONE : peers.extent(stands.siblings(node));
        Kin kin = kinMatters ? new Kin(itself, itsNode) : Kin.NONE;
        AxisRules.Subject subject = new AxisRules.Subject(subjects.end(end), kin);
        Optional<Rows> all = Optional.empty();
        for (GatePoint point : points) {
            if (point.mayGovern(first)) {
                Rows one = point.rows(rules, subject, first);
                all = Optional.of(all.map(rows -> rows.and(one)).orElse(one));
            }
        }
        return all.orElseGet(() -> Rows.always(Extent.of(peers.index().everyone())));
    }
}
