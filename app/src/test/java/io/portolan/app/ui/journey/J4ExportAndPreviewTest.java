package io.portolan.app.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.glass.ui.headless.WideApplication;

import io.portolan.app.service.TargetPreview;
import io.portolan.app.service.TargetPreview.Fit;
import io.portolan.app.ui.editor.Selection;
import io.portolan.app.ui.export.TargetsViewModel;
import io.portolan.app.ui.shell.TestWindow;
import io.portolan.exporters.spi.Artifact;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Workload;
import io.portolan.model.format.DesignHash;
import io.portolan.samples.SampleCatalogue;

import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Export, and a preview of each target: what is lossy and why, which lines belong to what is
/// selected, and the same files every time.
@ExtendWith(ApplicationExtension.class)
final class J4ExportAndPreviewTest {
    @TempDir static Path temp;

    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = TestWindow.show(stage, temp);
    }

    @AfterEach
    void close() {
        window.run(window.window()::close);
    }

    @Test
    void targetsShowWhatIsLostAndExportsAreTheSameTwice() throws IOException {
        FxRobot robot = new Hands();
        window.run(() -> window.window().open(SampleCatalogue.find("hybrid-bank").orElseThrow()));
        window.await("the sample is open", () -> !window.model().design().elements().isEmpty());
        window.awaitCheck();

        robot.press(KeyCode.CONTROL, KeyCode.E).release(KeyCode.E, KeyCode.CONTROL);
        window.await(
                "the export dialog is open",
                () -> robot.lookup("#dlgExport").tryQuery().isPresent());
        Map<String, String> first = export(robot, temp.resolve("first"));
        closeDialog(robot);

        window.await("the targets are there", () -> !targets().targets().isEmpty());
        ListView<TargetPreview> list = robot.lookup("#targets").queryListView();
        assertThat(list.getItems())
                .extracting(t -> t.dialect().id())
                .contains("networkpolicy", "istio", "nftables", "asa");
        assertThat(list.getItems())
                .extracting(TargetPreview::fit)
                .contains(Fit.OK, Fit.LOSSY, Fit.UNSUPPORTED);
        window.shoot("journey-4");
        lossyTargetsSayWhy(robot);
        selectionAndLinesBelongTogether(robot);

        window.run(() -> window.window().commands().get("export.all").run());
        Map<String, String> second = export(robot, temp.resolve("second"));
        assertThat(second).isEqualTo(first);
        assertThat(second.keySet()).anyMatch(f -> f.startsWith("asa/"));
        everyFileNamesTheDesignsState(second);
        reportListsWhatIsLost(second);
    }

    private void everyFileNamesTheDesignsState(Map<String, String> files) {
        String head = "hybrid-bank (%s)".formatted(DesignHash.of(window.model().design()));
        targets().targets().stream()
                .flatMap(t -> t.result().artifacts().stream())
                .forEach(a -> assertThat(files.get(a.path())).as(a.path()).contains(head));
    }

    private void reportListsWhatIsLost(Map<String, String> files) {
        targets().targets().stream()
                .filter(t -> t.fit() == Fit.LOSSY)
                .flatMap(t -> t.result().gaps().stream())
                .forEach(gap ->
                        assertThat(files.get("review.html")).contains(gap.rule(), gap.advice()));
    }

    private void lossyTargetsSayWhy(FxRobot robot) {
        Optional<TargetPreview> lossy =
                targets().targets().stream().filter(t -> t.fit() == Fit.LOSSY).findFirst();
        assertThat(lossy).as("the sample has something that a target cannot say").isPresent();
        window.run(() -> targets().target().set(lossy));
        List<String> shown =
                robot.lookup("#gaps").lookup(".label").queryAllAs(Label.class).stream()
                        .map(Label::getText)
                        .toList();
        lossy.get()
                .result()
                .gaps()
                .forEach(gap -> assertThat(shown).contains(gap.why(), gap.advice()));
    }

    private void selectionAndLinesBelongTogether(FxRobot robot) {
        ElementId api = markedWorkload();
        window.run(() -> window.window().canvas().centreOn(api));
        Bounds at = window.window().canvas().boundsOf(api).orElseThrow();
        Bounds screen = window.window().canvas().localToScreen(at);
        robot.clickOn(screen.getMinX() + 24, screen.getCenterY());
        window.await(
                "the workload is selected",
                () -> window.model().selection().get().element().equals(Optional.of(api)));
        for (TargetPreview target : targets().targets()) {
            if (mentions(target, api)) {
                window.run(() -> targets().target().set(Optional.of(target)));
                assertThat(targets().highlighted()).as(target.dialect().id()).isNotEmpty();
            }
        }
        aClickOnALineSelectsWhatItComesFrom(robot);
    }

    private void aClickOnALineSelectsWhatItComesFrom(FxRobot robot) {
        int line = targets().highlighted().getFirst();
        CodeArea preview = robot.lookup("#preview").queryAs(CodeArea.class);
        Bounds at = preview.getParagraphBoundsOnScreen(line).orElseThrow();
        window.run(() -> window.model().selection().set(Selection.none()));
        robot.clickOn(at.getMinX() + 60, at.getCenterY());
        window.await(
                "what the line comes from is selected",
                () -> window.model().selection().get().count() == 1);
    }

    private ElementId markedWorkload() {
        return window.model()
                .design()
                .all(Workload.class)
                .map(Workload::id)
                .filter(id -> targets().targets().stream().anyMatch(t -> mentions(t, id)))
                .findFirst()
                .orElseThrow();
    }

    private boolean mentions(TargetPreview target, ElementId id) {
        return target.result().artifacts().stream()
                .flatMap((Artifact a) -> a.marks().stream())
                .anyMatch(m -> m.about().equals(id.value()) || isFlowAt(m.about(), id));
    }

    private boolean isFlowAt(String name, ElementId id) {
        return Optional.ofNullable(window.model().design().flows().get(name))
                .filter(f -> f.from().equals(id) || f.to().equals(id))
                .isPresent();
    }

    private Map<String, String> export(FxRobot robot, Path folder) throws IOException {
        WideApplication.choose(folder.toFile());
        robot.clickOn("#exportChoose");
        window.await(
                "the chosen folder is taken",
                () -> window.window().parts().export().folder().get().equals(folder.toString()));
        robot.clickOn("#exportOk");
        window.await("all is written", () -> window.window().parts().export().finished().get());
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }

    private void closeDialog(FxRobot robot) {
        robot.clickOn("#exportClose");
        window.await("the dialog is closed", () -> robot.lookup("#dlgExport").tryQuery().isEmpty());
    }

    private TargetsViewModel targets() {
        return window.window().parts().targets();
    }
}
