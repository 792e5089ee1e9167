package io.portolan.app.service;

import io.portolan.model.design.Design;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Analyses designs in the background, the newest request only: what a later edit has overtaken is
/// neither begun nor delivered, and ended if it is under way. What is known of the design before an
/// edit is used for the one after it.
public final class AnalysisService implements AutoCloseable {
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("portolan-analysis").factory());
    private final AtomicLong newest = new AtomicLong();
    private final Executor deliver;
    private final Supplier<LocalDate> today;

    private Future<?> running = CompletableFuture.completedFuture(null);

    /// What is known of the design that was analysed last; of the worker alone.
    private Optional<FlowVerdicts> last = Optional.empty();

    /// `deliver` runs the answers (on the window's thread); `today` is asked at each request.
    public AnalysisService(Executor deliver, Supplier<LocalDate> today) {
        this.deliver = deliver;
        this.today = today;
    }

    /// Analyses a design and hands over first the verdicts, those of touched flows before the
    /// others, then all that can be said, unless another request comes before that. One at a time,
    /// so that whoever ends the analysis before is the one who comes after it.
    public synchronized void request(
            Design design, Consumer<FlowVerdicts> verdicts, Consumer<Analysis> everything) {
        long ticket = newest.incrementAndGet();
        running.cancel(true);
        running = worker.submit(() -> guarded(() -> analyse(ticket, design, verdicts, everything)));
    }

    private void analyse(
            long ticket,
            Design design,
            Consumer<FlowVerdicts> verdicts,
            Consumer<Analysis> everything) {
        Consumer<FlowVerdicts> told = known -> deliver(ticket, () -> verdicts.accept(known));
        FlowVerdicts known =
                last.map(before -> before.after(design, told))
                        .orElseGet(() -> FlowVerdicts.of(design));
        last = Optional.of(known);
        told.accept(known);
        Analysis analysis = Analysis.of(known, today.get());
        deliver(ticket, () -> everything.accept(analysis));
    }

    /// Whoever was overtaken stops; what breaks down is told as anywhere else. Whatever is known
    /// may then be what broke: the next analysis starts from nothing.
    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (CancellationException e) {
            return;
        } catch (RuntimeException | Error e) {
            last = Optional.empty();
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        }
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
