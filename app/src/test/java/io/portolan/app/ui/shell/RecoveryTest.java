package io.portolan.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.service.Workspace;
import io.portolan.model.change.Change;
import io.portolan.model.design.About;
import io.portolan.model.design.Client;
import io.portolan.model.design.ElementId;

import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a killed process left is offered when its design is opened again.
@ExtendWith(ApplicationExtension.class)
final class RecoveryTest {
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
    void unsavedChangesComeBackAndCanBeSaved(FxRobot robot) {
        Path file = temp.resolve("lost.portolan.yaml");
        Workspace killed = Workspace.blank("lost");
        killed.saveAs(file);
        killed.apply(
                new Change.Put(
                        "add client branch",
                        new Client(
                                ElementId.parse("branch"),
                                "branch",
                                Optional.empty(),
                                About.NOTHING,
                                List.of())));

        window.run(() -> window.window().open(file));
        window.await(
                "the question is asked", () -> robot.lookup("#dlgRecover").tryQuery().isPresent());
        assertThat(window.model().design().elements()).isEmpty();
        robot.clickOn("#recoverApply");
        window.await("the change is back", () -> window.model().design().equals(killed.design()));
        assertThat(window.model().dirty().get()).isTrue();
    }
}
