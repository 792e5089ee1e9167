package io.portolan.app.ui.reach;

import io.portolan.model.design.ElementId;

import java.util.Locale;

/// One end that the selected element may talk to. `allowed` works for certain, `open` is what the
/// design leaves undefined, `inside` are those of a container of whom it holds; all in words, empty
/// if nothing.
public record ReachRow(
        Way way,
        ElementId other,
        String label,
        String kind,
        String allowed,
        String open,
        String inside) {
    /// Who opens the connection.
    public enum Way {
        REACHES("reaches"),
        REACHED_BY("is reached by");

        private final String words;

        Way(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /// Whether one of the words has the text, which is in lower case.
    boolean contains(String text) {
        return String.join(" ", way.words(), label, other.value(), kind, allowed, open, inside)
                .toLowerCase(Locale.ROOT)
                .contains(text);
    }
}
