package io.portolan.app.layout;

import io.portolan.model.design.Box;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;

import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Lays out some elements with everything inside in one go, so that lines which cross containers
/// count. Good up to a few hundred elements.
final class WholeLayout {
    private final Hierarchy hierarchy;
    private final Map<ElementId, ElkNode> nodes = new HashMap<>();
    private final SequencedMap<ElementId, Box> boxes = new LinkedHashMap<>();

    private WholeLayout(Hierarchy hierarchy) {
        this.hierarchy = hierarchy;
    }

    static SequencedMap<ElementId, Box> of(
            Hierarchy hierarchy, List<Connection> connections, LayoutProgress progress) {
        WholeLayout layout = new WholeLayout(hierarchy);
        ElkNode root = ElkGraphUtil.createGraph();
        Elk.setUp(root);
        hierarchy.roots().forEach(e -> layout.add(e, root));
        connections.forEach(layout::connect);
        Elk.layOut(root, progress);
        hierarchy.roots().forEach(e -> layout.read(e, 0, 0));
        return layout.boxes;
    }

    private void add(Element element, ElkNode parent) {
        ElkNode node = ElkGraphUtil.createNode(parent);
        nodes.put(element.id(), node);
        if (hierarchy.isContainer(element)) {
            Elk.setUp(node, element);
            node.setDimensions(Measures.containerWidth(element), Measures.EMPTY_HEIGHT);
        } else {
            node.setDimensions(Measures.nodeWidth(element.label()), Measures.NODE_HEIGHT);
        }
        hierarchy.children(element.id()).forEach(c -> add(c, node));
    }

    private void connect(Connection connection) {
        ElkNode from = nodes.get(connection.from());
        ElkNode to = nodes.get(connection.to());
        if (from != null && to != null) {
            ElkGraphUtil.createSimpleEdge(from, to);
        }
    }

    /// Reads the place of an element; `left` and `top` are those of its container before rounding,
    /// because places in ELK are relative.
    private void read(Element element, double left, double top) {
        ElkNode node = nodes.get(element.id());
        if (node == null) {
            return;
        }
        double x = left + node.getX();
        double y = top + node.getY();
        boxes.put(element.id(), box(x, y, node, hierarchy.isContainer(element)));
        hierarchy.children(element.id()).forEach(c -> read(c, x, y));
    }

    /// Containers only grow by rounding, so that what is inside stays there.
    private static Box box(double x, double y, ElkNode node, boolean container) {
        int left = (int) Math.round(x / Measures.GRID) * Measures.GRID;
        int top = (int) Math.round(y / Measures.GRID) * Measures.GRID;
        int width = (int) Math.ceil(node.getWidth());
        int height = (int) Math.ceil(node.getHeight());
        return container
                ? new Box(left, top, Measures.onGrid(width), Measures.onGrid(height))
                : new Box(left, top, width, height);
    }
}
