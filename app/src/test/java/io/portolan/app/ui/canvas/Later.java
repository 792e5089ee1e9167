package io.portolan.app.ui.canvas;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/// Does nothing until it is told to, and then on the thread of the test.
final class Later implements Executor {
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    @Override
    public void execute(Runnable work) {
        waiting.add(work);
    }

    int waiting() {
        return waiting.size();
    }

    void runOne() {
        waiting.remove().run();
    }

    void runAll() {
        while (!waiting.isEmpty()) {
            runOne();
        }
    }
}
