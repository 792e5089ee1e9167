package io.portolan.model.reach;

/// Who is meant at one end of a header, whichever source and destination the connection has.
sealed interface Ref {
    record Source() implements Ref {}

    record Destination() implements Ref {}

    /// The node of the source, at one of its ends.
    record Node(int part) implements Ref {}

    record Fixed(int end) implements Ref {}

    default int end(Stands stands, int from, int to) {
        return switch (this) {
            case Source() -> from;
            case Destination() -> to;
            case Node(int part) -> stands.siblings(stands.node(from))[part];
            case Fixed(int end) -> end;
        };
    }
}
