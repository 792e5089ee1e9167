package io.portolan.app.picture;

import io.portolan.app.layout.LayoutProgress;

import java.util.function.Supplier;

/// What a drawing asks and tells while it is made, possibly in the background.
public interface DrawingProgress extends LayoutProgress {
    /// Nobody watches and nobody cancels.
    DrawingProgress SILENT =
            new DrawingProgress() {
                @Override
                public boolean cancelled() {
                    return false;
                }

                @Override
                public void done(double share) {}

                @Override
                public void boxes(Supplier<DisplayList> list) {}
            };

    /// The boxes are finished and could be shown while the lines are drawn.
    void boxes(Supplier<DisplayList> list);
}
