package io.portolan.app.service;

import io.portolan.model.design.Design;

import java.time.LocalDate;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Analyses designs in the background, the newest request only: what a later edit has overtaken is
/// neither begun nor delivered.
public final class AnalysisService implements AutoCloseable {
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("portolan-analysis").factory());
    private final AtomicLong newest = new AtomicLong();
    private final Executor deliver;
    private final Supplier<LocalDate> today;

    /// `deliver` runs the answers (on the window's thread); `today` is asked at each request.
    public AnalysisService(Executor deliver, Supplier<LocalDate> today) {
        this.deliver = deliver;
        this.today = today;
    }

    /// Analyses a design and hands over first the verdicts, then all that can be said, unless
    /// another request comes before that.
    public void request(
            Design design, Consumer<FlowVerdicts> verdicts, Consumer<Analysis> everything) {
        long ticket = newest.incrementAndGet();
        worker.execute(() -> {
            if (newest.get() == ticket) {
                FlowVerdicts known = FlowVerdicts.of(design);
                deliver(ticket, () -> verdicts.accept(known));
                if (newest.get() == ticket) {
                    Analysis analysis = Analysis.of(known, today.get());
                    deliver(ticket, () -> everything.accept(analysis));
                }
            }
        });
    }

    private void deliver(long ticket, Runnable answer) {
        deliver.execute(() -> {
            if (newest.get() == ticket) {
                answer.run();
            }
        });
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
