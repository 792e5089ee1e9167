package io.portolan.app.layout;

/// What a layout asks and tells while it runs, possibly in the background.
public interface LayoutProgress {
    /// Nobody watches and nobody cancels.
    LayoutProgress SILENT =
            new LayoutProgress() {
                @Override
                public boolean cancelled() {
                    return false;
                }

                @Override
                public void done(double share) {}
            };

    /// Whether the layout shall stop.
    boolean cancelled();

    /// How much is done, from 0 to 1.
    void done(double share);
}
