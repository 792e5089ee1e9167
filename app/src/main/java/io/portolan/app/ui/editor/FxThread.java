package io.portolan.app.ui.editor;

import javafx.application.Platform;

import java.util.concurrent.Executor;

/// Runs work on the thread of the window: the only way there, so that nothing else needs to think
/// about threads.
public final class FxThread implements Executor {
    @Override
    public void execute(Runnable work) {
        Platform.runLater(work);
    }
}
