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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Does once what the command line does most, so that the launcher can record a start-up cache that
/// knows the classes: what is not done here is loaded and linked anew at every start. All classes
/// of a cache are loaded at every start, so commands that have little in common have their own.
public enum Training {
    /// What answers questions about a design or manifests.
    ANSWERS,
    /// What reviews designs and exports them.
    REVIEW;

    /// What an estate of manifests may have beside what Kubernetes itself knows.
    private static final List<String> DIALECTS =
            List.of("calico", "cilium", "consul", "gateways", "istio", "linkerd");

    /// With the name of a kind behind it, what the launcher asks for a training by.
    public static final String OPTION = "--train-";

    /// The training that an argument asks for.
    public static Optional<Training> asked(String argument) {
        return Arrays.stream(values())
                .filter(kind -> argument.equals(OPTION + kind.name().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /// Runs the commands of this kind.
    public void run() {
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
        if (this == REVIEW) {
            SampleCatalogue.all().forEach(Training::show);
        }
    }

    /// The command lines, about files that are written into `folder`.
    List<List<String>> commands(Path folder) throws IOException {
        Path manifests = manifests(folder);
        Sample sample = SampleCatalogue.all().getFirst();
        Path design = folder.resolve(sample.designFile());
        Files.writeString(design, SampleCatalogue.text(sample, sample.designFile()));
        return switch (this) {
            case ANSWERS -> answers(folder, manifests.toString(), design.toString());
            case REVIEW -> review(folder, manifests.toString(), design.toString());
        };
    }

    private static List<List<String>> answers(Path folder, String manifests, String design)
            throws IOException {
        List<List<String>> commands = new ArrayList<>();
        for (String dialect : DIALECTS) {
            String estate = estate(folder.resolve(dialect), dialect).toString();
            commands.add(List.of("connectivity", estate));
            commands.add(List.of("can", estate, "--from", "front/web", "--to", "back/db"));
        }
        String other = folder.resolve("calico").toString();
        commands.addAll(
                List.of(
                        List.of("connectivity", manifests),
                        List.of("connectivity", design, "--format", "csv"),
                        List.of("diff", manifests, other, "--format", "csv"),
                        List.of("explain", manifests, "--from", "front/shell", "--to", "back/db")));
        return commands;
    }

    private static List<List<String>> review(Path folder, String manifests, String design) {
        String imported = folder.resolve("imported.portolan.yaml").toString();
        return List.of(
                List.of("validate", manifests),
                List.of("validate", design, "--format", "sarif"),
                List.of("import", "kubernetes", manifests, "--out", imported),
                List.of("export", design, "--out", folder.resolve("exported").toString()),
                List.of("targets"),
                List.of("rules"));
    }

    private static Path manifests(Path folder) throws IOException {
        Path manifests = estate(folder.resolve("manifests"));
        for (Sample sample : SampleCatalogue.all()) {
            for (String name : sample.files()) {
                if (name.startsWith("manifests/")) {
                    Files.writeString(folder.resolve(name), SampleCatalogue.text(sample, name));
                }
            }
        }
        return manifests;
    }

    /// A new folder with the cluster of the training, and more of some dialects.
    private static Path estate(Path folder, String... dialects) throws IOException {
        Files.createDirectories(folder);
        copy("kubernetes", folder);
        for (String dialect : dialects) {
            copy(dialect, folder);
        }
        return folder;
    }

    private static void copy(String dialect, Path folder) throws IOException {
        String name = dialect + ".yaml";
        try (InputStream in = Training.class.getResourceAsStream("training/" + name)) {
            Files.copy(Objects.requireNonNull(in), folder.resolve(name));
        }
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
