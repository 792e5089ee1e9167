package io.portolan.exporters;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.exporters.spi.Artifact;
import io.portolan.exporters.spi.Dialect;
import io.portolan.exporters.spi.ExportRequest;
import io.portolan.exporters.spi.ExportResult;
import io.portolan.exporters.spi.Exporter;
import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.format.DesignHash;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What every dialect keeps, whatever its language, for every sample.
class DialectContractTest {
    private static final List<String> WRITING =
            Dialects.all().stream()
                    .filter(dialect -> dialect.exporter().isPresent())
                    .map(dialect -> dialect.id())
                    .toList();

    static Stream<String> ids() {
        return Dialects.all().stream().map(Dialect::id);
    }

    static Stream<Arguments> cases() {
        return WRITING.stream()
                .flatMap(d -> SampleDesigns.names().stream().map(s -> Arguments.of(d, s)));
    }

    private static ExportResult export(String dialect, CompiledDesign design) {
        Exporter exporter = Dialects.find(dialect).orElseThrow().exporter().orElseThrow();
        return exporter.export(new ExportRequest(design));
    }

    private static ExportResult export(String dialect, String sample) {
        return export(dialect, SampleDesigns.compiled(sample));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theSameDesignGivesTheSameBytes(String dialect, String sample) {
        Locale before = Locale.getDefault();
        ExportResult first = export(dialect, sample);
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(export(dialect, sample)).isEqualTo(first);
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyTextIsWholeLinesWithoutTrailingBlanks(String dialect, String sample) {
        for (Artifact artifact : export(dialect, sample).artifacts()) {
            assertThat(artifact.text()).endsWith("\n").doesNotEndWith("\n\n").doesNotContain("\r");
            assertThat(artifact.text().lines())
                    .noneMatch(line -> !line.equals(line.stripTrailing()));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyTextNamesWhoWroteItAndTheStateOfTheDesign(String dialect, String sample) {
        String hash = DesignHash.of(SampleDesigns.compiled(sample).design());
        assertThat(export(dialect, sample).artifacts())
                .allSatisfy(artifact ->
                        assertThat(artifact.text())
                                .contains(
                                        "Written by Portolan from the design %s (%s)."
                                                .formatted(sample, hash)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void pathsAreRelativeAndUnique(String dialect, String sample) {
        List<String> paths =
                export(dialect, sample).artifacts().stream().map(Artifact::path).toList();
        assertThat(paths)
                .doesNotHaveDuplicates()
                .allMatch(path -> path.matches("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*"))
                .noneMatch(path -> List.of(path.split("/", -1)).contains(".."));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void marksStandWithinTheText(String dialect, String sample) {
        for (Artifact artifact : export(dialect, sample).artifacts()) {
            long lines = artifact.text().lines().count();
            assertThat(artifact.marks())
                    .allMatch(m -> m.first() >= 1 && m.first() <= m.last() && m.last() <= lines);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyGapNamesItsRuleAndGivesAdvice(String dialect, String sample) {
        assertThat(export(dialect, sample).gaps())
                .allSatisfy(gap -> {
                    assertThat(gap.point()).isNotBlank();
                    assertThat(gap.rule()).isNotBlank();
                    assertThat(gap.why()).isNotBlank().doesNotEndWith(".");
                    assertThat(gap.advice()).matches("(?s)[A-Z].*\\.");
                });
    }

    @ParameterizedTest
    @MethodSource("ids")
    void aPageTellsWhoJudgedItWhatIsWrittenAndWhatIsNot(String id) {
        Dialect dialect = Dialects.find(id).orElseThrow();
        assertThat(dialect.proof().by()).matches("(?s)[A-Z].*\\.");
        boolean writes = dialect.exporter().isPresent();
        assertThat(Dialects.page(dialect).orElseThrow())
                .startsWith("# " + dialect.title() + "\n")
                .contains("## Who judged it\n", dialect.proof().by())
                .contains(writes ? "## What is written\n" : "## What is read\n")
                .contains(writes ? "## What becomes a gap\n" : "## What is kept out\n");
        assertThat(Path.of("..", "docs", "dialects", id + ".md")).exists();
    }

    @ParameterizedTest
    @FieldSource("WRITING")
    void wordsOfTheUserNeverBecomeALine(String dialect) {
        assertThat(SampleDesigns.names())
                .flatExtracting(s -> export(dialect, hostile(s)).artifacts())
                .isNotEmpty()
                .allSatisfy(a ->
                        assertThat(a.text().lines())
                                .noneMatch(l -> l.stripLeading().startsWith("permit")));
    }

    /// A sample whose name, comments and names of firewalls hold a second line.
    private static CompiledDesign hostile(String sample) {
        String q = "\\\\npermit ip any any\"";
        return SampleDesigns.compiled(
                sample,
                text ->
                        text.replaceFirst("(?m)^name: (.*)$", "name: \"$1" + q)
                                .replaceAll("(?m)comment: ([^\"{}\n]+)$", "comment: \"$1" + q)
                                .replaceAll("(?m)label: ((?:fw|asa).*)$", "label: \"$1" + q));
    }
}
