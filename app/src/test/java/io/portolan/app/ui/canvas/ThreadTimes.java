package io.portolan.app.ui.canvas;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/// Processor time that the two threads of a window have used, in milliseconds: the one that runs
/// the program's code and the one that paints.
record ThreadTimes(double window, double painter) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    static ThreadTimes now() {
        return new ThreadTimes(of("JavaFX Application Thread"), of("QuantumRenderer"));
    }

    ThreadTimes since(ThreadTimes before) {
        return new ThreadTimes(window - before.window, painter - before.painter);
    }

    private static double of(String name) {
        long nanos = 0;
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith(name)) {
                nanos += Math.max(0, THREADS.getThreadCpuTime(thread.threadId()));
            }
        }
        return nanos / 1e6;
    }
}
