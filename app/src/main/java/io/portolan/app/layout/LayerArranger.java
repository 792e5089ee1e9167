package io.portolan.app.layout;

import io.portolan.model.design.Box;
import io.portolan.model.design.ElementId;

import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Arranges tiles in layers along their connections.
final class LayerArranger {
    /// A row of three nodes may stay a row, however flat.
    private static final int ROW = 3 * Measures.NODE_WIDTH + 2 * Measures.LANE;

    /// Width to height of a screen with docks around the drawing.
    private static final double SCREEN = 1.6;

    private LayerArranger() {}

    /// From left to right or, where that is a long row, from top to bottom if it fits a screen
    /// better.
    static Arrangement compact(
            List<Tile> tiles, Collection<Connection> connections, LayoutProgress progress) {
        Arrangement row = rightwards(tiles, connections, progress);
        if (row.width() <= ROW || misfit(row) < Math.log(SCREEN)) {
            return row;
        }
        Arrangement column = arrange(tiles, connections, Direction.DOWN, progress);
        return misfit(column) < misfit(row) ? column : row;
    }

    private static double misfit(Arrangement arrangement) {
        double shape = (double) arrangement.width() / arrangement.height();
        return Math.abs(Math.log(shape / SCREEN));
    }

    /// From left to right.
    static Arrangement rightwards(
            List<Tile> tiles, Collection<Connection> connections, LayoutProgress progress) {
        return arrange(tiles, connections, Direction.RIGHT, progress);
    }

    private static Arrangement arrange(
            List<Tile> tiles,
            Collection<Connection> connections,
            Direction direction,
            LayoutProgress progress) {
        ElkNode root = ElkGraphUtil.createGraph();
        Elk.setUp(root, direction);
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
