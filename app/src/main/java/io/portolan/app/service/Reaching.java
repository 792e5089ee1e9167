package io.portolan.app.service;

import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;
import io.portolan.model.net.PortSet;
import io.portolan.model.policy.Estate;
import io.portolan.model.reach.Relation;
import io.portolan.model.reach.TrafficSet;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// Who reaches an element and what it reaches, by the relation of the whole design. A container
/// stands for everybody inside.
public record Reaching(Analysis analysis, BooleanSupplier cancelled) {
    /// What may be opened between the element and another one: surely, and what is not defined
    /// beyond that. `inside` are those of the element of whom it holds: itself, or some in it.
    public record Pair(
            ElementId other,
            boolean outwards,
            TrafficSet allowed,
            TrafficSet open,
            List<ElementId> inside) {
        public Pair {
            inside = List.copyOf(inside);
        }
    }

    /// Those whom an element stands for.
    public List<ElementId> members(ElementId element) {
        return names().filter(name -> isInside(name, element)).map(ElementId::new).toList();
    }

    private Stream<String> names() {
        return analysis.compiled().estate().members().stream().map(Estate.Member::name);
    }

    /// The pairs with any traffic, those that the element opens first; fewer if cancelled.
    public List<Pair> of(ElementId element) {
        Relation relation = analysis.reachability().relation();
        List<String> all = names().toList();
        SequencedSet<String> own = new LinkedHashSet<>();
        members(element).forEach(id -> own.add(id.value()));
        List<Pair> pairs = new ArrayList<>();
        for (boolean outwards : new boolean[] {true, false}) {
            for (String other : all) {
                if (cancelled.getAsBoolean()) {
                    return pairs;
                }
                if (!own.contains(other)) {
                    add(pairs, pair(relation, own, other, outwards));
                }
            }
        }
        return pairs;
    }

    private static void add(List<Pair> pairs, Pair pair) {
        if (!pair.allowed().isEmpty() || !pair.open().isEmpty()) {
            pairs.add(pair);
        }
    }

    private boolean isInside(String member, ElementId element) {
        Design design = analysis.design();
        ElementId id = new ElementId(member);
        return id.equals(element)
                || design.ancestors(id).stream().anyMatch(around -> around.id().equals(element));
    }

    private static Pair pair(
            Relation relation, SequencedSet<String> own, String other, boolean outwards) {
        TrafficSet allowed = TrafficSet.NONE;
        TrafficSet possible = TrafficSet.NONE;
        List<ElementId> inside = new ArrayList<>();
        for (String one : own) {
            String from = outwards ? one : other;
            String to = outwards ? other : one;
            TrafficSet some = relation.possible(from, to);
            if (!some.isEmpty()) {
                inside.add(new ElementId(one));
            }
            allowed = allowed.union(relation.allowed(from, to));
            possible = possible.union(some);
        }
        return new Pair(new ElementId(other), outwards, allowed, minus(possible, allowed), inside);
    }

    private static TrafficSet minus(TrafficSet all, TrafficSet part) {
        return new TrafficSet(
                all.tcp().minus(part.tcp()),
                all.udp().minus(part.udp()),
                all.sctp().minus(part.sctp()),
                all.others() && !part.others());
    }

    /// `tcp 443, 8080; udp 53`, or `everything`; no text for nothing.
    public static String words(TrafficSet traffic) {
        if (traffic.equals(TrafficSet.ALL)) {
            return "everything";
        }
        List<String> parts = new ArrayList<>();
        ports(parts, "tcp", traffic.tcp());
        ports(parts, "udp", traffic.udp());
        ports(parts, "sctp", traffic.sctp());
        if (traffic.others()) {
            parts.add("other protocols");
        }
        return String.join("; ", parts);
    }

    private static void ports(List<String> parts, String protocol, PortSet ports) {
        if (!ports.isEmpty()) {
            parts.add(protocol + " " + (ports.equals(PortSet.ALL) ? "every port" : ports));
        }
    }
}
