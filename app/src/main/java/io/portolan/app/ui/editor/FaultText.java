package io.portolan.app.ui.editor;

import io.portolan.app.service.Faults;
import io.portolan.app.service.InvalidInputException;

import java.io.UncheckedIOException;

/// What went wrong, as one sentence for the user. Faults of our own go to the log file with all
/// details.
public final class FaultText {
    private FaultText() {}

    /// The sentence. Refused input and trouble with files explain themselves.
    public static String of(Throwable fault) {
        return switch (fault) {
            case InvalidInputException e -> e.messages().getFirst();
            case UncheckedIOException e ->
                    "The file cannot be used (%s).".formatted(e.getMessage());
            case IllegalArgumentException e when e.getMessage() != null -> e.getMessage();
            default -> Faults.keep(fault);
        };
    }
}
