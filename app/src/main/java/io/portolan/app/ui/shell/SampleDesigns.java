package io.portolan.app.ui.shell;

import io.portolan.app.service.InvalidInputException;
import io.portolan.model.design.Design;
import io.portolan.model.design.Layout;
import io.portolan.model.format.DesignReader;
import io.portolan.model.format.LayoutReader;
import io.portolan.model.format.Problem;
import io.portolan.model.format.ReadDesign;
import io.portolan.samples.Sample;
import io.portolan.samples.SampleCatalogue;

import java.util.List;

/// Reads the samples that come with Portolan.
public final class SampleDesigns {
    private SampleDesigns() {}

    /// The design of a sample with its positions.
    public static Design read(Sample sample) {
        ReadDesign read = DesignReader.read(SampleCatalogue.text(sample, sample.designFile()));
        Design design = read.design().orElseThrow(() -> invalid(sample, read.problems()));
        return design.with(layout(sample));
    }

    private static Layout layout(Sample sample) {
        return sample.files().contains(sample.layoutFile())
                ? LayoutReader.read(SampleCatalogue.text(sample, sample.layoutFile()))
                        .layout()
                        .orElse(Layout.EMPTY)
                : Layout.EMPTY;
    }

    private static InvalidInputException invalid(Sample sample, List<Problem> problems) {
        return new InvalidInputException(
                problems.stream().map(p -> sample.name() + ": " + p.message()).toList());
    }
}
