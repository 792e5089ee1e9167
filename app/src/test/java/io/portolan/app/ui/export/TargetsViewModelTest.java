package io.portolan.app.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.service.TargetPreview;
import io.portolan.app.ui.editor.Desk;
import io.portolan.app.ui.editor.EditorModel;
import io.portolan.exporters.spi.Artifact;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

final class TargetsViewModelTest {
    private final EditorModel model = Desk.bank();
    private final TargetsViewModel targets = new TargetsViewModel(model, Desk.background());

    @Test
    void nothingIsExportedWhileNobodyLooks() {
        assertThat(targets.targets()).isEmpty();
        targets.looking().set(true);
        assertThat(targets.targets()).isNotEmpty();
    }

    @Test
    void theLinesOfTheSelectionAreMarkedAndALineSelects() {
        targets.looking().set(true);
        TargetPreview marked = withMarks();
        targets.target().set(Optional.of(marked));
        Artifact file =
                marked.result().artifacts().stream()
                        .filter(a -> !a.marks().isEmpty())
                        .findFirst()
                        .orElseThrow();
        targets.artifact().set(Optional.of(file));
        targets.chooseLine(file.marks().getFirst().first() - 1);
        assertThat(model.selection().get().count()).isEqualTo(1);
        assertThat(targets.highlighted()).contains(file.marks().getFirst().first() - 1);
    }

    private TargetPreview withMarks() {
        return targets.targets().stream()
                .filter(t -> t.result().artifacts().stream().anyMatch(a -> !a.marks().isEmpty()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void exportingTwiceGivesTheSameBytes(@TempDir Path folder) throws IOException {
        assertThat(export(folder.resolve("a"))).isEqualTo(export(folder.resolve("b"))).isNotEmpty();
    }

    private SequencedMap<String, String> export(Path into) throws IOException {
        ExportViewModel export = new ExportViewModel(model, Desk.background());
        export.begin();
        export.folder().set(into.toString());
        export.export();
        assertThat(export.finished().get()).isTrue();
        assertThat(export.message().get()).contains("files written");
        SequencedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(into)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(
                        into.relativize(file).toString(),
                        Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
