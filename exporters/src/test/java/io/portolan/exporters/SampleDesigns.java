package io.portolan.exporters;

import io.portolan.exporters.spi.Dialect;
import io.portolan.exporters.spi.ExportRequest;
import io.portolan.exporters.spi.ExportResult;
import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.compile.PlanCompiler;
import io.portolan.model.format.DesignReader;
import io.portolan.samples.Sample;
import io.portolan.samples.SampleCatalogue;

import java.util.List;
import java.util.function.UnaryOperator;

/// The samples, read and compiled.
public final class SampleDesigns {
    private SampleDesigns() {}

    public static List<String> names() {
        return SampleCatalogue.all().stream().map(Sample::name).toList();
    }

    public static CompiledDesign compiled(String name) {
        return compiled(name, UnaryOperator.identity());
    }

    /// What a dialect writes for a sample.
    public static ExportResult exported(String dialect, String sample) {
        return Dialects.find(dialect)
                .flatMap(Dialect::exporter)
                .orElseThrow()
                .export(new ExportRequest(compiled(sample)));
    }

    /// A sample whose text was changed first.
    public static CompiledDesign compiled(String name, UnaryOperator<String> change) {
        Sample sample = SampleCatalogue.find(name).orElseThrow();
        String text = change.apply(SampleCatalogue.text(sample, sample.designFile()));
        return PlanCompiler.compile(DesignReader.read(text).design().orElseThrow());
    }
}
