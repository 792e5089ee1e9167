package io.portolan.exporters.netns;

import io.portolan.model.net.Address;

/// What became of one attempt to connect.
public sealed interface Answer {
    /// Somebody answered, who saw the connection come from `from` to `to`.
    record Answered(Address from, Address to, int port) implements Answer {}

    /// A reset or an error came back.
    record Refused() implements Answer {}

    /// Nothing came back in time.
    record Silent() implements Answer {}

    /// Reads what a peer printed.
    ///
    /// @throws AssertionError if the attempt could not even be made
    static Answer parse(String text) {
        String[] words = text.split(" ", -1);
        return switch (words[0]) {
            case "answered" ->
                    new Answered(
                            Address.parse(words[1]),
                            Address.parse(words[2]),
                            Integer.parseInt(words[3]));
            case "refused" -> new Refused();
            case "silent" -> new Silent();
            default -> throw new AssertionError(text);
        };
    }
}
