package io.portolan.app.layout;

import io.portolan.model.design.Box;

/// Where a container's content begins: below the header and inside of the padding.
final class Inset {
    static final int TOP = Measures.onGrid(Measures.HEADER + Measures.PADDING / 2);

    private Inset() {}

    /// The room for content in a container.
    static Box of(Box container) {
        return new Box(
                container.x() + Measures.PADDING,
                container.y() + TOP,
                container.width() - 2 * Measures.PADDING,
                container.height() - TOP - Measures.PADDING);
    }

    /// A container that holds `content`, too.
    static Box around(Box container, Box content) {
        Box needed =
                new Box(
                        content.x() - Measures.PADDING,
                        content.y() - TOP,
                        content.width() + 2 * Measures.PADDING,
                        content.height() + TOP + Measures.PADDING);
        return FreeSpot.union(container, needed);
    }
}
