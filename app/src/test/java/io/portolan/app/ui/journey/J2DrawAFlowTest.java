package io.portolan.app.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.ui.shell.TestWindow;
import io.portolan.app.ui.trace.HopCard;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Flow;
import io.portolan.model.reach.Hop;
import io.portolan.model.reach.Verdict;
import io.portolan.model.rule.Finding;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
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
import java.util.Set;

/// A flow is drawn by keyboard, is denied, and the trace says where and by what.
@ExtendWith(ApplicationExtension.class)
final class J2DrawAFlowTest {
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
    void aDeniedFlowShowsWhereItEndsAndWhy() throws IOException {
        FxRobot robot = new Hands();
        Architect architect = new Architect(window, robot);
        architect.open(Estate.copy(temp));
        long before = blocked();

        Flow flow = architect.drawFlow("api", "zos1", "1414");
        window.awaitCheck();
        assertThat(window.window().canvas().verdictOf(flow.id()))
                .containsInstanceOf(Verdict.Denied.class);
        assertThat(blocked()).isEqualTo(before + 1);

        architect.press(KeyCode.CONTROL, KeyCode.T);
        architect.see("#trace .hop-card");
        assertThat(robot.lookup("#canvas").lookup(".label").queryAllAs(Label.class))
                .extracting(Label::getText)
                .contains("denied here", "not reached");
        window.shoot("journey-2");
        theTraceNamesTheFirstDenyingLayer();
        aClickOnTheDenyingStageOpensIt(robot);
        window.shoot("journey-2-decision");
        architect.press(KeyCode.CONTROL, KeyCode.R);
        window.run(window.window().canvas()::fit);
        architect.select("api");
        window.await(
                "its peers are listed", () -> !window.window().parts().reach().rows().isEmpty());
        window.shoot("journey-2-reach");
    }

    private long blocked() {
        return window.model().analysis().get().orElseThrow().review().findings().stream()
                .map(Finding::rule)
                .filter(rule -> rule.id().equals("FLW-001"))
                .count();
    }

    private void theTraceNamesTheFirstDenyingLayer() {
        List<HopCard> cards = window.window().parts().trace().trace().get().orElseThrow().cards();
        assertThat(cards).extracting(HopCard::title).contains("east", "asa1", "zos1");
        HopCard deciding =
                cards.stream()
                        .filter(c -> c.role() == HopCard.Role.DECIDING)
                        .findFirst()
                        .orElseThrow();
        assertThat(deciding.title()).isEqualTo("asa1");
        assertThat(deciding.hop().map(Hop::because)).contains("default of levels");
        assertThat(cards.subList(cards.indexOf(deciding) + 1, cards.size()))
                .isNotEmpty()
                .extracting(HopCard::role)
                .containsOnly(HopCard.Role.NOT_REACHED);
    }

    private void aClickOnTheDenyingStageOpensIt(FxRobot robot) {
        Set<Node> shown = robot.lookup("#trace .hop-not-reached .hop-facts").queryAll();
        assertThat(shown).extracting(n -> ((Label) n).getText()).contains("not reached");
        robot.clickOn("#trace .hop-deciding");
        ElementId asa = ElementId.parse("asa1");
        window.await(
                "asa1 is selected",
                () -> window.model().selection().get().element().equals(Optional.of(asa)));
        Bounds at = window.window().canvas().boundsOf(asa).orElseThrow();
        assertThat(at.getCenterX()).isCloseTo(middle(), org.assertj.core.data.Offset.offset(2.0));
        window.await("it says what it did", () -> robot.lookup("#decision").tryQuery().isPresent());
        assertThat(robot.lookup("#decision").lookup(".label").queryAllAs(Label.class))
                .extracting(Label::getText)
                .contains("denies: default of levels")
                .anyMatch(text -> text.contains("implicit"));
    }

    private double middle() {
        return window.window().canvas().getWidth() / 2;
    }
}
