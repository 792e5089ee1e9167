package io.portolan.app.picture;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/// Finds areas by place: a uniform grid over packed arrays, built once. Areas are named by their
/// number in the list given.
public final class SpatialIndex {
    private static final double PER_CELL = 4;
    private static final int MOST_CELLS = 1 << 18;

    /// Left, top, right, bottom of each area.
    private final double[] sides;

    private final int[] starts;
    private final int[] entries;
    private final Area bounds;
    private final int columns;
    private final int rows;
    private final double cellWidth;
    private final double cellHeight;

    public SpatialIndex(List<Area> areas) {
        sides = new double[areas.size() * 4];
        Bounds all = new Bounds();
        for (int i = 0; i < areas.size(); i++) {
            Area a = areas.get(i);
            all.add(a);
            sides[4 * i] = a.x();
            sides[4 * i + 1] = a.y();
            sides[4 * i + 2] = a.right();
            sides[4 * i + 3] = a.bottom();
        }
        bounds = all.area();
        int cells = (int) Math.clamp(areas.size() / PER_CELL, 1, MOST_CELLS);
        double ratio = Math.max(1, bounds.width()) / Math.max(1, bounds.height());
        columns = Math.clamp(Math.round(Math.sqrt(cells * ratio)), 1, cells);
        rows = Math.max(1, cells / columns);
        cellWidth = Math.max(1, bounds.width()) / columns;
        cellHeight = Math.max(1, bounds.height()) / rows;
        starts = new int[columns * rows + 1];
        entries = fill(areas.size());
    }

    private int[] fill(int count) {
        for (int i = 0; i < count; i++) {
            visitCells(i, cell -> starts[cell + 1]++);
        }
        for (int c = 1; c < starts.length; c++) {
            starts[c] += starts[c - 1];
        }
        int[] next = Arrays.copyOf(starts, starts.length);
        int[] filled = new int[starts[starts.length - 1]];
        for (int i = 0; i < count; i++) {
            int number = i;
            visitCells(i, cell -> filled[next[cell]++] = number);
        }
        return filled;
    }

    private void visitCells(int i, IntConsumer visitor) {
        for (int row = row(sides[4 * i + 1]); row <= row(sides[4 * i + 3]); row++) {
            for (int col = column(sides[4 * i]); col <= column(sides[4 * i + 2]); col++) {
                visitor.accept(row * columns + col);
            }
        }
    }

    public boolean isEmpty() {
        return sides.length == 0;
    }

    /// Visits every area that touches `seen`, each once, in no particular order.
    public void visit(Area seen, IntConsumer visitor) {
        int left = column(seen.x());
        int top = row(seen.y());
        for (int row = top; row <= row(seen.bottom()); row++) {
            for (int col = left; col <= column(seen.right()); col++) {
                int cell = row * columns + col;
                for (int k = starts[cell]; k < starts[cell + 1]; k++) {
                    int i = entries[k];
                    // An area in many cells is reported in the first of them only.
                    if (touches(i, seen)
                            && row == Math.max(top, row(sides[4 * i + 1]))
                            && col == Math.max(left, column(sides[4 * i]))) {
                        visitor.accept(i);
                    }
                }
            }
        }
    }

    /// Whether any area overlaps `seen`, borders left out.
    public boolean anyIn(Area seen) {
        for (int row = row(seen.y()); row <= row(seen.bottom()); row++) {
            for (int col = column(seen.x()); col <= column(seen.right()); col++) {
                if (anyInCell(row * columns + col, seen)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean anyInCell(int cell, Area seen) {
        for (int k = starts[cell]; k < starts[cell + 1]; k++) {
            int i = 4 * entries[k];
            if (sides[i] < seen.right()
                    && sides[i + 2] > seen.x()
                    && sides[i + 1] < seen.bottom()
                    && sides[i + 3] > seen.y()) {
                return true;
            }
        }
        return false;
    }

    private boolean touches(int number, Area seen) {
        int i = 4 * number;
        return sides[i] <= seen.right()
                && sides[i + 2] >= seen.x()
                && sides[i + 1] <= seen.bottom()
                && sides[i + 3] >= seen.y();
    }

    private int column(double x) {
        return (int) Math.clamp((x - bounds.x()) / cellWidth, 0, columns - 1);
    }

    private int row(double y) {
        return (int) Math.clamp((y - bounds.y()) / cellHeight, 0, rows - 1);
    }
}
