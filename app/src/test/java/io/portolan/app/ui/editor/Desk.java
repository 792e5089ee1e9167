package io.portolan.app.ui.editor;

import io.portolan.app.service.Analysis;
import io.portolan.app.service.FlowVerdicts;
import io.portolan.app.service.Workspace;
import io.portolan.app.ui.shell.SampleDesigns;
import io.portolan.model.design.Design;
import io.portolan.samples.SampleCatalogue;

import java.time.LocalDate;

/// An editor model as the window has it, but everything happens at once and on one day.
public final class Desk {
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Design BANK =
            SampleDesigns.read(SampleCatalogue.find("hybrid-bank").orElseThrow());

    private Desk() {}

    /// The model with an empty design.
    public static EditorModel empty() {
        return new EditorModel((design, verdicts, everything) -> {
            verdicts.accept(FlowVerdicts.of(design));
            everything.accept(Analysis.of(design, TODAY));
        });
    }

    /// The model with a design.
    public static EditorModel with(Design design) {
        EditorModel model = empty();
        model.open(Workspace.of(design));
        return model;
    }

    /// The model with the sample that has findings and denied flows.
    public static EditorModel bank() {
        return with(BANK);
    }

    /// Work elsewhere, done at once.
    public static Background background() {
        return new Background(
                Runnable::run,
                Runnable::run,
                fault -> {
                    throw fault;
                });
    }
}
