package io.portolan.app.ui.reach;

import io.portolan.model.design.ElementId;

/// One end that the selected element may talk to. `allowed` works for certain, `open` is what the
/// design leaves undefined; both in words, empty if nothing.
public record ReachRow(
        Way way, ElementId other, String label, String kind, String allowed, String open) {
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
        return (way.words() + " " + label + " " + other + " " + kind + " " + allowed + " " + open)
                .toLowerCase(java.util.Locale.ROOT)
                .contains(text);
    }
}
