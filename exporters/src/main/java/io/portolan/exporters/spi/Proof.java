package io.portolan.exporters.spi;

/// How far the output of a dialect has been checked by somebody else, strongest first.
public enum Proof {
    /// Loaded or judged by the program that will run it.
    REAL_PROGRAM,
    /// Read by an independent parser or evaluator of the language.
    PARSER,
    /// Valid by the vendor's schema.
    SCHEMA,
    /// Only its structure was compared.
    STRUCTURE
}
