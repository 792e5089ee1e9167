package io.portolan.model.design;

/// A part of the design to look at: the elements that a filter (`ElementFilter`) finds. Like the
/// places of boxes it changes nothing that is designed.
public record View(String name, String show) {
    public View {
        if (name.isBlank()) {
            throw new IllegalArgumentException("The view (%s) needs a name.".formatted(show));
        }
        ElementFilter.parse(show);
    }
}
