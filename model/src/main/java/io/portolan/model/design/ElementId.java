package io.portolan.model.design;

import java.util.regex.Pattern;

/// The stable name of an element, written in lower case with `-`, `.`, `_` and `/`. The label may
/// change, the id does not: files, layouts, findings and exports refer to it.
public record ElementId(String value) implements Comparable<ElementId> {
    private static final int LONGEST = 253;
    private static final Pattern FORM = Pattern.compile("[a-z0-9]([a-z0-9._/-]*[a-z0-9])?");

    public ElementId {
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
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

    @Override
    public int compareTo(ElementId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
