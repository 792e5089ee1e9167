package io.portolan.app.picture;

import io.portolan.model.design.ElementId;

import java.util.List;
import java.util.Optional;

/// What the drawing shows of one element, flow or link: how it looks close by (`ops`) and enough to
/// draw it from far away. `spoken` is what a screen reader says of it.
public sealed interface Item {
    Area bounds();

    List<Op> ops();

    String spoken();

    /// An element that holds others. `holds` is the number of nodes inside at any depth, `word`
    /// what most of them are (`workloads`).
    record Container(
            ElementId id,
            Area area,
            int depth,
            Paint paint,
            Heading heading,
            int holds,
            String word,
            List<Op> ops,
            String spoken)
            implements Item {
        public Container {
            ops = List.copyOf(ops);
        }

        @Override
        public Area bounds() {
            return area;
        }
    }

    /// An element without others inside.
    record Node(
            ElementId id,
            Optional<ElementId> parent,
            Area area,
            Paint paint,
            Heading heading,
            int problems,
            List<Op> ops,
            String spoken)
            implements Item {
        public Node {
            ops = List.copyOf(ops);
        }

        @Override
        public Area bounds() {
            return area;
        }
    }

    /// A flow or a link. `legs` are its ways from station to station, `under` is drawn below the
    /// nodes and `ops` (signs and labels) above them.
    record Edge(
            EdgeId id,
            ElementId from,
            ElementId to,
            List<Route> legs,
            Pen pen,
            Optional<Area> label,
            Area bounds,
            List<Op> under,
            List<Op> ops,
            String spoken)
            implements Item {
        public Edge {
            legs = List.copyOf(legs);
            under = List.copyOf(under);
            ops = List.copyOf(ops);
        }
    }

    /// Fill and outline of a box, and the colour of its family.
    record Paint(int fill, int line, int family) {}

    /// Icon and name, for drawing smaller than the full thing.
    record Heading(String icon, String name, int colour) {}
}
