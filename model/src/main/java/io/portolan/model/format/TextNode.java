package io.portolan.model.format;

import java.util.List;

/// A value in a YAML text with the range of characters it takes, so that it can be replaced and the
/// rest stays as it was typed.
sealed interface TextNode {
    /// The index behind the last character of the value, before any comment or line end.
    int end();

    /// A block of keys on lines of their own.
    record Keys(List<Slot> slots, int end) implements TextNode {}

    /// A list with dashes.
    record Items(List<Slot> slots, int end) implements TextNode {}

    /// Anything else, which is only ever replaced as a whole.
    record Whole(int end) implements TextNode {}

    /// A key or a dash with its value. `start` is the index of the key or the dash.
    record Slot(String key, int start, TextNode value) {
        int end() {
            return Math.max(start, value.end());
        }
    }
}
