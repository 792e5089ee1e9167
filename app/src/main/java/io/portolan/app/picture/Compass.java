package io.portolan.app.picture;

import java.util.List;

/// The four ways a line can run.
enum Compass {
    RIGHT(0, 1, 0),
    DOWN(1, 0, 1),
    LEFT(2, -1, 0),
    UP(3, 0, -1);

    private static final List<Compass> ALL = List.of(values());

    final int number;
    final int dx;
    final int dy;

    Compass(int number, int dx, int dy) {
        this.number = number;
        this.dx = dx;
        this.dy = dy;
    }

    static Compass of(int number) {
        return ALL.get(number);
    }

    static List<Compass> all() {
        return ALL;
    }

    Compass opposite() {
        return of((number + 2) % ALL.size());
    }
}
