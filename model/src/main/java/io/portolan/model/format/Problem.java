package io.portolan.model.format;

/// Something wrong in a file, with its place (both from 1) and its path as a JSON pointer
/// (`/elements/web/ports/0`).
public record Problem(int line, int column, String path, String message) {
    static Problem at(Position position, String path, String message) {
        return new Problem(position.line(), position.column(), path, message);
    }

    /// As a compiler would print it: `7:9 Unknown key (tagg). Maybe tag?`
    @Override
    public String toString() {
        return line + ":" + column + " " + message;
    }
}
