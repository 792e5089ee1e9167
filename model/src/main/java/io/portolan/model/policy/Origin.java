package io.portolan.model.policy;

/// Where a rule comes from.
public sealed interface Origin {
    record Flow(String id) implements Origin {}

    record Line(String file, int line) implements Origin {}

    /// A default of the platform, in its own words ("security-level 100 to 0", "AllowVnetInBound").
    record BuiltIn(String words) implements Origin {}

    /// How people are told: `asa.cfg:12`.
    default String words() {
        return switch (this) {
            case Flow(var id) -> "flow " + id;
            case Line(var file, var line) -> file + ":" + line;
            case BuiltIn(var words) -> "platform: " + words;
        };
    }
}
