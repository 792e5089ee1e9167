package io.portolan.app.layout;

/// The measures that layout and picture share, in drawing units (pixels at 100 %).
public final class Measures {
    /// Boxes sit on multiples of this.
    public static final int GRID = 8;

    /// A node that holds nothing.
    public static final int NODE_WIDTH = 160;

    public static final int NODE_HEIGHT = 50;

    /// The strip at the top of a container with icon, name and facts.
    public static final int HEADER = 34;

    /// Between the border of a container and what it holds; below the header, too.
    public static final int PADDING = 16;

    /// Least distance between two boxes side by side, wide enough for a line and its label.
    public static final int GAP = 24;

    /// An empty container is as large as if it held one node.
    public static final int EMPTY_WIDTH = NODE_WIDTH + 2 * PADDING;

    public static final int EMPTY_HEIGHT = 104;

    /// Corner radius of nodes and of containers.
    public static final int NODE_RADIUS = 8;

    public static final int CONTAINER_RADIUS = 10;

    /// Side of the coloured tile of a node and of the icon on it.
    public static final int TILE = 32;

    public static final int TILE_ICON = 20;

    private Measures() {}
}
