package io.portolan.app.picture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Areas that are taken, added one after the other.
final class Occupied {
    private static final double CELL = 160;

    /// Cells of neighbouring columns must not have neighbouring or equal hashes.
    private static final long APART = 1_000_003;

    private final Map<Long, List<Area>> cells = new HashMap<>();

    void add(Area area) {
        for (long key : keys(area)) {
            cells.computeIfAbsent(key, _ -> new ArrayList<>()).add(area);
        }
    }

    boolean overlaps(Area area) {
        for (long key : keys(area)) {
            for (Area taken : cells.getOrDefault(key, List.of())) {
                if (taken.overlaps(area)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<Long> keys(Area area) {
        List<Long> keys = new ArrayList<>();
        for (long i = cell(area.x()); i <= cell(area.right()); i++) {
            for (long j = cell(area.y()); j <= cell(area.bottom()); j++) {
                keys.add(i * APART + j);
            }
        }
        return keys;
    }

    private static long cell(double coordinate) {
        return (long) Math.floor(coordinate / CELL);
    }
}
