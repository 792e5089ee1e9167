package io.portolan.exporters.spi;

import java.util.List;

/// One file to write: a relative path with `/`, its text (UTF-8, `\n`, ending in one), and which
/// lines belong to which element or flow.
public record Artifact(String path, String text, List<Mark> marks) {
    public Artifact {
        marks = List.copyOf(marks);
    }

    /// Lines `first` to `last` (from 1, both included) come from the element or flow `about`.
    public record Mark(int first, int last, String about) {}
}
