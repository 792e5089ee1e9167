package io.portolan.app.ui.shell;

import io.portolan.app.ui.editor.Selection;
import io.portolan.model.design.ElementId;
import io.portolan.samples.Sample;
import io.portolan.samples.SampleCatalogue;

import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/// Pictures of the window for people to look at, in `target/screenshots`, and the check that none
/// of them is blank.
@ExtendWith(ApplicationExtension.class)
final class ScreenshotTest {
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
    void startPageIsNotBlank() throws IOException {
        window.shoot("start");
    }

    @Test
    void everySampleWithEveryPanelIsNotBlank() throws IOException {
        for (Sample sample : SampleCatalogue.all()) {
            open(sample);
            for (ShellModel.Panel panel : ShellModel.Panel.values()) {
                show(panel);
                window.shoot(sample.name() + "-" + panel.name().toLowerCase(Locale.ROOT));
            }
        }
    }

    @Test
    void tracesOfADeniedAndOfAnUndefinedFlowAreNotBlank() throws IOException {
        open(SampleCatalogue.find("hybrid-bank").orElseThrow());
        window.run(() -> window.window().parts().shell().open(ShellModel.Panel.TRACE));
        for (String flow : java.util.List.of("FLOW-0011", "FLOW-0031")) {
            window.run(() -> window.model().selection().set(new Selection.OfFlow(flow)));
            window.await("it is explained", () -> explained(flow));
            window.shoot("trace-" + flow.toLowerCase(Locale.ROOT));
        }
    }

    private boolean explained(String flow) {
        return window.window()
                .parts()
                .trace()
                .trace()
                .get()
                .filter(trace -> trace.flow().id().equals(flow))
                .filter(trace -> trace.explained().isPresent())
                .isPresent();
    }

    @Test
    void inspectorOfAnElementAndDialogsAreNotBlank() throws IOException {
        open(SampleCatalogue.all().getLast());
        ElementId busiest =
                window.model().design().elements().values().stream()
                        .max(java.util.Comparator.comparingInt(e -> e.toString().length()))
                        .orElseThrow()
                        .id();
        window.run(() -> window.model().reveal(busiest));
        window.shoot("inspector");
        for (String command : java.util.List.of("export.all", "tools.commands", "file.new")) {
            window.run(() -> window.window().commands().get(command).run());
            window.shoot("dialog-" + command.replace('.', '-'));
            window.run(() -> window.window().scene().lookup(".overlay").setVisible(false));
        }
    }

    private void open(Sample sample) {
        window.run(() -> window.window().open(sample));
        window.await("the sample is open", () -> !window.model().design().elements().isEmpty());
        window.awaitCheck();
    }

    private void show(ShellModel.Panel panel) {
        window.run(() -> {
            window.window().parts().shell().open(panel);
            window.model().design().flows().keySet().stream()
                    .filter(id -> denied(id))
                    .findFirst()
                    .ifPresent(id -> window.model().selection().set(new Selection.OfFlow(id)));
            if (panel == ShellModel.Panel.PROBLEMS) {
                window.window().parts().findings().next();
            }
        });
        if (panel == ShellModel.Panel.TARGETS) {
            window.await(
                    "the targets are there",
                    () -> !window.window().parts().targets().targets().isEmpty());
        }
    }

    private boolean denied(String flow) {
        return window.model().verdictOf(flow).filter(v -> !v.word().equals("ALLOW")).isPresent();
    }
}
