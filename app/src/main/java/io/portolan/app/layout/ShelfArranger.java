package io.portolan.app.layout;

import io.portolan.model.design.Box;
import io.portolan.model.design.ElementId;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Puts tiles on shelves, the tall ones first, into a rectangle a little wider than high. For what
/// is not connected and for what is too much to look at line by line.
final class ShelfArranger {
    /// Width to height of a screen with docks around the drawing.
    private static final double ASPECT = 1.6;

    private final SequencedMap<ElementId, Box> placed = new LinkedHashMap<>();
    private final int widest;
    private int x;
    private int y;
    private int shelf;

    private ShelfArranger(int widest) {
        this.widest = widest;
    }

    static Arrangement arrange(List<Tile> tiles) {
        return arrange(tiles, 0);
    }

    /// On shelves that are at least as wide as given.
    static Arrangement arrange(List<Tile> tiles, int width) {
        double area = tiles.stream().mapToDouble(ShelfArranger::areaOf).sum();
        int balanced = (int) Math.sqrt(area * ASPECT);
        ShelfArranger shelves = new ShelfArranger(Math.max(width, balanced));
        tiles.stream()
                .sorted(Comparator.comparingInt(Tile::height).reversed())
                .forEach(shelves::put);
        return new Arrangement(shelves.placed);
    }

    private static double areaOf(Tile tile) {
        return (double) (tile.width() + Measures.GAP) * (tile.height() + Measures.GAP);
    }

    private void put(Tile tile) {
        if (x > 0 && x + tile.width() > widest) {
            x = 0;
            y = Measures.onGrid(y + shelf + Measures.GAP);
            shelf = 0;
        }
        placed.put(tile.id(), new Box(x, y, tile.width(), tile.height()));
        x = Measures.onGrid(x + tile.width() + Measures.GAP);
        shelf = Math.max(shelf, tile.height());
    }
}
