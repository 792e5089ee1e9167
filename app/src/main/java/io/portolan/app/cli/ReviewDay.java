package io.portolan.app.cli;

import picocli.CommandLine.Option;

import java.time.LocalDate;
import java.time.ZoneId;

/// The day that expiry dates are compared with.
final class ReviewDay {
    @Option(
            names = "--today",
            paramLabel = "DATE",
            description = "Review as of this day (default: today), to repeat an old review.")
    private LocalDate date = LocalDate.now(ZoneId.systemDefault());

    LocalDate date() {
        return date;
    }
}
