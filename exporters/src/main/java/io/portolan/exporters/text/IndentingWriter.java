package io.portolan.exporters.text;

import io.portolan.exporters.spi.Artifact;

import java.util.ArrayList;
import java.util.List;

/// Collects lines of text with indentation, and which lines belong to which element or flow. Lines
/// end in `\n` on every platform.
public final class IndentingWriter {
    private final StringBuilder text = new StringBuilder();
    private final List<Artifact.Mark> marks = new ArrayList<>();
    private final String step;
    private int depth;
    private int lines;
    private String bullet = "";

    /// `step` is added for each level, such as four spaces.
    public IndentingWriter(String step) {
        this.step = step;
    }

    /// One line at the current indentation; a blank one stays empty.
    public IndentingWriter line(String content) {
        if (content.indexOf('\n') >= 0) {
            throw new IllegalArgumentException(
                    "The line (%s) must not hold a line break. Write two lines."
                            .formatted(content.replace("\n", "\\n")));
        }
        text.append(content.isEmpty() ? "" : margin()).append(content).append('\n');
        lines++;
        return this;
    }

    private String margin() {
        String margin = bullet.isEmpty() ? step.repeat(depth) : step.repeat(depth - 1) + bullet;
        bullet = "";
        return margin;
    }

    /// What `body` writes is indented one level deeper, its first line behind `mark` instead.
    public IndentingWriter bulleted(String mark, Runnable body) {
        bullet = mark;
        return indented(body);
    }

    /// What `body` writes is indented one level deeper.
    public IndentingWriter indented(Runnable body) {
        depth++;
        try {
            body.run();
        } finally {
            depth--;
        }
        return this;
    }

    /// What `body` writes belongs to the element or flow `about` ("" = to none).
    public IndentingWriter about(String about, Runnable body) {
        int first = lines + 1;
        body.run();
        if (lines >= first && !about.isEmpty()) {
            marks.add(new Artifact.Mark(first, lines, about));
        }
        return this;
    }

    /// How many lines there are so far.
    public int lines() {
        return lines;
    }

    /// All of it as a file at that relative path.
    public Artifact artifact(String path) {
        return new Artifact(path, text.toString(), marks);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
