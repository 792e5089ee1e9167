package io.portolan.app.ui.editor;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Does work elsewhere and hands the result over on the thread of the window.
public final class Background {
    private final Executor elsewhere;
    private final Executor deliver;
    private final Consumer<RuntimeException> failed;

    public Background(Executor elsewhere, Executor deliver, Consumer<RuntimeException> failed) {
        this.elsewhere = elsewhere;
        this.deliver = deliver;
        this.failed = failed;
    }

    /// Does `work` and gives its result to `done`; a failure is reported to the user.
    public <T> void run(Supplier<T> work, Consumer<T> done) {
        elsewhere.execute(() -> {
            try {
                T result = work.get();
                deliver.execute(() -> done.accept(result));
            } catch (RuntimeException e) {
                deliver.execute(() -> failed.accept(e));
            }
        });
    }

    /// Runs something on the thread of the window, from wherever.
    public void deliver(Runnable work) {
        deliver.execute(work);
    }
}
