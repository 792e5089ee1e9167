package io.portolan.model.reach;

import io.portolan.model.policy.Text;

import java.util.Locale;
import java.util.Optional;

/// One string of a request: said, standing for others like it, known to be absent, or not said.
record Fact(Kind kind, String value) {
    enum Kind {
        SAID,
        /// One text for all that no test tells apart, regular expressions aside.
        WITNESS,
        ABSENT,
        UNSAID
    }

    static final Fact ABSENT = new Fact(Kind.ABSENT, "");
    static final Fact UNSAID = new Fact(Kind.UNSAID, "");

    static Fact said(String value) {
        return new Fact(Kind.SAID, value);
    }

    static Fact witness(String value) {
        return new Fact(Kind.WITNESS, value);
    }

    static Fact orUnsaid(Optional<String> value) {
        return value.map(Fact::said).orElse(UNSAID);
    }

    Truth is(Text test) {
        return switch (kind) {
            case SAID -> Truth.of(Texts.matches(test, value));
            case WITNESS ->
                    Texts.isOpaque(test) ? Truth.MAYBE : Truth.of(Texts.matches(test, value));
            case ABSENT -> Truth.NO;
            case UNSAID -> Truth.MAYBE;
        };
    }

    /// As `is`, for names of hosts, which have no upper and lower case.
    Truth named(Text test) {
        return new Fact(kind, value.toLowerCase(Locale.ROOT)).is(test);
    }
}
