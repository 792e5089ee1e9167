package io.portolan.samples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All samples, in the order in which they are worth a look. The index has a line `name | title |
/// summary` for each, followed by its files, indented.
public final class SampleCatalogue {
    private static final String FOLDER = "designs/";
    private static final String INDEX = "index.txt";
    private static final List<Sample> ALL = parse(resource(INDEX));

    private SampleCatalogue() {}

    public static List<Sample> all() {
        return ALL;
    }

    /// The sample of that name.
    public static Optional<Sample> find(String name) {
        return ALL.stream().filter(s -> s.name().equals(name)).findFirst();
    }

    /// The text of one file of a sample.
    ///
    /// @throws IllegalArgumentException if the sample has no such file
    public static String text(Sample sample, String file) {
        if (!sample.files().contains(file)) {
            throw new IllegalArgumentException(
                    "The sample %s has no file (%s). It has %s."
                            .formatted(sample.name(), file, String.join(", ", sample.files())));
        }
        return resource(sample.name() + "/" + file);
    }

    static List<Sample> parse(String index) {
        List<Sample> samples = new ArrayList<>();
        for (String line : index.lines().filter(l -> !l.isBlank()).toList()) {
            if (line.startsWith(" ")) {
                samples.add(withFile(samples.removeLast(), line.strip()));
            } else {
                samples.add(head(line));
            }
        }
        return List.copyOf(samples);
    }

    private static Sample head(String line) {
        String[] parts = line.split(" \\| ", -1);
        if (parts.length != 3) {
            throw new IllegalStateException(
                    "The line (%s) of the index must be: name | title | summary.".formatted(line));
        }
        return new Sample(parts[0], parts[1], parts[2], List.of());
    }

    private static Sample withFile(Sample sample, String file) {
        List<String> files = new ArrayList<>(sample.files());
        files.add(file);
        return new Sample(sample.name(), sample.title(), sample.summary(), files);
    }

    private static String resource(String name) {
        try (InputStream in = SampleCatalogue.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException(
                        "The sample file (%s) is missing from the build.".formatted(name));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
