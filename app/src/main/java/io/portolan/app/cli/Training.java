package io.portolan.app.cli;

import io.portolan.app.picture.Palette;
import io.portolan.app.service.Analysis;
import io.portolan.app.service.ExportService;
import io.portolan.app.service.PictureFile;
import io.portolan.exporters.Dialects;
import io.portolan.exporters.spi.Source;
import io.portolan.model.format.DesignReader;
import io.portolan.samples.Sample;
import io.portolan.samples.SampleCatalogue;

import java.time.LocalDate;
import java.util.List;

/// Does once what the command line does most, so that the launcher can record a start-up cache that
/// knows the classes.
public final class Training {
    private Training() {}

    public static void run() {
        SampleCatalogue.all().forEach(Training::review);
        PortolanCommand.run("targets");
        PortolanCommand.run("rules");
    }

    private static void review(Sample sample) {
        DesignReader.read(SampleCatalogue.text(sample, sample.designFile()))
                .design()
                .map(design -> Analysis.of(design, LocalDate.EPOCH))
                .ifPresent(analysis -> {
                    ExportService.preview(analysis);
                    PictureFile.svg(analysis, Palette.LIGHT);
                });
        Dialects.find("kubernetes")
                .flatMap(dialect -> dialect.importer())
                .ifPresent(importer -> importer.read(manifests(sample)));
    }

    private static List<Source> manifests(Sample sample) {
        return sample.files().stream()
                .filter(file -> file.startsWith("manifests/"))
                .map(file -> new Source(file, SampleCatalogue.text(sample, file)))
                .toList();
    }
}
