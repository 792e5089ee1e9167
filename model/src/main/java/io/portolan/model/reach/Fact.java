package io.portolan.model.reach;

import java.util.Optional;
import java.util.function.Predicate;

/// One string of a request: said, known to be absent, or not said.
record Fact(Kind kind, String value) {
    enum Kind {
        SAID,
        ABSENT,
        UNSAID
    }

    static final Fact ABSENT = new Fact(Kind.ABSENT, "");
    static final Fact UNSAID = new Fact(Kind.UNSAID, "");

    static Fact said(String value) {
        return new Fact(Kind.SAID, value);
    }

    static Fact orUnsaid(Optional<String> value) {
        return value.map(Fact::said).orElse(UNSAID);
    }

    Truth test(Predicate<String> test) {
        return switch (kind) {
            case SAID -> Truth.of(test.test(value));
            case ABSENT -> Truth.NO;
            case UNSAID -> Truth.MAYBE;
        };
    }
}
