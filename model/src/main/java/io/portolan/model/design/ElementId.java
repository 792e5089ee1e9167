package io.portolan.model.design;

/// The stable name of an element, written in lower case with `-`, `.`, `_` and `/`. The label may
/// change, the id does not: files, layouts, findings and exports refer to it.
public record ElementId(String value) implements Comparable<ElementId> {
    private static final int LONGEST = 253;

    public ElementId {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException(
                    "The id (%s) must be lower case letters, digits and - . _ / between them."
                            .formatted(value));
        }
    }

    /// Reads an id.
    ///
    /// @throws IllegalArgumentException if `text` is none
    public static ElementId parse(String text) {
        return new ElementId(text);
    }

    /// By hand, without a regular expression: ids are made by the ten thousand.
    private static boolean isWellFormed(String text) {
        int length = text.length();
        if (length == 0 || length > LONGEST || !isAlphanumeric(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < length - 1; i++) {
            char c = text.charAt(i);
            if (!isAlphanumeric(c) && c != '.' && c != '_' && c != '/' && c != '-') {
                return false;
            }
        }
        return isAlphanumeric(text.charAt(length - 1));
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    @Override
    public int compareTo(ElementId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
