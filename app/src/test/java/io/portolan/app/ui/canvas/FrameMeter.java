package io.portolan.app.ui.canvas;

import java.util.Arrays;
import java.util.Locale;

/// Times of frames from pulse to pulse. The first ones warm up and do not count.
final class FrameMeter {
    private static final int WARM = 30;
    private static final int MEASURED = 90;

    private final double[] millis = new double[MEASURED];
    private int frame = -1;
    private long last;
    private ThreadTimes begun = ThreadTimes.now();

    /// Counts a pulse; true when enough have been seen.
    boolean pulse() {
        long now = System.nanoTime();
        frame++;
        if (frame == WARM) {
            begun = ThreadTimes.now();
        } else if (frame > WARM) {
            millis[frame - WARM - 1] = (now - last) / 1e6;
        }
        last = now;
        return frame == WARM + MEASURED;
    }

    int frame() {
        return frame;
    }

    String report() {
        ThreadTimes used = ThreadTimes.now().since(begun);
        Arrays.sort(millis);
        return String.format(
                Locale.ROOT,
                "p50 %5.1f ms  p95 %5.1f ms  CPU per frame: window %4.1f ms, painter %4.1f ms",
                millis[MEASURED / 2],
                millis[MEASURED * 95 / 100],
                used.window() / MEASURED,
                used.painter() / MEASURED);
    }
}
