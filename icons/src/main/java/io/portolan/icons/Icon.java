package io.portolan.icons;

import java.util.List;

/// One line drawing on a grid of 24 by 24, stroked 1.6 wide with round caps and joins, never
/// filled. `paths` are SVG path data written with absolute `M`, `L`, `C` and `Z` only. A line of no
/// length is a dot of the stroke's width.
public record Icon(String name, List<String> paths) {
    /// Width and height of the grid.
    public static final double GRID = 24;

    /// Width of every line, in units of the grid.
    public static final double STROKE = 1.6;

    public Icon {
        paths = List.copyOf(paths);
        if (paths.isEmpty()) {
            throw new IllegalArgumentException("The icon (%s) needs a path.".formatted(name));
        }
    }
}
