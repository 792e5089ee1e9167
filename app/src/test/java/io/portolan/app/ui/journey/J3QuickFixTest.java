package io.portolan.app.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.ui.shell.TestWindow;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.FilterAction;
import io.portolan.model.design.FilterRule;
import io.portolan.model.design.Firewall;
import io.portolan.model.design.Flow;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;
import io.portolan.model.reach.Verdict;

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

/// A denied flow is repaired: what it changes is seen first, it is one change, and it lets no more
/// through than the flow.
@ExtendWith(ApplicationExtension.class)
final class J3QuickFixTest {
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
    void theRepairIsPreviewedAppliedUndoneAndNoWiderThanTheFlow() throws IOException {
        FxRobot robot = new Hands();
        Architect architect = new Architect(window, robot);
        architect.open(Estate.copy(temp));
        Flow flow = architect.drawFlow("api", "zos1", "1414");
        window.awaitCheck();
        List<FilterRule> before = rules();

        architect.press(KeyCode.CONTROL, KeyCode.PERIOD);
        architect.see("#quickFixes");
        assertThat(texts(robot, "#quickFixes"))
                .anyMatch(t -> t.matches("Permit .* on asa1, most specific"));
        assertThat(texts(robot, "#fixModel")).anyMatch(t -> t.strip().startsWith("+ Rules"));
        window.await(
                "the generated lines are there",
                () -> texts(robot, "#fixGenerated").contains("asa/asa1.cfg"));
        assertThat(texts(robot, "#fixGenerated"))
                .anyMatch(t -> t.startsWith("+ access-list") && t.contains("permit tcp"));
        assertThat(texts(robot, "#quickFixes")).contains("Then: Allowed on every layer");
        window.shoot("journey-3");

        robot.clickOn("#fixApply");
        awaitVerdict(flow, Verdict.Allowed.class);
        architect.press(KeyCode.CONTROL, KeyCode.Z);
        awaitVerdict(flow, Verdict.Denied.class);
        architect.press(KeyCode.CONTROL, KeyCode.Y);
        awaitVerdict(flow, Verdict.Allowed.class);
        onlyOneRuleCameAndItIsNoWiderThanTheFlow(before, flow);
    }

    private void awaitVerdict(Flow flow, Class<? extends Verdict> kind) {
        window.await(
                "the flow is " + kind.getSimpleName(),
                () ->
                        window.window()
                                .canvas()
                                .verdictOf(flow.id())
                                .filter(kind::isInstance)
                                .isPresent());
    }

    private List<FilterRule> rules() {
        ElementId asa = ElementId.parse("asa1");
        return window.model().design().find(asa, Firewall.class).orElseThrow().rules();
    }

    private void onlyOneRuleCameAndItIsNoWiderThanTheFlow(List<FilterRule> before, Flow flow) {
        assertThat(rules()).hasSize(before.size() + 1).containsAll(before);
        assertThat(rules())
                .filteredOn(rule -> !before.contains(rule))
                .singleElement()
                .satisfies(rule -> {
                    assertThat(rule.action()).isEqualTo(FilterAction.PERMIT);
                    assertThat(rule.sources()).containsExactly(Cidr.parse("10.20.0.0/16"));
                    assertThat(rule.destinations()).containsExactly(Cidr.parse("10.30.6.20/32"));
                    assertThat(rule.protocol()).contains(Protocol.TCP);
                    assertThat(rule.ports()).contains(PortSet.of(1414));
                    assertThat(rule.flow()).contains(flow.id());
                });
    }

    private static List<String> texts(FxRobot robot, String within) {
        return robot.lookup(within).lookup(".label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }
}
