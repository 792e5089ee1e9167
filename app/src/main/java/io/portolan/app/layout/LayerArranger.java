package io.portolan.app.layout;

import io.portolan.model.design.Box;
import io.portolan.model.design.ElementId;

import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Arranges tiles from left to right along their connections.
final class LayerArranger {
    private LayerArranger() {}

    static Arrangement arrange(
            List<Tile> tiles, Collection<Connection> connections, LayoutProgress progress) {
        ElkNode root = ElkGraphUtil.createGraph();
        Elk.setUp(root);
        root.setProperty(CoreOptions.PADDING, new ElkPadding(0));
        SequencedMap<ElementId, ElkNode> nodes = new LinkedHashMap<>();
        tiles.forEach(t -> nodes.put(t.id(), node(root, t)));
        connections.forEach(
                c -> ElkGraphUtil.createSimpleEdge(nodes.get(c.from()), nodes.get(c.to())));
        Elk.layOut(root, progress);
        return new Arrangement(read(tiles, nodes));
    }

    private static ElkNode node(ElkNode root, Tile tile) {
        ElkNode node = ElkGraphUtil.createNode(root);
        node.setDimensions(tile.width(), tile.height());
        return node;
    }

    private static SequencedMap<ElementId, Box> read(
            List<Tile> tiles, SequencedMap<ElementId, ElkNode> nodes) {
        SequencedMap<ElementId, Box> boxes = new LinkedHashMap<>();
        for (Tile tile : tiles) {
            ElkNode node = nodes.get(tile.id());
            if (node != null) {
                boxes.put(
                        tile.id(),
                        new Box(snap(node.getX()), snap(node.getY()), tile.width(), tile.height()));
            }
        }
        return boxes;
    }

    private static int snap(double coordinate) {
        return (int) Math.round(coordinate / Measures.GRID) * Measures.GRID;
    }
}
