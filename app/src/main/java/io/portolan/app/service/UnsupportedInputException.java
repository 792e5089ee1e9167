package io.portolan.app.service;

import io.portolan.model.design.Design;
import io.portolan.model.policy.Remainder;
import io.portolan.model.report.TextReport;

import java.util.List;

/// The input is valid, but holds policies that are not analysed: an answer without them could be
/// wrong. Every message names one of them and its place.
public final class UnsupportedInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> messages;

    private UnsupportedInputException(List<String> messages) {
        super(String.join("\n", messages));
        this.messages = List.copyOf(messages);
    }

    /// @throws UnsupportedInputException if something of the design is not analysed
    public static void check(Design design) {
        List<Remainder> remainders = design.observed().notAnalysed();
        if (!remainders.isEmpty()) {
            throw new UnsupportedInputException(
                    remainders.stream().map(UnsupportedInputException::message).toList());
        }
    }

    private static String message(Remainder remainder) {
        return "not analysed: %s Leave it out to see what holds without it."
                .formatted(TextReport.said(remainder));
    }

    public List<String> messages() {
        return messages;
    }
}
