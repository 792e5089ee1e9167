package io.portolan.app.ui.canvas;

import io.portolan.app.picture.DisplayList;
import io.portolan.app.picture.Draughtsman;
import io.portolan.app.picture.DrawingProgress;
import io.portolan.app.picture.Palette;
import io.portolan.app.ui.editor.FxThread;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Makes the drawings of a canvas: at once if little is new, else in the background, so that the
/// window goes on answering. Only the newest order counts: it ends the work on those before. Used
/// on the thread of the window.
final class Studio {
    /// More new elements and flows than this would be felt.
    static final int FEW = 400;

    private static final Duration IDLE = Duration.ofSeconds(5);

    private final Draughtsman draughtsman = new Draughtsman();
    private final Executor elsewhere;
    private final Executor window;
    private Order last = Order.NOTHING;
    private Optional<Job> running = Optional.empty();

    /// `elsewhere` does one thing after the other; `window` runs what belongs on the window's
    /// thread.
    Studio(Executor elsewhere, Executor window) {
        this.elsewhere = elsewhere;
        this.window = window;
    }

    /// With a thread that is there as long as it is needed.
    static Studio ofWindow() {
        ThreadPoolExecutor thread =
                new ThreadPoolExecutor(
                        1,
                        1,
                        IDLE.toMillis(),
                        TimeUnit.MILLISECONDS,
                        new LinkedBlockingQueue<>(),
                        Thread.ofPlatform().daemon().name("portolan-drawing").factory());
        thread.allowCoreThreadTimeOut(true);
        return new Studio(thread, new FxThread());
    }

    /// Draws and hands over what comes of it, all of it before this returns or bit by bit later.
    void draw(Order order, Consumer<Sheet> done) {
        boolean little = order.differences(last, FEW + 1) <= FEW;
        last = order;
        if (little && running.isEmpty()) {
            done.accept(Sheet.whole(drawn(order, DrawingProgress.SILENT)));
            return;
        }
        running.ifPresent(Job::stop);
        Job job = new Job(order, done);
        running = Optional.of(job);
        done.accept(Sheet.share(0));
        elsewhere.execute(job);
    }

    private Scene2d drawn(Order order, DrawingProgress progress) {
        Palette palette = order.palette();
        return new Scene2d(
                order.seen(draughtsman.draw(order.input(), palette, progress).list()), palette);
    }

    /// One drawing in the background.
    private final class Job implements Runnable, DrawingProgress {
        private final Order order;
        private final Consumer<Sheet> customer;
        private volatile boolean stopped;

        Job(Order order, Consumer<Sheet> customer) {
            this.order = order;
            this.customer = customer;
        }

        void stop() {
            stopped = true;
        }

        @Override
        public void run() {
            if (stopped) {
                return;
            }
            try {
                Scene2d scene = drawn(order, this);
                deliver(() -> finish(scene));
            } catch (CancellationException _) {
                // A newer order is on its way.
            } catch (RuntimeException e) {
                deliver(() -> fail(e));
            }
        }

        private void finish(Scene2d scene) {
            running = Optional.empty();
            customer.accept(Sheet.whole(scene));
        }

        private void fail(RuntimeException fault) {
            running = Optional.empty();
            last = Order.NOTHING;
            customer.accept(Sheet.nothing());
            throw fault;
        }

        private void deliver(Runnable work) {
            window.execute(() -> {
                if (!stopped) {
                    work.run();
                }
            });
        }

        @Override
        public boolean cancelled() {
            return stopped;
        }

        @Override
        public void done(double share) {
            deliver(() -> customer.accept(Sheet.share(share)));
        }

        @Override
        public void boxes(Supplier<DisplayList> list) {
            Scene2d scene = new Scene2d(list.get(), order.palette());
            deliver(() -> customer.accept(new Sheet(Optional.of(scene), 0)));
        }
    }
}
