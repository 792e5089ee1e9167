package io.portolan.app.picture;

import java.util.List;

/// What is drawn along the way of a line: lines and arrows below the nodes, signs above them.
record Strokes(List<Op> under, List<Op> over) {
    Strokes {
        under = List.copyOf(under);
        over = List.copyOf(over);
    }
}
