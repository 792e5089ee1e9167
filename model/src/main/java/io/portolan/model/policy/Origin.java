package io.portolan.model.policy;

/// Where a rule comes from.
public sealed interface Origin {
    /// How people are told: `asa.cfg:12`.
    String words();

    record Flow(String id) implements Origin {
        @Override
        public String words() {
            return "flow " + id;
        }
    }

    record Line(String file, int line) implements Origin {
        @Override
        public String words() {
            return file + ":" + line;
        }
    }

    /// A default of the platform, in its own words ("security-level 100 to 0", "AllowVnetInBound").
    record BuiltIn(String words) implements Origin {}
}
