package io.portolan.exporters.spi;

import io.portolan.exporters.spi.ImportResult.Problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Reads the files below folders as sources, in a stable order. Named by the path as it was given,
/// so that a message can be clicked. Links to files are followed, links to folders are not: they
/// could close a circle, and what is outside was not asked for.
public final class SourceFiles {
    /// A larger file is no configuration that somebody wrote (bytes).
    private static final long LARGEST = 16L << 20;

    private SourceFiles() {}

    /// The sources, and the files that could not be read.
    public record Found(List<Source> sources, List<Problem> problems) {
        public Found {
            sources = List.copyOf(sources);
            problems = List.copyOf(problems);
        }
    }

    /// Reads files, and all files below folders whose name ends in one of `endings` (`.yaml`). A
    /// file that is named itself is read whatever it is called.
    public static Found read(List<Path> paths, List<String> endings) {
        List<Path> files = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Path path : paths) {
            try {
                files.addAll(below(path, endings));
            } catch (IOException | UncheckedIOException e) {
                problems.add(problem(path, "cannot be read (%s)".formatted(e.getMessage())));
            }
        }
        return readAll(files.stream().distinct().toList(), problems);
    }

    private static List<Path> below(Path path, List<String> endings) throws IOException {
        if (Files.isRegularFile(path)) {
            return List.of(path);
        }
        try (Stream<Path> all = Files.walk(path)) {
            return all.filter(file -> hasEnding(file, endings))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    private static boolean hasEnding(Path file, List<String> endings) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(name::endsWith);
    }

    private static Found readAll(List<Path> files, List<Problem> problems) {
        List<Source> sources = new ArrayList<>();
        for (Outcome outcome : files.parallelStream().map(SourceFiles::read).toList()) {
            switch (outcome) {
                case Outcome.Read(var source) -> sources.add(source);
                case Outcome.Refused(var problem) -> problems.add(problem);
            }
        }
        return new Found(sources, problems);
    }

    private sealed interface Outcome {
        record Read(Source source) implements Outcome {}

        record Refused(Problem problem) implements Outcome {}
    }

    private static Outcome read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                return new Outcome.Refused(problem(file, "is longer than 16 MiB"));
            }
            return new Outcome.Read(new Source(name(file), decoded(Files.readAllBytes(file))));
        } catch (CharacterCodingException e) {
            return new Outcome.Refused(problem(file, "is not UTF-8"));
        } catch (IOException e) {
            return new Outcome.Refused(
                    problem(file, "cannot be read (%s)".formatted(e.getMessage())));
        }
    }

    private static String decoded(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    private static Problem problem(Path file, String what) {
        String advice = "The file (%s) %s. Leave it out, or mend it.".formatted(name(file), what);
        return new Problem("File " + name(file), name(file), 1, 1, advice);
    }

    private static String name(Path file) {
        return file.toString().replace('\\', '/');
    }
}
