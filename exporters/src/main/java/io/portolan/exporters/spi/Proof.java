package io.portolan.exporters.spi;

/// How far the output of a dialect has been checked by somebody else, and by whom: one or two
/// sentences that a test keeps true.
public record Proof(Strength strength, String by) {

    /// Strongest first.
    public enum Strength {
        /// Loaded or judged by the program that will run it.
        REAL_PROGRAM,
        /// Read by an independent parser or evaluator of the language.
        PARSER,
        /// Valid by the vendor's schema.
        SCHEMA,
        /// Only its structure was compared.
        STRUCTURE
    }

    /// The strength in words, as lists and pages show it.
    public String words() {
        return switch (strength) {
            case REAL_PROGRAM -> "proven by the real program";
            case PARSER -> "proven by an independent reader";
            case SCHEMA -> "proven by the vendor's schema";
            case STRUCTURE -> "by structure only";
        };
    }
}
