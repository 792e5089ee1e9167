package io.portolan.model.format;

/// How a Java type stands in a file. Types are told apart here once; the reader, the writer and the
/// schema each decide over these shapes, so that they cannot disagree about what there is.
sealed interface Shape {
    /// What is written as a single scalar.
    sealed interface Leaf extends Shape {}

    /// Any text, taken as written: `NO` and `017` are texts here.
    record Text() implements Leaf {}

    /// A decimal number, an int or a long.
    record Whole(Class<?> type) implements Leaf {}

    /// A number with a fraction, or `.inf`.
    record Decimal() implements Leaf {}

    /// `true` or `false`; false where absent.
    record Truth() implements Leaf {}

    /// A constant of an enum in lower case with `-`.
    record Word(Class<?> type) implements Leaf {}

    /// A date like 2026-12-31.
    record Day() implements Leaf {}

    /// A value type with a static `parse(String)` that reads what its `toString` writes.
    record Value(Class<?> type) implements Leaf {}

    /// Ports: one number or range, or a list of them.
    record Ports() implements Shape {}

    /// An `Optional`, or an `OptionalInt`.
    record Maybe(Shape of, Class<?> type) implements Shape {}

    /// A `List` or `Set`. A list of scalars may be written as one scalar.
    record Listing(Shape of, Class<?> type) implements Shape {}

    /// A `Map`. Where its values have an id of the type of the key, the key is the id.
    record Table(Leaf key, Shape value) implements Shape {}

    /// A record.
    record Block(Class<?> type) implements Shape {}

    /// A sealed interface over records; `kind` tells which.
    record Choice(Class<?> type) implements Shape {}

    /// A boolean expression of the enforcement plan over these atoms.
    record Expression(Shape atom) implements Shape {}
}
