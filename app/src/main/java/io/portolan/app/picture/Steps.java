package io.portolan.app.picture;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

/// Counts what a drawing has done, tells of every hundredth part, and ends the work as soon as
/// nobody waits for it. For any number of threads.
final class Steps {
    private static final int PARTS = 100;

    private final DrawingProgress progress;
    private final int all;
    private final AtomicInteger done = new AtomicInteger();

    Steps(DrawingProgress progress, int all) {
        this.progress = progress;
        this.all = Math.max(1, all);
    }

    DrawingProgress progress() {
        return progress;
    }

    /// One more is done.
    void next() {
        if (progress.cancelled()) {
            throw new CancellationException("The drawing was stopped.");
        }
        int now = done.incrementAndGet();
        if (now * (long) PARTS / all != (now - 1) * (long) PARTS / all) {
            progress.done(Math.min(1, (double) now / all));
        }
    }
}
