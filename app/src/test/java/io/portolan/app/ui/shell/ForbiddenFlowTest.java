package io.portolan.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.ui.editor.Selection;
import io.portolan.model.change.Change;
import io.portolan.model.design.Flow;
import io.portolan.model.design.Intent;
import io.portolan.samples.SampleCatalogue;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A connection that must never be possible: good where it is denied, bad where it is not.
@ExtendWith(ApplicationExtension.class)
final class ForbiddenFlowTest {
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
    void deniedItLooksGoodAndAllowedItLooksBad(FxRobot robot) throws IOException {
        window.run(() -> window.window().open(SampleCatalogue.find("hybrid-bank").orElseThrow()));
        window.await("the sample is open", () -> !window.model().design().elements().isEmpty());
        window.awaitCheck();
        window.run(() -> window.window().parts().shell().open(ShellModel.Panel.TRACE));

        select("FLOW-0023");
        assertThat(banner(robot).getStyleClass()).contains("verdict-allow");
        assertThat(texts(robot, "#verdictBanner")).anyMatch(t -> t.contains("as it shall be"));
        assertThat(texts(robot, "#canvas")).contains("denied here, as it shall be");
        assertThat(robot.lookup("#traceApply").tryQuery()).isEmpty();
        window.shoot("never-denied");

        Flow open = flow("FLOW-0002");
        window.run(() -> window.model().apply(new Change.PutFlow("forbid", forbidden(open))));
        window.awaitCheck();
        select("FLOW-0002");
        assertThat(banner(robot).getStyleClass()).contains("verdict-deny");
        assertThat(texts(robot, "#verdictBanner")).anyMatch(t -> t.contains("must never be"));
        window.shoot("never-allowed");
    }

    private static Flow forbidden(Flow flow) {
        return new Flow(
                flow.id(),
                flow.from(),
                flow.to(),
                Intent.NEVER,
                flow.protocol(),
                flow.ports(),
                flow.application(),
                flow.host(),
                flow.serverName(),
                flow.path(),
                flow.methods(),
                flow.via(),
                flow.identity(),
                flow.encryption(),
                flow.owner(),
                flow.justification(),
                flow.ticket(),
                flow.expires());
    }

    private Flow flow(String id) {
        return Optional.ofNullable(window.model().design().flows().get(id)).orElseThrow();
    }

    private void select(String flow) {
        window.run(() -> window.model().selection().set(new Selection.OfFlow(flow)));
        window.await(
                "the flow is explained",
                () ->
                        window.window()
                                .parts()
                                .trace()
                                .trace()
                                .get()
                                .filter(t -> t.flow().id().equals(flow))
                                .flatMap(t -> t.explained())
                                .isPresent());
    }

    private static Node banner(FxRobot robot) {
        return robot.lookup("#verdictBanner").query();
    }

    private static List<String> texts(FxRobot robot, String within) {
        return robot.lookup(within).lookup(".label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }
}
