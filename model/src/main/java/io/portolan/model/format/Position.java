package io.portolan.model.format;

/// A place in a text: line and column, both from 1.
public record Position(int line, int column) implements Comparable<Position> {
    /// The beginning of a text; also the place of values that come from no text.
    public static final Position START = new Position(1, 1);

    @Override
    public int compareTo(Position other) {
        return line != other.line
                ? Integer.compare(line, other.line)
                : Integer.compare(column, other.column);
    }

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
