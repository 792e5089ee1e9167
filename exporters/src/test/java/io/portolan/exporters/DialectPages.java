package io.portolan.exporters;

import io.portolan.exporters.spi.Artifact;
import io.portolan.exporters.spi.Dialect;
import io.portolan.exporters.spi.ExportRequest;
import io.portolan.exporters.spi.ExportResult;
import io.portolan.exporters.spi.Exporter;
import io.portolan.exporters.spi.Gap;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The pages of the dialects: what each says of itself, and what it makes of the samples.
final class DialectPages {
    /// An example longer than this is not read (lines).
    private static final int LONGEST = 40;

    /// The lines at the top that every file has; they name the state of the design, which no page
    /// should depend on.
    private static final int HEADER = 3;

    private DialectPages() {}

    /// File name to text, the index included.
    static SequencedMap<String, String> all() {
        SequencedMap<String, String> pages = new TreeMap<>();
        StringBuilder index =
                new StringBuilder(
                        "# Dialects\n\n"
                                + "The configuration languages that Portolan writes or reads, and by"
                                + " whom each was judged.\n\n"
                                + "| | | Proof |\n"
                                + "|---|---|---|\n");
        for (Dialect dialect : Dialects.all()) {
            pages.put(dialect.id() + ".md", page(dialect));
            index.append(row(dialect));
        }
        pages.put("index.md", index.toString());
        return pages;
    }

    private static String row(Dialect dialect) {
        return "| [%s](%s.md) | %s | %s |\n"
                .formatted(
                        dialect.title(),
                        dialect.id(),
                        dialect.exporter().isPresent() ? "written" : "read",
                        dialect.proof().words());
    }

    private static String page(Dialect dialect) {
        String told = Dialects.page(dialect).orElse("");
        return told + dialect.exporter().map(DialectPages::shown).orElse("");
    }

    private record Written(String sample, ExportResult result) {}

    private static String shown(Exporter exporter) {
        List<Written> samples =
                SampleDesigns.names().stream()
                        .map(s -> new Written(s, exporter.export(request(s))))
                        .toList();
        return samples.stream()
                        .filter(w -> !w.result().artifacts().isEmpty())
                        .findFirst()
                        .map(DialectPages::example)
                        .orElse("")
                + gaps(samples);
    }

    private static ExportRequest request(String sample) {
        return new ExportRequest(SampleDesigns.compiled(sample));
    }

    private static String example(Written written) {
        Artifact artifact = written.result().artifacts().getFirst();
        List<String> lines = artifact.text().lines().skip(HEADER).toList();
        Optional<String> rest =
                lines.size() > LONGEST
                        ? Optional.of("... and %d more lines".formatted(lines.size() - LONGEST))
                        : Optional.empty();
        return "\n## Example\n\n`%s` of the sample *%s*:\n\n```\n%s\n%s```\n"
                .formatted(
                        artifact.path(),
                        written.sample(),
                        lines.stream().limit(LONGEST).collect(Collectors.joining("\n")),
                        rest.map(r -> r + "\n").orElse(""));
    }

    private static String gaps(List<Written> samples) {
        String rows =
                samples.stream()
                        .flatMap(w -> w.result().gaps().stream().map(g -> gap(w.sample(), g)))
                        .distinct()
                        .collect(Collectors.joining());
        return rows.isEmpty()
                ? ""
                : "\n"
                        + "## Gaps of the samples\n\n"
                        + "| Sample | Rule | Why | Instead |\n"
                        + "|---|---|---|---|\n"
                        + rows;
    }

    private static String gap(String sample, Gap gap) {
        return "| %s | %s | %s | %s |\n".formatted(sample, gap.rule(), gap.why(), gap.advice());
    }
}
