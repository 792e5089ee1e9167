package io.portolan.model.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Replacements in a text, noted in any order and carried out together.
final class TextEdits {
    private final String text;
    private final List<Edit> edits = new ArrayList<>();

    private record Edit(int start, int end, String replacement) {}

    TextEdits(String text) {
        this.text = text;
    }

    void replace(int start, int end, String replacement) {
        edits.add(new Edit(start, end, replacement));
    }

    /// Puts whole lines in where a line begins, or behind a last line without an end.
    void insertLines(int at, String lines) {
        boolean open = at > 0 && text.charAt(at - 1) != '\n';
        replace(at, at, open ? "\n" + lines : lines);
    }

    String result() {
        List<Edit> sorted = new ArrayList<>(edits);
        sorted.sort(Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end));
        StringBuilder out = new StringBuilder();
        int done = 0;
        for (Edit edit : sorted) {
            out.append(text, done, Math.max(done, edit.start())).append(edit.replacement());
            done = Math.max(done, edit.end());
        }
        return out.append(text, done, text.length()).toString();
    }

    /// Where the line of an index begins.
    int lineStart(int index) {
        return text.lastIndexOf('\n', index - 1) + 1;
    }

    /// Where the line after that of an index begins.
    int nextLine(int index) {
        int end = text.indexOf('\n', index);
        return end < 0 ? text.length() : end + 1;
    }

    int column(int index) {
        return index - lineStart(index);
    }

    /// True if nothing but blanks stands before it in its line.
    boolean isFirstInLine(int index) {
        return text.substring(lineStart(index), index).isBlank();
    }

    /// Where a block with the comment directly above it begins: lines of the same indentation.
    int startWithComment(int index) {
        int start = lineStart(index);
        while (start > 0 && commentColumn(lineStart(start - 1)) == column(index)) {
            start = lineStart(start - 1);
        }
        return start;
    }

    /// Where the block that ends at an index is over, with the comments that are indented deeper
    /// than it begins.
    int endWithComments(int end, int column) {
        int next = nextLine(end);
        while (next < text.length() && commentColumn(next) > column) {
            next = nextLine(next);
        }
        return next;
    }

    /// The column of a comment that has its line for itself; -1 for any other line.
    private int commentColumn(int lineStart) {
        int at = lineStart;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at < text.length() && text.charAt(at) == '#' ? at - lineStart : -1;
    }
}
