package io.portolan.exporters.edgecases;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.model.reach.Hop;
import io.portolan.model.reach.Verdict;

import java.util.stream.Collectors;

/// A verdict with what can be expected of it. A failure shows the whole path.
record Judged(Verdict verdict) {
    Judged isAllowed() {
        return is(Verdict.Allowed.class);
    }

    Judged isDenied() {
        return is(Verdict.Denied.class);
    }

    Judged hasNoRoute() {
        return is(Verdict.NoRoute.class);
    }

    /// Platforms differ or the text does not say; `why` is part of the reason that is given.
    Judged isUndefined(String why) {
        is(Verdict.Undefined.class);
        assertThat(((Verdict.Undefined) verdict).reason()).as(path()).contains(why);
        return this;
    }

    /// Some hop gives this rule or default as its reason.
    Judged because(String rule) {
        assertThat(verdict.path()).as(path()).anyMatch(hop -> hop.because().contains(rule));
        return this;
    }

    private Judged is(Class<? extends Verdict> kind) {
        assertThat(verdict).as(path()).isInstanceOf(kind);
        return this;
    }

    private String path() {
        return verdict.path().stream()
                .map(Judged::words)
                .collect(Collectors.joining("\n", "\n", "\n"));
    }

    private static String words(Hop hop) {
        return "%s %s %s: %s".formatted(hop.outcome(), hop.point(), hop.seen(), hop.because());
    }
}
