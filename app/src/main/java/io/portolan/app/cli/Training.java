package io.portolan.app.cli;

import io.portolan.app.picture.Palette;
import io.portolan.app.service.Analysis;
import io.portolan.app.service.ExportService;
import io.portolan.app.service.PictureFile;
import io.portolan.model.format.DesignReader;
import io.portolan.samples.Sample;
import io.portolan.samples.SampleCatalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Does once what the command line does most, so that the launcher can record a start-up cache that
/// knows the classes: what is not done here is loaded and linked anew at every start.
public final class Training {
    private static final String MANIFESTS = "training.yaml";

    private Training() {}

    public static void run() {
        try {
            Path folder = Files.createTempDirectory("portolan-training");
            try {
                commands(folder)
                        .forEach(words -> PortolanCommand.run(words.toArray(new String[0])));
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SampleCatalogue.all().forEach(Training::show);
    }

    /// The command lines, about files that are written into `folder`.
    static List<List<String>> commands(Path folder) throws IOException {
        String manifests = manifests(folder).toString();
        Sample sample = SampleCatalogue.all().getFirst();
        Path file = folder.resolve(sample.designFile());
        Files.writeString(file, SampleCatalogue.text(sample, sample.designFile()));
        String design = file.toString();
        String imported = folder.resolve("imported.portolan.yaml").toString();
        return List.of(
                List.of("validate", manifests),
                List.of("validate", design, "--format", "sarif"),
                List.of("connectivity", manifests),
                List.of("connectivity", design, "--format", "csv"),
                List.of("import", "kubernetes", manifests, "--out", imported),
                List.of("can", manifests, "--from", "front/shell", "--to", "back/report"),
                List.of("explain", manifests, "--from", "front/shell", "--to", "back/report"),
                List.of("targets"),
                List.of("rules"));
    }

    private static Path manifests(Path folder) throws IOException {
        Path manifests = Files.createDirectories(folder.resolve("manifests"));
        try (InputStream in = Training.class.getResourceAsStream(MANIFESTS)) {
            Files.copy(Objects.requireNonNull(in), manifests.resolve(MANIFESTS));
        }
        for (Sample sample : SampleCatalogue.all()) {
            for (String name : sample.files()) {
                if (name.startsWith("manifests/")) {
                    Files.writeString(folder.resolve(name), SampleCatalogue.text(sample, name));
                }
            }
        }
        return manifests;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static void show(Sample sample) {
        DesignReader.read(SampleCatalogue.text(sample, sample.designFile()))
                .design()
                .map(design -> Analysis.of(design, LocalDate.EPOCH))
                .ifPresent(analysis -> {
                    ExportService.preview(analysis);
                    PictureFile.svg(analysis, Palette.LIGHT);
                });
    }
}
