package io.portolan.app.ui.canvas;

import javafx.application.Application;

/// Starts the benchmark of the canvas. Run with `-Dglass.platform=Wide -Dwide.width=1920
/// -Dwide.height=1200 -Dprism.order=sw -Djavafx.animation.fullspeed=true`.
public final class CanvasBenchmark {
    private CanvasBenchmark() {}

    public static void main(String[] args) {
        Application.launch(BenchmarkWindow.class, args);
    }
}
