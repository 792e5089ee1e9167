package io.portolan.model.reach;

import java.util.concurrent.CancellationException;

/// Long work stops where the thread that does it was interrupted: nobody waits for it any more.
/// What was found out until then stays known.
public final class Interruption {
    private Interruption() {}

    /// @throws CancellationException if the thread was interrupted
    public static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the answer is not wanted any more");
        }
    }
}
