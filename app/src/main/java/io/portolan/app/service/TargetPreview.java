package io.portolan.app.service;

import io.portolan.exporters.spi.Dialect;
import io.portolan.exporters.spi.ExportResult;

/// What one target would be given.
public record TargetPreview(Dialect dialect, ExportResult result) {
    /// How well the design fits the target.
    public enum Fit {
        OK,
        /// Something cannot be said in this language; the gaps name it.
        LOSSY,
        /// Nothing of what the design has for this target can be said.
        UNSUPPORTED,
        /// The design has nothing for this target.
        EMPTY
    }

    public Fit fit() {
        if (result.artifacts().isEmpty()) {
            return result.gaps().isEmpty() ? Fit.EMPTY : Fit.UNSUPPORTED;
        }
        return result.gaps().isEmpty() ? Fit.OK : Fit.LOSSY;
    }
}
