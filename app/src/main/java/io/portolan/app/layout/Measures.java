package io.portolan.app.layout;

import io.portolan.model.design.Cluster;
import io.portolan.model.design.Element;
import io.portolan.model.design.Mesh;
import io.portolan.model.design.Zone;

/// The measures that layout and picture share, in drawing units (pixels at 100 %).
public final class Measures {
    /// Boxes sit on multiples of this.
    public static final int GRID = 8;

    /// A node that holds nothing and has a name of usual length.
    public static final int NODE_WIDTH = 160;

    public static final int NODE_HEIGHT = 50;

    /// The widest node: longer names are cut.
    public static final int NODE_WIDEST = 240;

    /// The strip at the top of a container with icon, name and facts.
    public static final int HEADER = 34;

    /// Between the border of a container and what it holds; below the header, too.
    public static final int PADDING = 16;

    /// Least distance between two boxes side by side, wide enough for a line between them.
    public static final int GAP = 24;

    /// Distance between two boxes that a line with a label connects.
    public static final int LANE = 72;

    /// An empty container is as large as if it held one node.
    public static final int EMPTY_WIDTH = NODE_WIDTH + 2 * PADDING;

    public static final int EMPTY_HEIGHT = 104;

    /// A cluster's header shows network plug-in and ranges beside the name.
    public static final int CLUSTER_WIDTH = 360;

    /// Corner radius of nodes and of containers.
    public static final int NODE_RADIUS = 8;

    public static final int CONTAINER_RADIUS = 10;

    /// Side of the coloured tile of a node and of the icon on it.
    public static final int TILE = 32;

    public static final int TILE_ICON = 20;

    /// Width of a letter of a name (12.5 semibold) and of tile and margins beside it, both on the
    /// safe side.
    private static final double LETTER = 7.4;

    private static final int BESIDE_NAME = 60;

    private Measures() {}

    /// Whether elements of that kind are drawn as a frame even when nothing is inside. A mesh is
    /// not: membership is a glyph on its members.
    public static boolean isContainer(Element element) {
        return element instanceof Zone && !(element instanceof Mesh);
    }

    /// The width of a node with that name.
    public static int nodeWidth(String label) {
        int wanted = onGrid((int) Math.ceil(BESIDE_NAME + label.length() * LETTER));
        return Math.clamp(wanted, NODE_WIDTH, NODE_WIDEST);
    }

    /// The least width of a container: its header must be readable.
    public static int containerWidth(Element element) {
        int header = onGrid((int) Math.ceil(BESIDE_NAME + element.label().length() * LETTER));
        return Math.max(header, element instanceof Cluster ? CLUSTER_WIDTH : EMPTY_WIDTH);
    }

    /// The next multiple of the grid that is not smaller.
    public static int onGrid(int length) {
        return Math.ceilDiv(length, GRID) * GRID;
    }
}
