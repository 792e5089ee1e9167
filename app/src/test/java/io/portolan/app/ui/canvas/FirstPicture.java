package io.portolan.app.ui.canvas;

import javafx.animation.AnimationTimer;

import java.util.Locale;

/// From a new design to its complete picture: the first pulse, the first that showed boxes, the
/// last, and the longest time between two pulses, in which the window answered nobody.
final class FirstPicture extends AnimationTimer {
    private final DesignCanvas canvas;
    private final Runnable done;
    private final long begun = System.nanoTime();
    private final ThreadTimes before = ThreadTimes.now();
    private long last = begun;
    private double first;
    private double boxes;
    private double longest;

    FirstPicture(DesignCanvas canvas, Runnable done) {
        this.canvas = canvas;
        this.done = done;
    }

    @Override
    public void handle(long pulse) {
        long now = System.nanoTime();
        longest = Math.max(longest, (now - last) / 1e6);
        last = now;
        if (first == 0) {
            first = (now - begun) / 1e6;
        }
        if (boxes == 0 && canvas.tally().containers() > 0) {
            boxes = (now - begun) / 1e6;
        }
        if (boxes > 0 && !canvas.viewModel().isDrawing()) {
            stop();
            report((now - begun) / 1e6);
            done.run();
        }
    }

    private void report(double complete) {
        ThreadTimes used = ThreadTimes.now().since(before);
        System.out.printf(
                Locale.ROOT,
                "first picture          first pulse %.0f ms, boxes %.0f ms, complete %.0f ms,"
                        + " longest wait %.0f ms, CPU: window %.0f ms, painter %.0f ms%n",
                first,
                boxes,
                complete,
                longest,
                used.window(),
                used.painter());
    }
}
