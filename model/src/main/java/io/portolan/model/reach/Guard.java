package io.portolan.model.reach;

import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Rule;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// What the points at a gate let pass: for every end that rules are looked up for a row of peers
/// along the axis. Ends that nothing here tells apart share their rows.
final class Guard {
    private final Gate gate;
    private final Views views;
    private final GatePeers peers;
    private final List<GatePoint> points;
    private final AxisRules rules;
    private final boolean kinMatters;
    private final boolean namesMatter;
    private final int[] classes;
    private final int[] firsts;
    private final AtomicReferenceArray<@Nullable Rows> rows;
    private final Map<Rows, Rows> distinct = new ConcurrentHashMap<>();
    private final Map<Integer, Rows> exact = new ConcurrentHashMap<>();

    /// `plan`: the points of the plan, by their numbers.
    Guard(Gate gate, List<EnforcementPoint> plan, Views views) {
        this.gate = gate;
        this.views = views;
        points = new ArrayList<>();
        for (int i = 0; i < gate.points().size(); i++) {
            EnforcementPoint point = plan.get(gate.points().get(i));
            points.add(new GatePoint(point, gate.governing(i), gate.lens(), views.subjects()));
        }
        List<Expr<Peer>> terms =
                points.stream().flatMap(point -> point.peerTerms().stream()).distinct().toList();
        peers = GatePeers.of(gate.lens(), terms, views);
        rules = new AxisRules(gate.lens(), peers.index());
        kinMatters = terms.stream().anyMatch(Kin::matters);
        namesMatter = points.stream().anyMatch(GatePoint::namesPortsOfSubjects);
        classes = classify();
        firsts = firsts(classes);
        Bits all = Bits.of(firsts);
        points.forEach(point -> point.select(all));
        rows = new AtomicReferenceArray<>(firsts.length);
    }

    /// The same gate after an edit of single policies.
    private Guard(Guard before, Map<Integer, PointChange> changes) {
        gate = before.gate;
        views = before.views;
        peers = before.peers;
        rules = before.rules;
        kinMatters = before.kinMatters;
        namesMatter = before.namesMatter;
        Bits concerned = Bits.NONE;
        Facets facets = new Facets(before.classes, before.firsts.length);
        for (int i = 0; i < before.points.size(); i++) {
            PointChange change = changes.get(gate.points().get(i));
            if (change != null) {
                before.points.get(i).tellApart(change, facets);
                concerned = concerned.or(before.points.get(i).concerned(change));
            }
        }
        classes = facets.refined();
        firsts = firsts(classes);
        points = points(before, changes, concerned.and(Bits.of(firsts)));
        rows = kept(before, concerned);
    }

    private List<GatePoint> points(
            Guard before, Map<Integer, PointChange> changes, Bits concerned) {
        Map<Integer, Integer> fresh = new HashMap<>();
        for (int i = before.firsts.length; i < firsts.length; i++) {
            fresh.put(firsts[i], before.firsts[before.classes[firsts[i]]]);
        }
        List<GatePoint> all = new ArrayList<>();
        for (int i = 0; i < before.points.size(); i++) {
            GatePoint point = before.points.get(i);
            PointChange change = changes.get(gate.points().get(i));
            GatePoint told = fresh.isEmpty() ? point : point.knowing(fresh);
            all.add(change == null ? told : told.after(change, concerned));
        }
        return all;
    }

    /// Rows that the edit does not concern.
    private AtomicReferenceArray<@Nullable Rows> kept(Guard before, Bits concerned) {
        AtomicReferenceArray<@Nullable Rows> kept = new AtomicReferenceArray<>(firsts.length);
        for (int i = 0; i < firsts.length; i++) {
            if (!concerned.has(firsts[i])) {
                kept.set(i, before.rows.get(before.classes[firsts[i]]));
            }
        }
        return kept;
    }

    /// The guard of the same gate after an edit, as far as something that is known is of use there.
    Optional<Guard> after(Map<Integer, PointChange> changes) {
        List<PointChange> here =
                gate.points().stream().filter(changes::containsKey).map(changes::get).toList();
        if (here.isEmpty()) {
            return Optional.of(this);
        }
        return here.stream().allMatch(this::isGradual)
                ? Optional.of(new Guard(this, changes))
                : Optional.empty();
    }

    /// Whether a change neither tells peers apart that were alike, nor makes more depend on who the
    /// subject is.
    private boolean isGradual(PointChange change) {
        List<PointChange.Part> parts = change.parts().orElse(List.of());
        List<Rule> rules =
                parts.stream().flatMap(p -> p.rules().orElse(p.policy().rules()).stream()).toList();
        List<Expr<Peer>> terms =
                rules.stream().map(rule -> gate.lens().peer(rule.match())).toList();
        Set<Interest> asked = Interest.of(parts.stream().map(PointChange.Part::policy).toList());
        return change.parts().isPresent()
                && (kinMatters || terms.stream().noneMatch(Kin::matters))
                && (namesMatter || !asked.contains(Interest.PORT_NAMES))
                && !asked.contains(Interest.NESTED)
                && !peers.areToldApart(terms, views.peers(gate.lens()));
    }

    private int[] classify() {
        Facets facets = new Facets(views.subjects().size());
        points.forEach(point -> point.tellApart(facets));
        if (namesMatter) {
            List<Object> names = new ArrayList<>();
            for (int i = 0; i < views.subjects().size(); i++) {
                names.add(AxisRules.names(views.subjects().member(i)));
            }
            facets.add(names);
        }
        if (kinMatters) {
            tellRelativesApart(facets);
        }
        return facets.classes();
    }

    /// Ends with the same node are alike; a node itself is like nobody else.
    private void tellRelativesApart(Facets facets) {
        views.stands()
                .nodes()
                .forEach(node -> {
                    facets.add(views.stands().on(node));
                    facets.add(Bits.of(node));
                });
    }

    private static int[] firsts(int[] classes) {
        int[] firsts = new int[Arrays.stream(classes).max().orElse(-1) + 1];
        for (int i = classes.length - 1; i >= 0; i--) {
            firsts[classes[i]] = i;
        }
        return firsts;
    }

    GatePeers peers() {
        return peers;
    }

    /// True if no point here says anything about this end, whoever is at the other one.
    boolean isOpenTo(int end) {
        return points.stream().noneMatch(point -> point.mayGovern(end));
    }

    int classOf(int end) {
        return classes[end];
    }

    /// The peers that may and may not pass, for a class of ends.
    Rows rows(int known) {
        Rows of = rows.get(known);
        if (of == null) {
            int first = firsts[known];
            boolean isNode = kinMatters && views.stands().isNode(first);
            of = distinct(rowsOf(first, first, isNode ? itself(first) : Extent.NONE));
            rows.set(known, of);
        }
        return of;
    }

    /// Equal rows are one object.
    private Rows distinct(Rows made) {
        Rows known = distinct.putIfAbsent(made, made);
        return known == null ? made : known;
    }

    /// Likewise, for one end.
    Rows rowsOf(int end) {
        return rows(classes[end]);
    }

    /// The rows of one end that may be its own peer, after translations.
    Rows exact(int end) {
        return kinMatters
                ? exact.computeIfAbsent(end, e -> rowsOf(e, firsts[classes[e]], itself(e)))
                : rows(classes[end]);
    }

    private Extent itself(int end) {
        return peers.extent(views.stands().siblings(end));
    }

    private Rows rowsOf(int end, int first, Extent itself) {
        int node = views.stands().node(end);
        Extent itsNode = node < 0 ? Extent.NONE : peers.extent(views.stands().siblings(node));
        Kin kin = kinMatters ? new Kin(itself, itsNode) : Kin.NONE;
        AxisRules.Subject subject = new AxisRules.Subject(views.subjects().end(end), kin);
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
